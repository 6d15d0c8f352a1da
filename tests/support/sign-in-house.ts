import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { offerAdministration } from '@counterpane/backend/features/access/first-administrator.service'
import { invite } from '@counterpane/backend/features/access/invitations.service'
import { entraIds } from './entra-authority'
import { root } from './repository-files'
import { startTestServer, type TestServerOptions } from './test-server'
import { createVisitor, type VisitorBrowser } from './visitor-browser'

export const signInSettings = {
  COUNTERPANE_MODE: 'production', COUNTERPANE_SECRET: 'sign-in-house-'.repeat(3), ENTRA_TENANT_ID: entraIds.tenant, ENTRA_CLIENT_ID: entraIds.client, ENTRA_CLIENT_SECRET: 'entra-secret-of-a-house',
  GOOGLE_CLIENT_ID: 'house.apps.googleusercontent.com', GOOGLE_CLIENT_SECRET: 'entra-secret-of-a-house',
}

/** Certified providers in the places of Microsoft and Google, in a process of their own. Signed in at their pages, people are sent back to `redirectUri`. */
export async function startCertifiedAccounts({ redirectUri, tenants = [entraIds.tenant] }: { redirectUri: string; tenants?: string[] }) {
  const given = JSON.stringify({ tenants, clientId: entraIds.client, clientSecret: signInSettings.ENTRA_CLIENT_SECRET, googleClientId: signInSettings.GOOGLE_CLIENT_ID, redirectUri })
  const child = spawn(process.execPath, [path.join(root, 'tests/support/certified-accounts.mjs'), given], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => { throw new Error('the providers did not start') })])) as [Buffer]
  const { origin } = JSON.parse(line.toString()) as { origin: string }
  return { origin, settings: { ENTRA_AUTHORITY: origin, GOOGLE_API_ROOT: `${origin}/google` }, close: async () => { child.kill(); await once(child, 'exit') } }
}

/** The whole program in production, with certified providers that send people back to it. */
export async function startSignInHouse({ settings, tenants, ...options }: TestServerOptions & { tenants?: string[] } = {}) {
  // The providers must know where the server listens, and the server where they do: the port is chosen beforehand.
  const redirect = { port: await freePort() }
  const url = `http://127.0.0.1:${redirect.port}`
  const accounts = await startCertifiedAccounts({ redirectUri: `${url}/sign-in/callback`, ...(tenants && { tenants }) })
  const server = await startTestServer({ ...options, port: redirect.port, settings: { ...signInSettings, ...accounts.settings, ...(tenants && { ENTRA_TENANT_ID: tenants.join(',') }), ...settings } })
  return {
    server, accounts, url,
    /** A code for a manager, as an administrator or the command gives it. */
    codeFor: (managerId: string) => server.db.write((tx) => invite(tx, { managerId, byId: null, at: server.clock.now() })).then(({ code }) => code),
    firstCode: () => offerAdministration({ db: server.db, clock: server.clock }).then(({ code }) => code),
    /** To the provider and back: the address at which our callback is about to be opened. */
    async toCallback(visitor: VisitorBrowser, login: string, { way = 'entra', code, back }: { way?: 'entra' | 'google'; code?: string; back?: string } = {}): Promise<string> {
      const answer = await visitor.open(`${server.url}/api/sign-in`, { json: { provider: way, ...(code && { code }), ...(back && { back }) } })
      const { url: page } = (await answer.json()) as { url: string }
      return visitor.walk(page, { login, stopAt: `${server.url}/sign-in/callback` })
    },
    async signIn(login: string, options: { way?: 'entra' | 'google'; code?: string; back?: string; visitor?: VisitorBrowser } = {}) {
      const visitor = options.visitor ?? createVisitor()
      const answer = await visitor.open(await this.toCallback(visitor, login, options))
      return { visitor, answer, status: answer.status, me: () => visitor.open(`${server.url}/api/me`), end: () => server.raw('DELETE', '/api/session') }
    },
    async close() { await server.close(); await accounts.close() },
  }
}
export type SignInHouse = Awaited<ReturnType<typeof startSignInHouse>>

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}
