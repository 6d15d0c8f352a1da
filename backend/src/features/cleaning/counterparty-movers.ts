import { owned, shared } from './mover-kinds'
import { alsoMover } from './also-mover'
import type { Movers } from './merge.types'

const byPlace = { orderBy: { position: 'asc' } } as const
const placed = <R extends { position: number }>(rows: readonly R[], { owner, after }: { owner: string; after: number | null }) =>
  rows.map((row, i) => ({ ...row, counterpartyId: owner, position: after === null ? row.position : after + i }))
const idsOf = (rows: readonly { id: string }[]) => ({ where: { id: { in: rows.map((row) => row.id) } } })

/** All that refers to a client. Whoever adds a table that does adds it here, or says below why nothing is to be done. */
export const counterpartyMovers: Movers = {
  'CounterpartyAddress.counterpartyId': shared('addresses', {
    read: (tx, counterpartyId) => tx.counterpartyAddress.findMany({ where: { counterpartyId }, ...byPlace }), keyOf: (row) => row.addressKey,
    insert: async (tx, rows, place) => (await tx.counterpartyAddress.createMany({ data: placed(rows, place) })).count, remove: async (tx, _owner, rows) => void (await tx.counterpartyAddress.deleteMany(idsOf(rows))),
  }),
  'CounterpartyDomain.counterpartyId': shared('domains', {
    read: (tx, counterpartyId) => tx.counterpartyDomain.findMany({ where: { counterpartyId }, ...byPlace }), keyOf: (row) => row.domainKey,
    insert: async (tx, rows, place) => (await tx.counterpartyDomain.createMany({ data: placed(rows, place) })).count, remove: async (tx, _owner, rows) => void (await tx.counterpartyDomain.deleteMany(idsOf(rows))),
  }),
  'CounterpartyPhone.counterpartyId': shared('phones', {
    read: (tx, counterpartyId) => tx.counterpartyPhone.findMany({ where: { counterpartyId }, ...byPlace }), keyOf: (row) => row.phoneKey ?? row.phone,
    insert: async (tx, rows, place) => (await tx.counterpartyPhone.createMany({ data: placed(rows, place) })).count, remove: async (tx, _owner, rows) => void (await tx.counterpartyPhone.deleteMany(idsOf(rows))),
  }),
  'ContactPerson.counterpartyId': owned('persons', {
    ids: (tx, counterpartyId) => tx.contactPerson.findMany({ where: { counterpartyId }, select: { id: true } }),
    give: (tx, ids, { from, to, at }) => tx.$executeRaw`UPDATE ContactPerson SET counterpartyId = ${to}, version = version + 1, updatedAt = ${at.getTime()} WHERE id IN (SELECT value FROM json_each(${ids})) AND counterpartyId = ${from}`,
  }),
  // Before the contacts themselves change hands: it asks whose they are.
  'ContactCounterparty.counterpartyId': alsoMover,
  'Contact.counterpartyId': owned('contacts', {
    ids: (tx, counterpartyId) => tx.contact.findMany({ where: { counterpartyId }, select: { id: true } }),
    give: (tx, ids, { from, to, at }) => tx.$executeRaw`UPDATE Contact SET counterpartyId = ${to}, version = version + 1, updatedAt = ${at.getTime()} WHERE id IN (SELECT value FROM json_each(${ids})) AND counterpartyId = ${from}`,
  }),
  'Task.counterpartyId': owned('tasks', {
    ids: (tx, counterpartyId) => tx.task.findMany({ where: { counterpartyId }, select: { id: true } }),
    give: (tx, ids, { from, to, at }) => tx.$executeRaw`UPDATE Task SET counterpartyId = ${to}, version = version + 1, updatedAt = ${at.getTime()} WHERE id IN (SELECT value FROM json_each(${ids})) AND counterpartyId = ${from}`,
  }),
  'SegmentMember.counterpartyId': shared('segments', {
    read: (tx, counterpartyId) => tx.segmentMember.findMany({ where: { counterpartyId } }), keyOf: (row) => row.segmentId,
    async insert(tx, rows, { owner }) {
      const there = await tx.segment.findMany({ where: { id: { in: rows.map((row) => row.segmentId) } }, select: { id: true } })
      const known = new Set(there.map((row) => row.id))
      return (await tx.segmentMember.createMany({ data: rows.filter((row) => known.has(row.segmentId)).map((row) => ({ ...row, counterpartyId: owner })) })).count
    },
    remove: async (tx, counterpartyId, rows) => void (await tx.segmentMember.deleteMany({ where: { counterpartyId, segmentId: { in: rows.map((row) => row.segmentId) } } })),
  }),
  'PersonEmployment.counterpartyId': owned('employments', {
    ids: (tx, counterpartyId) => tx.personEmployment.findMany({ where: { counterpartyId }, select: { id: true } }),
    give: (tx, ids, { from, to }) => tx.$executeRaw`UPDATE PersonEmployment SET counterpartyId = ${to} WHERE id IN (SELECT value FROM json_each(${ids})) AND counterpartyId = ${from}`,
  }),
  'RememberedChoice.counterpartyId': owned('choices', {
    ids: async (tx, counterpartyId) => (await tx.rememberedChoice.findMany({ where: { counterpartyId }, select: { addressKey: true } })).map((row) => ({ id: row.addressKey })),
    give: (tx, ids, { from, to }) => tx.$executeRaw`UPDATE RememberedChoice SET counterpartyId = ${to} WHERE addressKey IN (SELECT value FROM json_each(${ids})) AND counterpartyId = ${from}`,
  }),
  'SendOrder.counterpartyId': owned('orders', {
    ids: (tx, counterpartyId) => tx.sendOrder.findMany({ where: { counterpartyId }, select: { id: true } }),
    give: (tx, ids, { from, to }) => tx.$executeRaw`UPDATE SendOrder SET counterpartyId = ${to} WHERE id IN (SELECT value FROM json_each(${ids})) AND counterpartyId = ${from}`,
  }),
}
