import { type GotToken, TokenFailure, type TokenTrouble } from './token-source'

/** What the sign-in page sends back to the pane. `state` was given to it by the pane, so that no other page's message counts. */
export type DialogMessage =
  | ({ kind: 'counterpane-sign-in'; state: string } & GotToken)
  | { kind: 'counterpane-sign-in'; state: string; trouble: TokenTrouble; code: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const troubles: readonly unknown[] = ['interaction', 'blocked', 'cancelled', 'unreachable', 'failed'] satisfies TokenTrouble[]

/** The token that the page sent; TokenFailure when it sent another thing, or it was not our page. */
export function readDialogMessage(told: string, state: string): GotToken {
  const { kind, state: echoed, accessToken, expiresAt, account, tenant, trouble, code } = parse(told)
  if (kind !== 'counterpane-sign-in' || echoed !== state) throw new TokenFailure('failed', 'unexpected_message')
  if (isText(accessToken) && typeof expiresAt === 'number') return { accessToken, expiresAt, account: isText(account) ? account : '', tenant: isText(tenant) ? tenant : '' }
  throw new TokenFailure(troubles.includes(trouble) ? trouble as TokenTrouble : 'failed', isText(code) ? code : 'unexpected_message')
}

function parse(told: string): Record<string, unknown> {
  try {
    const value = JSON.parse(told) as unknown
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
  } catch { return {} }
}
