import type { MailAddress, MessageContent, MessageSnapshot } from '@counterpane/shared/domain/message'

/** What is needed to read the one open message, as the mail client hands it over with each event. Never stored, never logged. */
export interface OpenMessageAccess { userToken: string; messageToken: string | null }

/** `itemId` is the provider's own id of the message in this mailbox: the way back to the original. */
export type OpenedHeaders = MessageSnapshot & { itemId: string }
/** `fileIds` stand beside `attachments`, in the same order: by which the bytes are read; null where the provider gives none. */
export type OpenedContent = MessageContent & { itemId: string; fileIds: readonly (string | null)[] }

/** A letter to be opened for writing. `text` is plain; `inReplyTo` puts it into a conversation. */
export interface DraftLetter {
  to: readonly MailAddress[]; subject: string; text: string
  inReplyTo: { messageId: string; conversationId: string } | null
}

/** The open message of somebody's mailbox, and what stands around it. Rejects with ProviderFailure. */
export interface MailSource {
  /** Who wrote to whom about what; no content. */
  headers(messageId: string): Promise<OpenedHeaders>
  /** The same with text, HTML and the facts of attachments, never their bytes. */
  content(messageId: string): Promise<OpenedContent>
  /** The bytes of one attachment of a message. */
  file(messageId: string, fileId: string): Promise<Uint8Array>
  /** Every message of the open message's conversation with its content, the oldest first. Needs more consent than the open message does. */
  conversation(conversationId: string): Promise<OpenedContent[]>
  /** Puts a draft into the mailbox; the ids are those by which the mail client opens it. */
  createDraft(letter: DraftLetter): Promise<{ draftId: string; threadId: string | null }>
}

export type OpenMailSource = (access: OpenMessageAccess) => MailSource
