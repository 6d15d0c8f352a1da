/** A message as a mail client shows it: what the sidebar is asked about. Times are UTC instants in ISO 8601. */
export interface MailAddress { name: string; address: string }

export interface MessageSnapshot {
  messageId: string | null
  conversationId: string | null
  subject: string
  sentAt: string
  receivedAt: string | null
  from: MailAddress
  /** Who sent it on behalf of `from`; null when nobody else did. */
  sender?: MailAddress | null
  replyTo: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
}

export interface AttachmentFact { name: string; contentType: string; size: number }

/** The message with its text, as it is registered. `size` of attachments is in bytes. */
export interface MessageContent extends MessageSnapshot {
  text: string | null
  html: string | null
  attachments: AttachmentFact[]
}
