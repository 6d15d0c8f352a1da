import type { Tx } from '../../platform/db/database'
import type { Mover } from './merge.types'

interface Also { contactId: string; counterpartyId: string }
interface Moved { rows: Also[]; added: string[] }

const read = (tx: Tx, from: string, to: string) => tx.contactCounterparty.findMany({ where: { counterpartyId: { in: [from, to] } }, select: { contactId: true, counterpartyId: true, contact: { select: { counterpartyId: true } } } })
const remove = (tx: Tx, rows: readonly Also[]) => tx.$executeRaw`DELETE FROM ContactCounterparty WHERE (contactId, counterpartyId) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${pairs(rows)}))`
const insert = (tx: Tx, rows: readonly Also[]) => tx.$executeRaw`INSERT OR IGNORE INTO ContactCounterparty (contactId, counterpartyId) SELECT value ->> 0, value ->> 1 FROM json_each(${pairs(rows)}) WHERE value ->> 0 IN (SELECT id FROM Contact)`
const pairs = (rows: readonly Also[]) => JSON.stringify(rows.map((row) => [row.contactId, row.counterpartyId]))

/** Who is involved beside the main client is never the main client, and nobody twice: rows of both sides fall away when the two become one. */
export const alsoMover: Mover = {
  what: 'also',
  async move(tx, { from, to }): Promise<Moved> {
    const found = await read(tx, from, to)
    const mine = new Set(found.filter((row) => row.counterpartyId === to).map((row) => row.contactId))
    const isMain = (row: (typeof found)[number]) => row.contact.counterpartyId === from || row.contact.counterpartyId === to
    const gone = found.filter((row) => row.counterpartyId === from || isMain(row)).map(({ contactId, counterpartyId }) => ({ contactId, counterpartyId }))
    const added = found.filter((row) => row.counterpartyId === from && !isMain(row) && !mine.has(row.contactId)).map((row) => row.contactId)
    await remove(tx, gone)
    await insert(tx, added.map((contactId) => ({ contactId, counterpartyId: to })))
    return { rows: gone, added }
  },
  async back(tx, { moved, to }) {
    const { rows, added } = moved as Moved
    const given = added.map((contactId) => ({ contactId, counterpartyId: to }))
    const still = new Set((await tx.contactCounterparty.findMany({ where: { counterpartyId: to }, select: { contactId: true } })).map((row) => row.contactId))
    await remove(tx, given)
    const own = rows.filter((row) => !added.includes(row.contactId) || still.has(row.contactId))
    return rows.length - await insert(tx, own)
  },
}
