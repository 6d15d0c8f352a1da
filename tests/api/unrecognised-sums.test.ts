import fc from 'fast-check'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeEach(async () => { server = await startTestServer() })
afterEach(() => server.close())

const addresses = ['a@one.example', 'b@sub.one.example', 'c@two.example', 'd@gmail.com', 'e@gmail.com', 'f@mailinator.com', 'g@[192.0.2.1]', 'broken', 'h@localhost', 'i@three.example']
const senders = ['domain:one.example', 'domain:two.example', 'domain:sub.one.example', 'address:a@one.example', 'address:d@gmail.com', 'domain:gmail.com']
const aContact = fc.record({
  to: fc.uniqueArray(fc.constantFrom(...addresses), { maxLength: 4 }), private: fc.boolean(), status: fc.constantFrom('held', 'held', 'planned', 'cancelled'), client: fc.constantFrom(null, null, 'cp-delta'),
  undone: fc.constantFrom(false, false, true), registeredById: fc.constantFrom('m-olga', 'm-anna', null), managerId: fc.constantFrom('m-olga', 'm-anna', null), joint: fc.boolean(),
})
const aStanding = fc.record({ sender: fc.constantFrom(...senders), never: fc.boolean(), managerId: fc.constantFrom(null, 'm-olga', 'm-anna') })

async function idsIn(caller: HttpClient, query: { kind: 'domain' | 'address' | 'none'; value?: string; mine: boolean }): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page: { items: { id: string }[]; nextCursor: string | null } = await caller('unrecognisedContacts', { query: { ...query, limit: 7, ...(cursor !== null && { cursor }) } })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}

test('every contact without a client is in exactly one group, or without an address, or withheld, whatever was decided', async () => {
  const { db } = server
  const olga = await server.as('olga@demo.example')
  await fc.assert(fc.asyncProperty(fc.array(aContact, { maxLength: 60 }), fc.uniqueArray(aStanding, { maxLength: 5, selector: ({ sender }) => sender }), fc.boolean(), async (contacts, standings, mine) => {
    for (const table of ['contactManager', 'contactAddress', 'contact', 'senderDecision', 'neverRegister'] as const) await (db.prisma[table] as { deleteMany(): Promise<unknown> }).deleteMany()
    for (const [i, one] of contacts.entries()) {
      const startsAt = new Date(Date.UTC(2026, 9, 1 + (i % 7)))
      await db.prisma.contact.create({ data: {
        id: `x-${i}`, startsAt, endsAt: startsAt, method: 'letter', direction: 'incoming', status: one.status, source: 'api', private: one.private, counterpartyId: one.client, registeredById: one.registeredById,
        managerId: one.managerId, undoneAt: one.undone ? startsAt : null, addresses: { create: one.to.map((addressKey) => ({ addressKey })) }, ...(one.joint && { managers: { create: [{ managerId: 'm-olga' }] } }),
      } })
    }
    for (const [i, { sender, never, managerId }] of standings.entries()) {
      const [kind = '', valueKey = ''] = sender.split(/:(.*)/s)
      if (never) await db.prisma.neverRegister.create({ data: { id: `n-${i}`, kind, valueKey, managerId } })
      else await db.prisma.senderDecision.create({ data: { id: `s-${i}`, kind, valueKey, decision: 'not-client', managerId: 'm-olga', at: new Date() } })
    }
    const held = contacts.map((one, i) => ({ ...one, id: `x-${i}` })).filter((one) => one.status === 'held' && one.client === null && !one.undone)
    const takesPart = (one: (typeof held)[number]) => one.registeredById === 'm-olga' || one.managerId === 'm-olga' || one.joint
    const scope = held.filter((one) => !mine || takesPart(one))
    const known = scope.filter((one) => !one.private || takesPart(one))
    const waiting = await olga('listUnrecognised', { query: { mine, limit: 200 } })
    const aside = await olga('listUnrecognised', { query: { mine, decided: true, limit: 200 } })
    const { totals } = waiting
    expect(totals.waiting + totals.aside + totals.withoutAddress + totals.withheld).toBe(scope.length)
    expect(totals).toMatchObject({ withheld: scope.length - known.length, withoutAddress: known.filter((one) => one.to.length === 0).length, groups: waiting.items.length })
    const found: string[] = []
    for (const { kind, value, contacts: count, standing } of [...waiting.items, ...aside.items]) {
      const ids = await idsIn(olga, { kind, value, mine })
      expect({ value, count: ids.length }).toEqual({ value, count })
      if (standing) expect(standings.map(({ sender }) => sender)).toContain(`${kind}:${value}`)
      found.push(...ids)
    }
    found.push(...await idsIn(olga, { kind: 'none', mine }))
    expect(found.sort()).toEqual(known.map(({ id }) => id).sort())
  }), { numRuns: 25 })
}, 120_000)
