import type { MessageContent, MessageSnapshot } from '@counterpane/shared/domain/message'

/** What is needed to read the one open message, as the mail client hands it over with each event. Never stored, never logged. */
export interface OpenMessageAccess { userToken: string; messageToken: string | null }

/** `itemId` is the provider's own id of the message in this mailbox: the way back to the original. */
export type OpenedHeaders = MessageSnapshot & { itemId: string }
export type OpenedContent = MessageContent & { itemId: string }

/** The open message of somebody's mailbox. Rejects with ProviderFailure. */
export interface MailSource {
  /** Who wrote to whom about what; no content. */
  headers(messageId: string): Promise<OpenedHeaders>
  /** The same with text, HTML and the facts of attachments, never their bytes. */
  content(messageId: string): Promise<OpenedContent>
}

export type OpenMailSource = (access: OpenMessageAccess) => MailSource
