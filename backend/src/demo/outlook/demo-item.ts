import type { MailAddress } from '@counterpane/shared/domain/message'

/** What the page around the pane is told of one message; the text comes apart, as it does in Outlook. */
export interface DemoItem {
  itemId: string; internetMessageId: string | null; conversationId: string; subject: string; createdAt: string; itemClass: string
  from: MailAddress; /** Who sent it on behalf of `from`. */ sender?: MailAddress; to: MailAddress[]; cc: MailAddress[]
  attachments: { name: string; contentType: string; size: number; isInline: boolean }[]; preview: string
  /** Of which meeting a request, an answer or a cancellation speaks. */
  meeting?: { startsAt: string; endsAt: string; location: string }
}
export interface DemoMessages { owner: MailAddress; items: DemoItem[] }
