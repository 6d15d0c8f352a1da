import type { Tx } from '../../platform/db/database'
import type { Mover, Movers } from './merge.types'
import { owned, shared } from './mover-kinds'

const byPlace = { orderBy: { position: 'asc' } } as const
const placed = <R extends { position: number }>(rows: readonly R[], { owner, after }: { owner: string; after: number | null }) =>
  rows.map((row, i) => ({ ...row, personId: owner, position: after === null ? row.position : after + i }))
const idsOf = (rows: readonly { id: string }[]) => ({ where: { id: { in: rows.map((row) => row.id) } } })

/** All that refers to a person. */
export const personMovers: Movers = {
  'PersonAddress.personId': shared('addresses', {
    read: (tx, personId) => tx.personAddress.findMany({ where: { personId }, ...byPlace }), keyOf: (row) => row.addressKey,
    insert: async (tx, rows, place) => (await tx.personAddress.createMany({ data: placed(rows, place) })).count, remove: async (tx, _owner, rows) => void (await tx.personAddress.deleteMany(idsOf(rows))),
  }),
  'PersonPhone.personId': shared('phones', {
    read: (tx, personId) => tx.personPhone.findMany({ where: { personId }, ...byPlace }), keyOf: (row) => row.phoneKey ?? row.phone,
    insert: async (tx, rows, place) => (await tx.personPhone.createMany({ data: placed(rows, place) })).count, remove: async (tx, _owner, rows) => void (await tx.personPhone.deleteMany(idsOf(rows))),
  }),
  'PersonDate.personId': shared('dates', {
    read: (tx, personId) => tx.personDate.findMany({ where: { personId }, ...byPlace }), keyOf: (row) => JSON.stringify([row.name, row.date]),
    insert: async (tx, rows, place) => (await tx.personDate.createMany({ data: placed(rows, place) })).count, remove: async (tx, _owner, rows) => void (await tx.personDate.deleteMany(idsOf(rows))),
  }),
  'ContactParticipant.personId': shared('contacts', {
    read: (tx, personId) => tx.contactParticipant.findMany({ where: { personId } }), keyOf: (row) => row.contactId,
    insert: (tx, rows, { owner }) => tx.$executeRaw`INSERT OR IGNORE INTO ContactParticipant (contactId, personId, position)
      SELECT value ->> 0, ${owner}, value ->> 1 FROM json_each(${JSON.stringify(rows.map((row) => [row.contactId, row.position]))}) WHERE value ->> 0 IN (SELECT id FROM Contact)`,
    remove: async (tx, owner, rows) => void (await tx.$executeRaw`DELETE FROM ContactParticipant WHERE personId = ${owner} AND contactId IN (SELECT value FROM json_each(${JSON.stringify(rows.map((row) => row.contactId))}))`),
  }),
  'PersonEmployment.personId': owned('employments', {
    ids: (tx, personId) => tx.personEmployment.findMany({ where: { personId }, select: { id: true } }),
    give: (tx, ids, { from, to }) => tx.$executeRaw`UPDATE PersonEmployment SET personId = ${to} WHERE id IN (SELECT value FROM json_each(${ids})) AND personId = ${from}`,
  }),
  'RememberedChoice.personId': owned('choices', {
    ids: async (tx, personId) => (await tx.rememberedChoice.findMany({ where: { personId }, select: { addressKey: true } })).map((row) => ({ id: row.addressKey })),
    give: (tx, ids, { from, to }) => tx.$executeRaw`UPDATE RememberedChoice SET personId = ${to} WHERE addressKey IN (SELECT value FROM json_each(${ids})) AND personId = ${from}`,
  }),
  'SendOrder.personIds': ordersMover(),
}

interface MovedOrder { id: string; before: string[]; after: string[] }

/** The persons of a letter that is being written stand in a list. */
function ordersMover(): Mover {
  const read = (tx: Tx, personId: string) => tx.$queryRaw<{ id: string; personIds: string }[]>`SELECT o.id, json(o.personIds) AS personIds FROM SendOrder o WHERE EXISTS (SELECT 1 FROM json_each(o.personIds) WHERE value = ${personId})`
  return {
    what: 'orders',
    async move(tx, { from, to }): Promise<MovedOrder[]> {
      const orders = (await read(tx, from)).map(({ id, personIds }): MovedOrder => {
        const before = JSON.parse(personIds) as string[]
        return { id, before, after: [...new Set(before.map((one) => (one === from ? to : one)))] }
      })
      for (const { id, after } of orders) await tx.sendOrder.update({ where: { id }, data: { personIds: after } })
      return orders
    },
    async back(tx, { moved, to }) {
      const orders = moved as MovedOrder[]
      if (orders.length === 0) return 0
      const now = new Map((await read(tx, to)).map((row) => [row.id, JSON.stringify(JSON.parse(row.personIds))]))
      const same = orders.filter(({ id, after }) => now.get(id) === JSON.stringify(after))
      for (const { id, before } of same) await tx.sendOrder.update({ where: { id }, data: { personIds: before } })
      return orders.length - same.length
    },
  }
}
