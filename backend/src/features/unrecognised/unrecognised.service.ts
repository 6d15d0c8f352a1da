import type { SenderGroup, SenderTotals } from '@counterpane/shared/contract/unrecognised'
import { searchWords } from '@counterpane/shared/text/fold'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { LRUCache } from 'lru-cache'
import type { Db } from '../../platform/db/database'
import { readCursor, toPage } from '../../platform/http/cursor'
import { presentGroup } from './group.presenter'
import { groupLetters, senderOfLetter, type Group, type Grouped } from './sender-groups'
import { readableSender, senderId, senderKeysOf, type SenderKeys } from './sender-keys'
import { readStandings, type SenderStanding } from './sender-standings.repository'
import type { Sender, UnrecognisedNeeds, Viewer } from './unrecognised.types'
import type { Scope, WaitingLetters } from './waiting-letters.repository'

export interface UnrecognisedDeps { db: Db; letters: WaitingLetters; needs: UnrecognisedNeeds }
interface Picture extends Grouped { edition: number | string; standings: Map<string, SenderStanding>; withheld: number }
interface Asked { q?: string; mine?: boolean; decided?: boolean; sort?: 'contacts' | 'newest'; cursor?: string }
interface AskedContacts { kind: Sender['kind'] | 'none'; value?: string; mine?: boolean; cursor?: string }

/** Pictures of the whole queue that are kept, each for one who looks, until anything changes. */
const keptPictures = 8
const looked = 200
/** What an address is called depends on its text alone. */
const keptAddresses = 100_000
const searchedAddresses = 50

export function createUnrecognised({ db, letters, needs }: UnrecognisedDeps) {
  const pictures = new LRUCache<string, Promise<Picture>>({ max: keptPictures })
  const known = new LRUCache<string, SenderKeys>({ max: keptAddresses })
  const keysOf = (addressKey: string): SenderKeys => {
    const keys = known.get(addressKey) ?? senderKeysOf(addressKey)
    known.set(addressKey, keys)
    return keys
  }

  async function draw(scope: Scope, edition: Picture['edition']): Promise<Picture> {
    const standings = readStandings(db.sql, scope.callerId)
    const [rows, withheld] = await Promise.all([letters.byAddresses(scope), letters.withheld(scope)])
    return { edition, standings, withheld, ...await groupLetters(rows, standings, keysOf) }
  }
  async function picture(scope: Scope): Promise<Picture> {
    const [key, edition] = [`${scope.callerId} ${scope.mine}`, letters.edition()]
    const kept = await pictures.get(key)?.catch(() => undefined)
    if (kept?.edition === edition) return kept
    const drawn = draw(scope, edition)
    pictures.set(key, drawn)
    return drawn
  }

  async function detail(group: Group, scope: Scope, { viewer, standings }: { viewer: Viewer; standings: Picture['standings'] }): Promise<SenderGroup> {
    const newest = (await letters.at([...group.addressKeys], scope, looked)).filter((row) => isOf(group, row.addresses, standings))
    const shown = needs.showContacts(newest.slice(0, 10).map((row) => row.id), viewer)
    const match = needs.match([...group.addressKeys][0] ?? '', viewer)
    const registrars = letters.namesOf(newest.flatMap((row) => row.registeredById ?? []))
    return presentGroup(group, { subjects: shown.map((contact) => contact.subject), registeredBy: [...registrars.values()], match, viewer })
  }

  return {
    /** The addresses under which the caller sees something of the sender. */
    addressKeysOf: async (sender: Sender, viewer: Viewer): Promise<string[]> => {
      const { groups } = await picture({ callerId: viewer.caller.id, mine: false })
      return [...groups.find((group) => group.id === senderId(sender))?.addressKeys ?? []]
    },
    async list({ q = '', mine = false, decided = false, sort = 'contacts', cursor }: Asked, limit: number, viewer: Viewer): Promise<{ items: SenderGroup[]; nextCursor: string | null; totals: SenderTotals }> {
      const scope = { callerId: viewer.caller.id, mine }
      const { groups, withoutAddress, withheld, standings } = await picture(scope)
      const words = searchWords(q)
      const wanted = groups.filter((group) => (group.standing !== null) === decided && holds(group, words))
      const rank = (group: Group): number => (sort === 'contacts' ? group.contacts : group.newest)
      const ranked = wanted.map((group) => ({ group, key: rank(group), id: group.id })).sort((a, b) => b.key - a.key || (a.id < b.id ? -1 : 1))
      const place = cursor === undefined ? null : readCursor(cursor, ['number', 'string']) as [number, string]
      const after = place === null ? ranked : ranked.filter(({ key, id }) => key < place[0] || (key === place[0] && id > place[1]))
      const page = toPage(after.slice(0, limit + 1), limit, ({ key, id }) => [key, id])
      const sum = (some: readonly Group[]) => some.reduce((all, group) => all + group.contacts, 0)
      const open = groups.filter((group) => group.standing === null)
      return {
        items: await Promise.all(page.rows.map(({ group }) => detail(group, scope, { viewer, standings }))), nextCursor: page.nextCursor,
        totals: { waiting: sum(open), groups: open.length, aside: sum(groups) - sum(open), withoutAddress, withheld },
      }
    },
    async contacts({ kind, value = '', mine = false, cursor }: AskedContacts, limit: number, viewer: Viewer) {
      const scope = { callerId: viewer.caller.id, mine }
      const place = cursor === undefined ? null : readCursor(cursor, ['number', 'string']) as [number, string]
      const after = place && { startsAt: place[0], id: place[1] }
      const rows = kind === 'none' ? await letters.withoutAddress(scope, after, limit + 1) : await rowsOf({ kind, value }, scope, after)
      const page = toPage(rows.slice(0, limit + 1), limit, ({ startsAt, id }) => [startsAt, id])
      return { items: needs.showContacts(page.rows.map((row) => row.id), viewer), nextCursor: page.nextCursor }
    },
  }

  async function rowsOf(sender: Sender, scope: Scope, after: { startsAt: number; id: string } | null) {
    const { groups, standings } = await picture(scope)
    const group = groups.find((one) => one.id === senderId(sender))
    if (!group) return []
    const rows = (await letters.at([...group.addressKeys], scope, -1)).filter((row) => isOf(group, row.addresses, standings))
    return after === null ? rows : rows.filter((row) => row.startsAt < after.startsAt || (row.startsAt === after.startsAt && row.id < after.id))
  }
}
export type Unrecognised = ReturnType<typeof createUnrecognised>

function holds(group: Group, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = foldForSearch([readableSender(group), group.value, ...[...group.addressKeys].slice(0, searchedAddresses)].join(' '))
  return words.every((word) => text.includes(word))
}

function isOf(group: Sender, addresses: string, standings: ReadonlyMap<string, unknown>): boolean {
  const letter = senderOfLetter(addresses, standings)
  return letter !== null && letter.sender.id === senderId(group)
}
