import { MailboxError, type OpenItem } from './mailbox'
import { toOpenMessage } from './office-message'

export type OfficeItem = NonNullable<Office.Mailbox['item']>

/** The item of this window now; null between two items, with several or none selected, and before the mail client has one (outlook-and-graph 3.3). */
export function currentItem(): OfficeItem | null {
  try { return Office.context.mailbox.item ?? null } catch { return null }
}

// What is being written has no id before it is saved: the object that Office.js keeps for it is what tells it from another.
const invented = new WeakMap<object, string>()
function inventedKey(item: OfficeItem, kind: string) {
  const key = invented.get(item) ?? `${kind}-${crypto.randomUUID()}`
  invented.set(item, key)
  return key
}

/** The open item with its key, or null for none and for kinds that are nobody's business. */
export function toOpenItem(item: OfficeItem | null): OpenItem | null {
  if (!item) return null
  // In a window for writing, subject is an object with getters instead of a text (outlook-and-graph 3.1).
  const writing = typeof item.subject !== 'string'
  if (String(item.itemType) === 'appointment') {
    if (writing) return { kind: 'meeting', key: inventedKey(item, 'meeting'), organising: true }
    // Occurrences of one series may share an id: their time tells them apart.
    return { kind: 'meeting', key: item.itemId ? `${item.itemId}|${timeOf(item.start)}` : inventedKey(item, 'meeting'), organising: false }
  }
  if (String(item.itemType) !== 'message') return null
  if (writing) return { kind: 'draft', key: inventedKey(item, 'draft') }
  const message = toOpenMessage(item)
  return message && { kind: 'message', key: message.key, message }
}

/** The open item when it is still the one of that key. */
export function itemOf(key: string): OfficeItem {
  const item = currentItem()
  if (!item || toOpenItem(item)?.key !== key) throw new MailboxError('other-message')
  return item
}

/** Runs one reading of an item: refused when another one is open before it, or after its wait. */
export async function whileOpen<T>(key: string, read: (item: OfficeItem) => Promise<T>): Promise<T> {
  const found = await read(itemOf(key))
  itemOf(key)
  return found
}

const timeOf = (value: unknown) => new Date(value as Date).getTime() || 0
