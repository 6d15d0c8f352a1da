import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { Visibility } from '@counterpane/shared/domain/codes'

/** What the card of an opened message shows: the server's answer beside what the mail itself says. */
export interface MessageView {
  sidebar: Sidebar
  /** Gmail's id of the opened message; every button of the card belongs to it. */
  message: string
  subject: string
  /** The other side as the mail names it. */
  sender: { name: string; address: string }
  /** Right after registering; a card that is drawn anew later knows nothing of it. */
  after?: AfterRegistering
}

/** Which question comes next after registering, and what is to be said of it. */
export interface AfterRegistering { contactId: string; ask: 'plan' | 'task' | 'next' | 'nothing'; lines: readonly string[]; notTakenOver?: NotTakenOver }

/** What was chosen and typed, but is not in the contact: somebody else's press came first. `visibility` is what the contact has. */
export interface NotTakenOver { privately: boolean; visibility: Visibility | null; comment: string }

export type Match = Sidebar['match']
export type Person = NonNullable<Match['person']>
export type Counterparty = NonNullable<Match['counterparty']>
