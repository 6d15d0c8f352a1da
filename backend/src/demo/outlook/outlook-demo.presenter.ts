import type { DemoItem, DemoMessages } from './demo-item'
import type { DemoMessageFile, DemoMailbox } from './demo-mailbox'
import { exchangeItems } from './exchange-items'

const previewLength = 120
const [hour, day] = [3_600_000, 86_400_000]

export function toDemoItem({ id, snapshot, content, attachments, kind }: DemoMessageFile): DemoItem {
  const text = (content.text ?? '').replace(/\s+/g, ' ').trim()
  const createdAt = snapshot.receivedAt ?? snapshot.sentAt
  return {
    itemId: `AAMkDemo${id}`, internetMessageId: snapshot.messageId, conversationId: snapshot.conversationId ?? id, subject: snapshot.subject, createdAt,
    itemClass: kind === 'meeting-request' ? 'IPM.Schedule.Meeting.Request' : 'IPM.Note', from: snapshot.from, to: snapshot.to, cc: snapshot.cc,
    attachments: attachments.map(({ name, contentType, size, inline }) => ({ name, contentType, size, isInline: inline })), preview: text.slice(0, previewLength),
    ...(kind === 'meeting-request' && { meeting: twoDaysLater(createdAt) }),
  }
}

/** The message files do not keep the times of their invitations: the demo's meeting is two days after its request. */
function twoDaysLater(at: string) {
  const start = Math.floor(Date.parse(at) / day) * day + 2 * day + 9 * hour
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + hour).toISOString(), location: '' }
}

/** Newest first, among them some that only an Exchange can produce. */
export function toDemoMessages(mail: DemoMailbox): DemoMessages {
  const items = mail.list().filter((file) => file.unreadable === undefined).map(toDemoItem)
  return { owner: mail.owner, items: [...items, ...exchangeItems(mail.owner).map(({ item }) => item)].sort((a, b) => b.createdAt.localeCompare(a.createdAt)) }
}
