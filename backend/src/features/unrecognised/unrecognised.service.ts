import type { SenderGroup, SenderTotals } from '@counterpane/shared/contract/unrecognised'
import { searchWords } from '@counterpane/shared/text/fold'
import type { Db } from '../../platform/db/database'
import { readCursor, toPage } from '../../platform/http/cursor'
import { presentGroup, type Group } from './group.presenter'
import type { SenderCatchUp } from './sender-catch-up'
import { senderId, senderOfId } from './sender-keys'
import { readStandings } from './sender-standings.repository'
import type { Sender, UnrecognisedNeeds, Viewer } from './unrecognised.types'
import type { AddressRow, GroupRow, WaitingLetters } from './waiting-letters.repository'
import type { Scope } from './waiting-sql'

export interface UnrecognisedDeps { db: Db; letters: WaitingLetters; catchUp: Pick<SenderCatchUp, 'now'>; needs: UnrecognisedNeeds }
interface Asked { q?: string; mine?: boolean; decided?: boolean; sort?: 'contacts' | 'newest'; cursor?: string }
interface AskedContacts { kind: Sender['kind'] | 'none'; value?: string; mine?: boolean; cursor?: string }

const mostWords = 8

export function createUnrecognised({ db, letters, catchUp, needs }: UnrecognisedDeps) {
  async function detail(group: Omit<Group, 'oldest'>, scope: Scope, viewer: Viewer): Promise<SenderGroup> {
    const [subjects, registeredBy, oldest] = await Promise.all([letters.subjects(scope, group.id), letters.registrars(scope, group.id), letters.oldest(scope, group.id)])
    return presentGroup({ ...group, oldest }, { subjects, registeredBy, match: needs.match(group.addressKeys[0] ?? '', viewer), viewer })
  }
  async function groupsOf(rows: readonly GroupRow[], scope: Scope, decided: boolean): Promise<Omit<Group, 'oldest'>[]> {
    const ids = rows.map(({ id }) => id)
    const addresses = new Map<string, AddressRow[]>()
    for (const row of await letters.addressesOf(scope, ids)) addresses.set(row.sender, [...addresses.get(row.sender) ?? [], row])
    const standings = decided ? readStandings(db.sql, scope.callerId, ids) : null
    return rows.map((row) => {
      const own = addresses.get(row.id) ?? []
      return { ...senderOfId(row.id), ...row, addressKeys: own.map(({ addressKey }) => addressKey), addressCount: own[0]?.count ?? 0, standing: standings?.get(row.id) ?? null }
    })
  }

  return {
    /** The addresses under which the caller sees something of the sender. */
    async addressKeysOf(sender: Sender, { caller }: Viewer): Promise<string[]> {
      await catchUp.now()
      return letters.seenAddresses({ callerId: caller.id, mine: false }, sender)
    },
    async list({ q = '', mine = false, decided = false, sort = 'contacts', cursor }: Asked, limit: number, viewer: Viewer): Promise<{ items: SenderGroup[]; nextCursor: string | null; totals: SenderTotals }> {
      await catchUp.now()
      const scope = { callerId: viewer.caller.id, mine }
      const after = cursor === undefined ? null : readCursor(cursor, ['number', 'string']) as [number, string]
      const { sums, rows } = await letters.groups(scope, { decided, sort, after, words: searchWords(q).slice(0, mostWords) }, limit + 1)
      const page = toPage(rows, limit, (row) => [sort === 'contacts' ? row.contacts : row.newest, row.id])
      const groups = await groupsOf(page.rows, scope, decided)
      return { items: await Promise.all(groups.map((group) => detail(group, scope, viewer))), nextCursor: page.nextCursor, totals: sums }
    },
    async contacts({ kind, value = '', mine = false, cursor }: AskedContacts, limit: number, viewer: Viewer) {
      await catchUp.now()
      const place = cursor === undefined ? null : readCursor(cursor, ['number', 'string']) as [number, string]
      const after = place && { startsAt: place[0], id: place[1] }
      const rows = await letters.newest({ callerId: viewer.caller.id, mine }, kind === 'none' ? '' : senderId({ kind, value }), { after, limit: limit + 1 })
      const page = toPage(rows, limit, ({ startsAt, id }) => [startsAt, id])
      return { items: needs.showContacts(page.rows.map((row) => row.id), viewer), nextCursor: page.nextCursor }
    },
  }
}
export type Unrecognised = ReturnType<typeof createUnrecognised>
