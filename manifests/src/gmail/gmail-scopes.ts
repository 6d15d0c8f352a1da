const auth = 'https://www.googleapis.com/auth/'

/** How much Google asks of a published app for a scope; a private app of one organisation is asked nothing. */
export type ScopeClass = 'not sensitive' | 'sensitive'

/** Why the add-on asks for a scope, in words that an administrator can put into a consent screen. */
export interface ReasonedScope { scope: string; kind: ScopeClass; reason: string }

export const scopeOf = {
  execute: `${auth}gmail.addons.execute`,
  metadata: `${auth}gmail.addons.current.message.metadata`,
  action: `${auth}gmail.addons.current.message.action`,
  compose: `${auth}gmail.addons.current.action.compose`,
  email: `${auth}userinfo.email`,
  locale: `${auth}script.locale`,
  conversation: `${auth}gmail.addons.current.message.readonly`,
} as const

export const alwaysAsked: readonly ReasonedScope[] = [
  { scope: scopeOf.execute, kind: 'not sensitive', reason: 'Gmail runs the add-on at all' },
  { scope: scopeOf.metadata, kind: 'sensitive', reason: 'who wrote is known as soon as an email is opened, and who the recipients of a new one are; headers only, never the text' },
  { scope: scopeOf.action, kind: 'not sensitive', reason: 'the open email itself, its text and attachments, is read when a button needs it (Register, Identify the sender), and only then' },
  { scope: scopeOf.compose, kind: 'not sensitive', reason: 'a letter to a contact person begins as a draft, and a letter being written can show the card of its recipients' },
  { scope: scopeOf.email, kind: 'not sensitive', reason: 'Google says which person presses, so that the add-on acts as that manager' },
  { scope: scopeOf.locale, kind: 'not sensitive', reason: 'language and time zone of Gmail: words, dates and times come out right' },
]

/**
 * Beside metadata and action, not instead of them, although it covers what they give:
 * draft access METADATA is tied to the metadata scope by name (https://developers.google.com/apps-script/manifest/gmail);
 * consent is given line by line, and whoever refuses this line must keep all that works without it;
 * and the server may ask only for what stands in the deployment, when it asks for one of the two again.
 */
export const conversationScope: ReasonedScope = {
  scope: scopeOf.conversation, kind: 'sensitive', reason: 'the other emails of the open conversation are read when somebody presses Register the conversation',
}

export const scopesFor = ({ conversations }: { conversations: boolean }): readonly ReasonedScope[] => (conversations ? [...alwaysAsked, conversationScope] : alwaysAsked)

/** The scopes as the administrator's guide lists them. */
export function scopeTable(): string {
  const row = ({ scope, kind, reason }: ReasonedScope, only = ''): string => `| \`${scope}\` | ${kind} | ${only}${reason} |`
  return ['| scope | Google calls it | why |', '| --- | --- | --- |', ...alwaysAsked.map((one) => row(one)), row(conversationScope, 'with `--conversations` only: ')].join('\n')
}
