import type { CalendarProviders } from './calendar-composition'
import type { Config } from './config'

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/

/** The providers of calendars as the settings name them. In the demo a local house with a provider's interface needs no account of ours. */
export function calendarProvidersOf(config: Config): CalendarProviders {
  return { graph: graphOf(config), google: googleOf(config) }
}

function graphOf({ MODE, GRAPH_BASE_URL: baseUrl, ENTRA_AUTHORITY: authority, ENTRA_TENANT_ID: tenants, ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret }: Config): CalendarProviders['graph'] {
  const [tenant] = tenants ?? []
  if (tenant && clientId && clientSecret) return { baseUrl, identity: { kind: 'client-credentials', authority, tenant, clientId, clientSecret } }
  return MODE !== 'production' && loopback.test(baseUrl) ? { baseUrl, identity: { kind: 'fixed', token: 'demo' } } : null
}

function googleOf({ MODE, GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_API_ROOT: apiRoot, GOOGLE_DELEGATION_KEY_FILE: delegationKeyFile }: Config): CalendarProviders['google'] {
  const local = MODE !== 'production' && apiRoot !== undefined && loopback.test(apiRoot)
  if (!local && !delegationKeyFile && !(clientId && clientSecret)) return null
  return { apiRoot, clientId: clientId ?? 'demo', clientSecret: clientSecret ?? 'demo', delegationKeyFile, withoutConsent: local }
}
