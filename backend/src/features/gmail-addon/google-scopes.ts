import type { GmailEvent } from './gmail-event'

const auth = 'https://www.googleapis.com/auth/'
/** None of them is a restricted scope; all stand in the deployment's manifest. */
export const scopes = {
  email: `${auth}userinfo.email`,
  /** Headers of the open message, as soon as it is opened. */
  metadata: `${auth}gmail.addons.current.message.metadata`,
  /** The open message when a button is pressed. */
  action: `${auth}gmail.addons.current.message.action`,
  /** Drafts, and the recipients of the letter being written. */
  compose: `${auth}gmail.addons.current.action.compose`,
  /** Includes metadata and action, and the rest of the open conversation; an installation may have it beside them. */
  readonly: `${auth}gmail.addons.current.message.readonly`,
} as const

/** Older deployments do not say what was granted: then the attempt itself shows it. */
export function missingScopes({ authorizationEventObject: { authorizedScopes } }: GmailEvent, wanted: readonly string[]): string[] {
  if (!authorizedScopes) return []
  const granted = new Set(authorizedScopes)
  const reads = (scope: string) => (scope === scopes.metadata || scope === scopes.action) && granted.has(scopes.readonly)
  return wanted.filter((scope) => !granted.has(scope) && !reads(scope))
}
