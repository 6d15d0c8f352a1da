import type { RouteName } from '@counterpane/shared/contract/routes'

type Tried = (name: RouteName, call?: { query?: string; as?: string; body?: unknown }) => Promise<unknown>

/** The letters of the morning: looked at, and one sent. The server needs SMTP_URL and SMTP_FROM; an administrator may send before it is allowed for all. */
export async function digestsAgree(tried: Tried): Promise<void> {
  await tried('readDigest')
  await tried('readDigest', { query: '?kind=team', as: 'admin@demo.example' })
  await tried('sendDigest', { as: 'admin@demo.example', body: { kind: 'team' } })
}
