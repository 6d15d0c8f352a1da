import type { Locale } from '@counterpane/shared/domain/codes'
import type { AttachmentFact, MailAddress, MessageSnapshot } from '@counterpane/shared/domain/message'

/** The message that stands open in the mail client, as far as it is known without waiting. Addresses are passed as they are, `/o=…` and empty ones too. */
export interface OpenMessage {
  /** Tells one message from another within this mailbox: its Message-ID, else the mail client's id of the item. */
  key: string
  itemId: string | null
  snapshot: MessageSnapshot
  /** Files as a person sees them: pictures inside the text are left out. */
  attachments: AttachmentFact[]
}

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
  /** Null when nothing is open, or something that is not a received or sent message. Asked anew after every wait. */
  openMessage(): OpenMessage | null
  /** Text of the open message. Rejects with `other-message` when that is not `key`, before or after the wait; `too-late` after 10 s. */
  readText(key: string): Promise<MessageText>
  /** Called after another message, or none, was opened. Gives back how to stop. */
  onMessageChanged(listener: () => void): () => void
  theme(): MailTheme
  onThemeChanged(listener: () => void): () => void
}
