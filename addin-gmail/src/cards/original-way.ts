import type { Original } from '@counterpane/shared/contract/attachments'
import { plain } from '../card-text'

/** How the original of a contact is reached by this person: in one's own Gmail, in one's own Outlook, or in the mailboxes of others. */
export type OriginalWay = { kind: 'gmail'; url: string } | { kind: 'own-outlook' } | { kind: 'others'; names: readonly string[] }

/** Gmail finds a message by its Message-ID in every mailbox that has it; RFC 5322 lets none be longer than a line. */
export function gmailSearch(messageId: string): string | null {
  const id = plain(messageId, 998)
  return id === '' || encodeURIComponent(id).length > 1_500 ? null : `https://mail.google.com/mail/#search/rfc822msgid:${encodeURIComponent(id.replace(/^<|>$/g, ''))}`
}

export function wayToOriginal(originals: readonly Original[], managerId: string): OriginalWay | null {
  const mine = originals.filter(({ manager }) => manager.id === managerId)
  const messageId = mine.find(({ client }) => client === 'gmail')?.messageId
  const url = messageId ? gmailSearch(messageId) : null
  if (url) return { kind: 'gmail', url }
  if (mine.some(({ client }) => client === 'outlook')) return { kind: 'own-outlook' }
  const names = [...new Set(originals.filter((one) => !mine.includes(one)).map(({ manager }) => manager.name))]
  return names.length > 0 ? { kind: 'others', names } : null
}
