import { setImmediate as turn } from 'node:timers/promises'
import { senderKeysOf, senderOf, type NamedSender, type SenderKeys } from './sender-keys'
import type { SenderStanding } from './sender-standings.repository'
import type { LetterRow } from './waiting-letters.repository'

export interface Group extends NamedSender { contacts: number; oldest: number; newest: number; addressKeys: Set<string>; standing: SenderStanding | null }
export interface Grouped { groups: Group[]; withoutAddress: number }
type KeysOf = (addressKey: string) => SenderKeys

/** So many rows in one go; whoever opens a letter meanwhile is answered in between. */
const handful = 500

/** Each contact counts once: for the first of its addresses about which nothing is decided, else for the first that is decided. */
export async function groupLetters(rows: readonly LetterRow[], standings: ReadonlyMap<string, SenderStanding>, keysOf: KeysOf = senderKeysOf): Promise<Grouped> {
  const groups = new Map<string, Group>()
  let withoutAddress = 0
  for (const [index, row] of rows.entries()) {
    if (index % handful === handful - 1) await turn()
    const letter = senderOfLetter(row.addresses, standings, keysOf)
    if (letter === null) { withoutAddress += row.contacts; continue }
    const { kind, value, id } = letter.sender
    let group = groups.get(id)
    if (!group) groups.set(id, (group = { kind, value, id, contacts: 0, oldest: row.oldest, newest: row.newest, addressKeys: new Set(), standing: standings.get(id) ?? null }))
    group.contacts += row.contacts
    group.oldest = Math.min(group.oldest, row.oldest)
    group.newest = Math.max(group.newest, row.newest)
    for (const addressKey of letter.addressKeys) group.addressKeys.add(addressKey)
  }
  return { groups: [...groups.values()], withoutAddress }
}

/** Whose a contact's addresses make it, and which of them are that sender's; null without any. */
export function senderOfLetter(addresses: string, standings: ReadonlyMap<string, unknown>, keysOf: KeysOf = senderKeysOf) {
  const senders = (JSON.parse(addresses) as string[]).map((addressKey) => ({ addressKey, ...senderOf(keysOf(addressKey), (id) => standings.has(id)) }))
  const chosen = senders.find(({ decided }) => !decided) ?? senders[0]
  return chosen ? { sender: chosen.sender, addressKeys: senders.filter(({ sender }) => sender.id === chosen.sender.id).map(({ addressKey }) => addressKey) } : null
}
