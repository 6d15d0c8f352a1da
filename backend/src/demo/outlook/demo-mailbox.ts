import type { MailAddress, MessageContent, MessageSnapshot } from '@counterpane/shared/domain/message'

/** A message file of the demo mailbox, as far as Outlook's stand-in shows it. */
export interface DemoMessageFile {
  id: string
  snapshot: MessageSnapshot
  content: MessageContent
  attachments: readonly { name: string; contentType: string; size: number; inline: boolean }[]
  kind: 'message' | 'meeting-request' | 'auto-reply'
  unreadable?: string
}
/** The mailbox that the demo opens: whose it is and what lies in it. */
export interface DemoMailbox { owner: MailAddress; list(): readonly DemoMessageFile[]; get(id: string): DemoMessageFile | null }
