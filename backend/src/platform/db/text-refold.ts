import { foldForSearch } from '@counterpane/shared/text/search-fold'
import type { Db, Tx } from './database'
import { reindexTexts } from './text-writes'

/** So many rows are looked at aside at once. */
const window = 2_000
/** So many are written at once, and no more than a few long letters. */
const slice = { rows: 200, characters: 2_000_000 }

/** Whatever holds nothing but these is folded by every version alike; of the rest nobody knows without folding it. */
const usual = "*[^ -~а-я«»„“”’–—…•№₽€]*"
const oddText = { sql: '(text GLOB ? OR text GLOB ? OR text GLOB ? OR text GLOB ?)', parameters: [usual, '*[a-z0-9]++*', '*[a-z0-9а-я]#*', '*[^a-z0-9а-я.].[a-zа-я]*'] }
const oddNames = { sql: 'searchText GLOB ?', parameters: [usual] }

const tables = {
  ContactText: { key: 'contactId', size: 'length(text)', odd: oddText, write: reindexTexts },
  Counterparty: { key: 'id', size: 'length(searchText)', odd: oddNames, write: refoldNames('Counterparty') },
  ContactPerson: { key: 'id', size: 'length(searchText)', odd: oddNames, write: refoldNames('ContactPerson') },
} as const

/** Folds anew, piece by piece, what an earlier version left (see text-fold-state.ts): until then it is found as it was. Gives how many rows were looked at, roughly; 0: all is done. */
export async function refoldSome({ sql, side, write }: Pick<Db, 'sql' | 'side' | 'write'>): Promise<number> {
  const [open] = sql.all<{ name: keyof typeof tables; upTo: string }>('SELECT name, upTo FROM "_text_fold" LIMIT 1')
  if (!open) return 0
  const { key, size, odd, write: writeAnew } = tables[open.name]
  const [seen] = await side.all<{ count: number; last: string | null }>(`SELECT COUNT(*) AS count, MAX(id) AS last FROM (SELECT ${key} AS id FROM ${open.name} WHERE ${key} > ? ORDER BY ${key} LIMIT ${window})`, [open.upTo])
  if (!seen || seen.last === null) {
    await write((tx) => tx.$executeRaw`DELETE FROM "_text_fold" WHERE name = ${open.name}`)
    return 1
  }
  const found = await side.all<{ id: string; size: number }>(`SELECT ${key} AS id, ${size} AS size FROM ${open.name} WHERE ${key} > ? AND ${key} <= ? AND ${odd.sql} ORDER BY ${key} LIMIT ${slice.rows}`, [open.upTo, seen.last, ...odd.parameters])
  let characters = 0
  const ids = found.filter((row, i) => (characters += row.size) <= slice.characters || i === 0).map(({ id }) => id)
  const upTo = ids.length < found.length || found.length === slice.rows ? (ids.at(-1) as string) : seen.last
  await write(async (tx) => {
    if (ids.length > 0) await writeAnew(tx, ids)
    await tx.$executeRaw`UPDATE "_text_fold" SET "upTo" = ${upTo} WHERE name = ${open.name}`
  })
  return upTo === seen.last ? seen.count : ids.length
}

/** What the search of the base reads: folded once more it is as if it had been folded so from the first. */
function refoldNames(table: 'Counterparty' | 'ContactPerson') {
  return async (tx: Tx, ids: readonly string[]) => {
    const where = { id: { in: [...ids] } }
    const select = { id: true, searchText: true } as const
    const rows = table === 'Counterparty' ? await tx.counterparty.findMany({ where, select }) : await tx.contactPerson.findMany({ where, select })
    const folded = JSON.stringify(rows.map(({ id, searchText }) => [id, foldForSearch(searchText)]))
    if (table === 'Counterparty') await tx.$executeRaw`UPDATE Counterparty SET searchText = f.value ->> 1 FROM json_each(${folded}) f WHERE Counterparty.id = f.value ->> 0`
    else await tx.$executeRaw`UPDATE ContactPerson SET searchText = f.value ->> 1 FROM json_each(${folded}) f WHERE ContactPerson.id = f.value ->> 0`
  }
}
