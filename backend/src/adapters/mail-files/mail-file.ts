import type { AttachmentFact, MailAddress, MessageContent, MessageSnapshot } from '@counterpane/shared/domain/message'

export type MailFileKind = 'message' | 'meeting-request' | 'auto-reply'

/** `inline`: a picture of the text itself, shown by its `contentId` (without angle brackets), not a file somebody sent. */
export interface MailFileAttachment extends AttachmentFact { contentId: string | null; inline: boolean }

/** One message file of a folder that stands for a mailbox. */
export interface MailFile {
  /** Opaque, the same for the same file name. */
  id: string
  fileName: string
  /** Bytes of the file. */
  size: number
  snapshot: MessageSnapshot
  /** `content.attachments` are the files somebody sent, without the pictures of the text. */
  content: MessageContent
  /** As they stand in the file, in their order, encoded words decoded. */
  headers: { name: string; value: string }[]
  /** Every mailbox of From; `snapshot.from` is the first of them. */
  from: MailAddress[]
  html: string | null
  attachments: MailFileAttachment[]
  inReplyTo: string | null
  references: string[]
  conversationId: string
  /** The value of Auto-Submitted, when it says anything but "no". */
  autoSubmitted: string | null
  kind: MailFileKind
  /** Why the file could not be read, as an English sentence; the rest of the fields are then empty. */
  unreadable?: string
}
