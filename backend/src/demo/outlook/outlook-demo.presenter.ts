import type { MailAddress } from '@counterpane/shared/domain/message'
import type { DemoMessageFile, DemoMailbox } from './demo-mailbox'

/** What the page around the pane is told of one message; the text comes apart, as it does in Outlook. */
export interface DemoItem {
  itemId: string; internetMessageId: string | null; conversationId: string; subject: string; createdAt: string; itemClass: string
  from: MailAddress; to: MailAddress[]; cc: MailAddress[]; attachments: { name: string; contentType: string; size: number; isInline: boolean }[]; preview: string
}
export interface DemoMessages { owner: MailAddress; items: DemoItem[] }

const previewLength = 120

export function toDemoItem({ id, snapshot, content, attachments, kind }: DemoMessageFile): DemoItem {
  const text = (content.text ?? '').replace(/\s+/g, ' ').trim()
  return {
    itemId: `AAMkDemo${id}`, internetMessageId: snapshot.messageId, conversationId: snapshot.conversationId ?? id, subject: snapshot.subject, createdAt: snapshot.receivedAt ?? snapshot.sentAt,
    itemClass: kind === 'meeting-request' ? 'IPM.Schedule.Meeting.Request' : 'IPM.Note', from: snapshot.from, to: snapshot.to, cc: snapshot.cc,
    attachments: attachments.map(({ name, contentType, size, inline }) => ({ name, contentType, size, isInline: inline })), preview: text.slice(0, previewLength),
  }
}

/** Newest first, and one that only an Exchange can produce: a sender who is known by a directory name instead of an address. */
export function toDemoMessages(mail: DemoMailbox): DemoMessages {
  const items = mail.list().filter((file) => file.unreadable === undefined).map(toDemoItem)
  return { owner: mail.owner, items: [...items, directoryNameItem(mail.owner)].sort((a, b) => b.createdAt.localeCompare(a.createdAt)) }
}

export const directoryNameId = 'AAMkDemo-directory-name'
export const directoryNameText = 'The minutes of the meeting are in the folder of the project.'
const directoryNameItem = (owner: MailAddress): DemoItem => ({
  itemId: directoryNameId, internetMessageId: '<directory-name@exchange.demo.example>', conversationId: directoryNameId, subject: 'Minutes of the meeting', createdAt: '2026-11-16T08:20:00.000Z', itemClass: 'IPM.Note',
  from: { name: 'Walter Brandt', address: '/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=3f2504e04f8911d39a0c0305e82c3301-Walter Brandt' },
  to: [owner], cc: [], attachments: [], preview: directoryNameText,
})
