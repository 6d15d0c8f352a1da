import type { Sidebar } from '@counterpane/shared/contract/sidebar'

/** What the card of an opened message shows: the server's answer beside what the mail itself says. */
export interface MessageView {
  sidebar: Sidebar
  /** Gmail's id of the opened message; every button of the card belongs to it. */
  message: string
  subject: string
  /** The other side as the mail names it. */
  sender: { name: string; address: string }
}

export type Match = Sidebar['match']
export type Person = NonNullable<Match['person']>
export type Counterparty = NonNullable<Match['counterparty']>
