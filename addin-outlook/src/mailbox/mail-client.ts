import type { MailAddress } from '@counterpane/shared/domain/message'
import type { Mailbox, OpenMessage } from './mailbox'

/** A letter that is being written. Recipients are those that the mail client has resolved; times and ids are not there before it is sent. */
export interface Draft { subject: string; to: MailAddress[]; cc: MailAddress[]; from: MailAddress | null; conversationId: string | null }

/** The window of a letter that is being written. */
export interface Drafts {
  /** Rejects as the mailbox's `readText` does. */
  read(key: string): Promise<Draft>
  /** Called when recipients or subject may have changed; silent below requirement set 1.7 (recipients alone above it). Gives back how to stop. */
  onChanged(key: string, listener: () => void): () => void
  /** Whether this mail client tells on sending (OnMessageSend, set 1.12, and session data, 1.11). */
  tellsOfSending(): boolean
  /** Kept with this letter until it is sent, where the send handler finds it; null takes it away. Rejects with `not-given` where there is no such place. */
  keepForSending(key: string, value: string | null): Promise<void>
  /** What was kept with this letter, also by an earlier pane. */
  keptForSending(key: string): Promise<string | null>
}

/** The appointment whose window is open. Times are UTC instants; `organizer` is '' where the mail client does not tell. */
export interface OpenMeeting {
  itemId: string | null; seriesId: string | null; subject: string; startsAt: string; endsAt: string; location: string; online: boolean
  organizer: MailAddress; required: MailAddress[]; optional: MailAddress[]
}
export interface Meetings {
  read(key: string): Promise<OpenMeeting>
  readText(key: string): Promise<string>
  /** Times or attendees may have changed (organiser's window). Gives back how to stop. */
  onChanged(key: string, listener: () => void): () => void
}

/** One of several selected items as the list knows it: no sender (requirement set 1.13); ids of messages from 1.14 on. */
export interface SelectedItem { itemId: string; subject: string; kind: 'message' | 'meeting'; conversationId: string | null; messageId: string | null; hasFiles: boolean | null }
export interface Selections {
  /** The items selected now, at most 100, in the order of the mail client. */
  list(): Promise<SelectedItem[]>
  /** Whether whole messages can be had (`loadItemByIdAsync`, set 1.15); without it senders stay unknown. */
  givesMessages(): boolean
  /** The whole message with its text; one at a time, which this keeps by itself. `too-late` after 10 s, `not-given` when refused. */
  load(itemId: string): Promise<{ message: OpenMessage; text: string | null; html: string | null }>
}

/** Bytes of one file of the open message. Rejects with `not-given` for what the mail client keeps elsewhere (cloud links) and below set 1.8. */
export interface MessageFiles { read(key: string, fileId: string): Promise<Uint8Array<ArrayBuffer>> }

export interface NewLetter { to: MailAddress[]; subject: string; text: string; files: { name: string; url: string }[] }
/** What the mail client is, for the doctor and for words about what it can't do. `sets` is the highest Mailbox requirement set it has. */
export interface HostFacts { name: string; version: string; platform: string; sets: string; nestedAppAuth: boolean; phone: boolean; accountType: string }

export interface HostDoors {
  facts(): HostFacts
  /** Opens the original in a window of its own; false where the host can't (phones). */
  openOriginal(itemId: string): boolean
  /** Opens a new letter to be finished and sent by the manager; false where the host can't: then offer a mailto address. */
  writeLetter(letter: NewLetter): boolean
  /** A dialog on a page of our own; resolves with the message that the page sends back. Rejects with MailboxError: `not-given` when the host refuses or it was closed (12006). */
  dialog(url: string): Promise<string>
  /** Whose mailbox the open item lies in, when it is a shared or a colleague's one; null for one's own and below set 1.8. */
  sharedOwner(): Promise<string | null>
  /** Closes the pane where it covers the whole screen (phones). */
  closePane(): void
}

/** Everything that the pane and the ribbon commands need of the mail client. */
export interface MailClient { mailbox: Mailbox; drafts: Drafts; meetings: Meetings; selections: Selections; files: MessageFiles; doors: HostDoors }
