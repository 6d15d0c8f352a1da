import type { Locale } from '@counterpane/shared/domain/codes'
import type { AttachmentFact, MailAddress, MessageSnapshot } from '@counterpane/shared/domain/message'

/** A file of the open message. `cloud` ones are links: their bytes are elsewhere. `id` is the mail client's own, good for this session. */
export interface OpenFile extends AttachmentFact { id: string; kind: 'file' | 'item' | 'cloud' }
/** What a meeting request, answer or cancellation speaks of. Times are UTC instants. */
export interface MeetingWord { kind: 'request' | 'cancelled' | 'accepted' | 'declined' | 'tentative'; startsAt: string | null; endsAt: string | null; location: string }

/** The message that stands open in the mail client, as far as it is known without waiting. Addresses are passed as they are, `/o=…` and empty ones too. */
export interface OpenMessage {
  /** Tells one message from another within this mailbox: its Message-ID, else the mail client's id of the item. */
  key: string
  itemId: string | null
  snapshot: MessageSnapshot
  /** Files as a person sees them: pictures inside the text are left out. */
  attachments: OpenFile[]
  meeting: MeetingWord | null
}

/** What stands open. A draft's and a meeting's own facts are read through `mail-client.ts`, since they take a wait; `key` tells one from another. */
export type OpenItem =
  | { kind: 'message'; key: string; message: OpenMessage }
  | { kind: 'draft'; key: string }
  | { kind: 'meeting'; key: string; organising: boolean }
  | { kind: 'selection'; key: string }

/** `text` is null when the mail client did not give it; `html` is given only where there is no text. */
export interface MessageText { text: string | null; html: string | null }

export interface MailHost { owner: MailAddress; locale: Locale }
/** Null where the mail client has no theme of its own to tell. */
export type MailTheme = 'light' | 'dark' | null

export type MailboxFailure = 'no-host' | 'too-late' | 'not-given' | 'other-message'
export class MailboxError extends Error {
  constructor(readonly code: MailboxFailure, detail = '') { super(detail ? `${code}: ${detail}` : code) }
}

/** What the pane needs of the mail client; Office.js is met behind it and nowhere else. */
export interface Mailbox {
  /** Rejects with `no-host` when there is no mail client around, or it stays silent. */
  ready(): Promise<MailHost>
  /** Null when nothing is open. Asked anew after every wait. */
  openItem(): OpenItem | null
  /** Null when nothing is open, or something that is not a received or sent message. Asked anew after every wait. */
  openMessage(): OpenMessage | null
  /** Text of the open message. Rejects with `other-message` when that is not `key`, before or after the wait; `too-late` after 10 s. */
  readText(key: string): Promise<MessageText>
  /** Called after another item, or none, was opened, or other ones were selected. Gives back how to stop. */
  onItemChanged(listener: () => void): () => void
  theme(): MailTheme
  onThemeChanged(listener: () => void): () => void
}
