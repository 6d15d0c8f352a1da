import type { MailAddress, MessageContent, MessageSnapshot } from '@counterpane/shared/domain/message'

/** What is needed to read the one open message, as the mail client hands it over with each event. Never stored, never logged. */
export interface OpenMessageAccess { userToken: string; messageToken: string | null }

/** The mail client waits 30 seconds for a card; one call to the mailbox may take so many of them. */
export const mailCallSeconds = 5
/** A letter with its files takes longer; where its conversation is gone it is sent twice. */
export const mailUploadSeconds = 12

/** `itemId` is the provider's own id of the message in this mailbox: the way back to the original. */
export type OpenedHeaders = MessageSnapshot & { itemId: string }
/** `fileIds` stand beside `attachments`, in the same order: by which the bytes are read; null where the provider gives none. They hold for this one reading. */
export type OpenedContent = MessageContent & { itemId: string; fileIds: readonly (string | null)[] }

export interface DraftFile { name: string; contentType: string; bytes: Uint8Array }
/** A letter to be opened for writing. `text` is plain; `inReplyTo` puts it into a conversation. */
export interface DraftLetter {
  to: readonly MailAddress[]; subject: string; text: string; files: readonly DraftFile[]
  inReplyTo: { messageId: string; conversationId: string } | null
}

/** The open message of somebody's mailbox, and what stands around it. Rejects with ProviderFailure. */
export interface MailSource {
  /** Who wrote to whom about what; no content. */
  headers(messageId: string): Promise<OpenedHeaders>
  /** The same with text, HTML and the facts of attachments, never their bytes. Pictures of the text itself are no attachments. */
  content(messageId: string): Promise<OpenedContent>
  /** The bytes of one attachment of a message; `too-large` when there are more than `maxBytes`, before they are all here. */
  file(messageId: string, fileId: string, maxBytes: number): Promise<Uint8Array>
  /**
   * Every message of the open message's conversation with its content, the oldest first, at most `conversationLimits.messages` of the newest. Needs more
   * consent than the open message does. Texts beyond the limits are missing: `text` and `html` are then null.
   */
  conversation(conversationId: string): Promise<OpenedContent[]>
  /** Puts a draft into the mailbox; the ids are those by which the mail client opens it. */
  createDraft(letter: DraftLetter): Promise<{ draftId: string; threadId: string | null }>
}
/** All files of a draft together: as they travel they are a third longer, and Gmail takes letters of 25 MB. */
export const draftFileLimits = { bytes: 18 * 1024 * 1024 } as const
export const conversationLimits = { messages: 100, bytes: 40 * 1024 * 1024 } as const

export type OpenMailSource = (access: OpenMessageAccess) => MailSource
