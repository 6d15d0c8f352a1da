import type { Locale } from '@counterpane/shared/domain/codes'
import type { MailAddress } from '@counterpane/shared/domain/message'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { Task } from '@counterpane/shared/contract/task'
import type { MailTheme, OpenItem, OpenMessage } from '../mailbox/mailbox'
import type { Failure } from './failure'

/** The client that the cards below the header speak of: the sidebar's own, or one chosen by hand. */
export type ClientView = Pick<Sidebar, 'match' | 'lastContact' | 'nextContact' | 'openTasks' | 'history'>

/** How a message is to be registered where the plain click is not meant. */
export type RegisterChoice = Pick<BodyOf<'registerMessage'>, 'counterpartyId' | 'personIds' | 'visibility' | 'private' | 'comment' | 'always' | 'alsoCounterpartyIds' | 'sendOrderId'>

/** What is asked after registering, one at a time: plans it may close, then the next step. */
export interface FollowUp { contact: Contact; plans: Plan[]; askNext: boolean }
export type Plan = { kind: 'contact'; contact: Contact } | { kind: 'task'; task: Task }

/** Everything known about one message. An answer, late or not, is written to the view of its own message and to no other. */
export interface MessageView {
  key: string
  message: OpenMessage
  /** Whose mailbox it lies in, when that is a shared one or a colleague's; undefined until the mail client has said. */
  mailbox?: string | null
  asking: boolean
  answer: Sidebar | null
  failure: Failure | null
  /** Known, but something of ours has changed since: shown at once, asked again when it is opened. */
  stale: boolean
  chosen: ClientView | null
  /** The registering under way, or how it ended when that is not in the answer. */
  work: 'idle' | 'registering' | 'kept'
  workFailure: Failure | null
  /** What Retry does again, exactly as it was asked; null where there is nothing to repeat. */
  retry: RegisterChoice | null
  /** Registered without its text because the mail client did not give it. */
  textMissing: boolean
  followUp: FollowUp | null
  /** The next step that was just planned: one's own calendar may be offered for it. */
  planned?: Contact | null
  /** Ids of the files to be kept; null: as the organisation's policy says. */
  chosenFiles: readonly string[] | null
  /** Files on their way to the server after registering; those in `failed` did not arrive, each with the reason in words. */
  filesWork: { done: number; of: number; failed: readonly { name: string; why: string }[] } | null
}

export interface PaneState {
  phase: 'starting' | 'no-host' | 'running'
  owner: MailAddress
  locale: Locale
  theme: MailTheme
  item: OpenItem | null
  /** Null: no message is open. */
  open: string | null
  view: MessageView | null
  toSend: number
  refused: number
  /** Grows when the manager asks to look again; what is no message (the day, a draft, a meeting) reads itself anew. */
  looks: number
  /** Said to screen readers, and shown for a moment where nothing else tells it. */
  said: { text: string; at: number }
}

export const shownClient = (view: MessageView): ClientView | null => view.chosen ?? view.answer
