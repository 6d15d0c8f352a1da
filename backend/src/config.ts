import { z } from 'zod'

const loopbackOrHttps = z.url().refine((value) => /^https:\/\//.test(value) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(value), {
  message: 'must be https, or http on this machine itself',
}).transform((value) => value.replace(/\/+$/, ''))
const optionalText = z.string().min(1).optional()
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Tenants by their ids, since a name can move to another tenant and "organizations" is everybody. */
const tenantIds = z.string().transform((value) => [...new Set(value.split(',').map((tenant) => tenant.trim().toLowerCase()).filter((tenant) => tenant !== ''))])
  .refine((tenants) => tenants.length > 0 && tenants.every((tenant) => guid.test(tenant)), {
    message: 'must be the tenant\'s id, a GUID such as 1b2c3d4e-0000-4000-8000-5f6a7b8c9d0e (or several, by commas). Domain names, "common" and "organizations" are not taken: '
      + 'the id stands in the Microsoft Entra admin center, Overview, "Tenant ID"',
  })

/** Every setting of the program; api.md lists their meaning. Nothing else reads the environment. */
const settingsSchema = z.object({
  PORT: z.string().regex(/^\d{1,5}$/, 'must be a port number').transform(Number).refine((port) => port <= 65_535, 'must be a port number').default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, '')).optional(),
  DATABASE_URL: z.string().regex(/^(file:.+|postgres(ql)?:\/\/.+)$/s, 'must begin with file: or postgresql://').default('file:./data/counterpane.db'),
  COUNTERPANE_FILES: optionalText,
  COUNTERPANE_MODE: z.enum(['demo', 'production', 'test']).optional(),
  COUNTERPANE_ROLES: z.string().regex(/^(web|worker)(,(web|worker))?$/, 'must be web, worker or web,worker').default('web,worker'),
  COUNTERPANE_SECRET: z.string().refine((value) => value.split(',').every((key) => key.length >= 32), 'must be at least 32 characters (or several such, by commas)').optional(),
  COUNTERPANE_CLOCK: z.iso.datetime({ offset: true, error: 'must be an ISO 8601 instant such as 2026-11-22T09:00:00Z' }).transform((value) => new Date(value)).optional(),
  COUNTERPANE_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ENTRA_TENANT_ID: tenantIds.optional(), ENTRA_CLIENT_ID: optionalText, ENTRA_CLIENT_SECRET: optionalText, ENTRA_PANE_CLIENT_ID: optionalText,
  ENTRA_AUTHORITY: loopbackOrHttps.default('https://login.microsoftonline.com'),
  GRAPH_BASE_URL: loopbackOrHttps.default('https://graph.microsoft.com/v1.0'),
  GOOGLE_CLIENT_ID: optionalText, GOOGLE_CLIENT_SECRET: optionalText, GOOGLE_ADDON_SERVICE_ACCOUNT: optionalText,
  GOOGLE_DELEGATION_KEY_FILE: optionalText,
  GOOGLE_ISSUER_CERTS_URL: loopbackOrHttps.optional(), GOOGLE_API_ROOT: loopbackOrHttps.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://[user:password@]host[:port] or smtps://…' }).optional(),
  SMTP_FROM: z.string().regex(/^[^\r\n]*[^\s@<>]@[^\s@<>]+>?$/, 'must be an address such as crm@example.com, or Counterpane <crm@example.com>').optional(),
  SYNC_POLL_SECONDS: z.string().regex(/^\d+$/, 'must be a number of seconds').transform(Number).default(300),
  SYNC_WINDOW_PAST_DAYS: z.string().regex(/^\d+$/, 'must be a number of days').transform(Number).default(30),
  SYNC_WINDOW_FUTURE_DAYS: z.string().regex(/^\d+$/, 'must be a number of days').transform(Number).default(180),
})

export type Environment = Record<string, string | undefined>
export type Config = Omit<z.output<typeof settingsSchema>, 'COUNTERPANE_MODE' | 'PUBLIC_URL'> & { MODE: 'demo' | 'production' | 'test'; PUBLIC_URL: string }

/** Names every wrong setting with a sentence; the start ends with it. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) { super(`The settings are not right:\n${problems.map((problem) => `  ${problem}`).join('\n')}`) }
}

const loopbackHosts = ['127.0.0.1', 'localhost', '::1', '[::1]']

export function readConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = settingsSchema.safeParse(given)
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (!parsed.success) throw new SettingsError(problems)
  const settings = parsed.data
  const MODE = settings.COUNTERPANE_MODE ?? (settings.ENTRA_CLIENT_ID || settings.GOOGLE_CLIENT_ID ? 'production' : 'demo')
  if (MODE !== 'production' && !loopbackHosts.includes(settings.HOST)) problems.push(`HOST: the ${MODE} mode listens on this machine only (127.0.0.1), not on ${settings.HOST}; set up sign-in to open it to others`)
  if (MODE === 'production' && !settings.COUNTERPANE_SECRET) problems.push('COUNTERPANE_SECRET: is required in production; give it a random text of at least 32 characters')
  if (MODE === 'production' && settings.COUNTERPANE_CLOCK) problems.push('COUNTERPANE_CLOCK: is for demo and test only; take it away')
  if (settings.ENTRA_CLIENT_ID && !settings.ENTRA_TENANT_ID) problems.push('ENTRA_TENANT_ID: is required beside ENTRA_CLIENT_ID; give it the id of the tenant whose people sign in (several by commas): without it anybody with a Microsoft account could try')
  if (settings.SMTP_URL && !settings.SMTP_FROM) problems.push('SMTP_FROM: is required beside SMTP_URL; give it the address that letters come from, one that the mail server lets this program use')
  const publicHost = settings.PUBLIC_URL === undefined ? null : new URL(settings.PUBLIC_URL)
  if (MODE === 'production' && settings.GOOGLE_ADDON_SERVICE_ACCOUNT && publicHost?.protocol !== 'https:' && !loopbackHosts.includes(publicHost?.hostname ?? '')) {
    problems.push('PUBLIC_URL: the Gmail add-on needs an https address: Google calls no other, and its tokens name exactly the address that is set here')
  }
  const signsIn = settings.ENTRA_CLIENT_SECRET !== undefined || settings.GOOGLE_CLIENT_SECRET !== undefined
  if (MODE === 'production' && signsIn && publicHost && publicHost.protocol !== 'https:' && !loopbackHosts.includes(publicHost.hostname)) {
    problems.push('PUBLIC_URL: signing in to the journal needs an https address: providers send people back to no other, and a session must not travel in the open')
  }
  if (/^postgres/.test(settings.DATABASE_URL)) problems.push('DATABASE_URL: PostgreSQL is not supported yet by this version; use file:… for SQLite')
  if (problems.length > 0) throw new SettingsError(problems)
  const { COUNTERPANE_MODE: _mode, PUBLIC_URL, ...rest } = settings
  return { ...rest, MODE, PUBLIC_URL: PUBLIC_URL ?? `http://${settings.HOST === '::1' ? '[::1]' : settings.HOST}:${settings.PORT}` }
}
