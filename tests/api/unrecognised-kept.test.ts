import fc from 'fast-check'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { fillWaitingSenders } from '@counterpane/backend/platform/db/waiting-sender-triggers'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'
import { unknownLetter, waitingOf } from './unrecognised-house'

let server: TestServer
let olga: HttpClient
beforeAll(async () => { server = await startTestServer(); olga = await server.as('olga@demo.example') }, 60_000)
afterAll(() => server.close())

const rows = () => server.db.sql.all(`SELECT contactId, addressKey, hostKey, domainKey, usual, text, sender, decided, part, startsAt, held, private, registeredById, managerId FROM WaitingSender ORDER BY contactId, addressKey`)
const kept = () => ({ rows: rows(), groups: server.db.sql.all('SELECT * FROM WaitingGroup ORDER BY sender') })
/** Whoever asks for the queue has everything keyed before. */
const settled = async () => { await olga('listUnrecognised'); return kept() }
async function madeAnew() {
  const connection = openConnection(server.databasePath)
  connection.exec(fillWaitingSenders())
  connection.close()
  return settled()
}

const addresses = ['a@one.example', 'b@sub.one.example', 'c@two.example', 'd@gmail.com', 'broken']
const contactId = fc.integer({ min: 0, max: 5 }).map((n) => `k-${n}`)
const deeds = fc.oneof(
  fc.record({ deed: fc.constant('make' as const), id: contactId, to: fc.uniqueArray(fc.constantFrom(...addresses), { maxLength: 3 }), client: fc.constantFrom(null, null, 'cp-delta'), held: fc.boolean() }),
  fc.record({ deed: fc.constant('change' as const), id: contactId, change: fc.constantFrom({ counterpartyId: null }, { counterpartyId: 'cp-delta' }, { status: 'held' }, { status: 'planned' }, { undoneAt: new Date(0) }, { undoneAt: null }, { private: true }, { managerId: 'm-anna' }, { startsAt: new Date(5) }) }),
  fc.record({ deed: fc.constant('remove' as const), id: contactId }),
  fc.record({ deed: fc.constant('address' as const), id: contactId, address: fc.constantFrom(...addresses), gone: fc.boolean() }),
  fc.record({ deed: fc.constant('readdress' as const), id: contactId, address: fc.constantFrom(...addresses), to: fc.constantFrom('x@nine.example', 'y@gmail.com') }),
  fc.record({ deed: fc.constant('decide' as const), sender: fc.constantFrom('domain:one.example', 'domain:sub.one.example', 'address:a@one.example', 'domain:two.example', 'domain:gmail.com'), never: fc.boolean(), own: fc.boolean(), gone: fc.boolean() }),
  fc.record({ deed: fc.constant('look' as const) }),
)

test('whatever happens to contacts, addresses and decisions, what is kept of the queue is what would be made of it anew', async () => {
  const { prisma } = server.db
  await fc.assert(fc.asyncProperty(fc.array(deeds, { minLength: 5, maxLength: 40 }), async (all) => {
    for (const table of ['contactAddress', 'contact', 'senderDecision', 'neverRegister'] as const) await (prisma[table] as { deleteMany(): Promise<unknown> }).deleteMany()
    for (const one of all) {
      if (one.deed === 'look') await settled()
      if (one.deed === 'make' && !await prisma.contact.findUnique({ where: { id: one.id } })) {
        const at = new Date(1_000)
        await prisma.contact.create({ data: { id: one.id, startsAt: at, endsAt: at, method: 'letter', direction: 'incoming', status: one.held ? 'held' : 'planned', source: 'api', counterpartyId: one.client, registeredById: 'm-olga', addresses: { create: one.to.map((addressKey) => ({ addressKey })) } } })
      }
      if (one.deed === 'change') await prisma.contact.updateMany({ where: { id: one.id }, data: one.change })
      if (one.deed === 'remove') await prisma.contact.deleteMany({ where: { id: one.id } })
      if (one.deed === 'address' && one.gone) await prisma.contactAddress.deleteMany({ where: { contactId: one.id, addressKey: one.address } })
      if (one.deed === 'address' && !one.gone) await prisma.$executeRaw`INSERT OR IGNORE INTO ContactAddress (contactId, addressKey) SELECT id, ${one.address} FROM Contact WHERE id = ${one.id}`
      if (one.deed === 'readdress') await prisma.$executeRaw`UPDATE OR IGNORE ContactAddress SET addressKey = ${one.to} WHERE contactId = ${one.id} AND addressKey = ${one.address}`
      if (one.deed === 'decide') {
        const [kind = '', valueKey = ''] = one.sender.split(/:(.*)/s)
        const [id, managerId] = [`${one.sender} ${one.own}`, one.own ? 'm-olga' : null]
        if (one.never) await prisma.neverRegister.deleteMany({ where: { id } })
        else await prisma.senderDecision.deleteMany({ where: { kind, valueKey } })
        if (!one.gone && one.never) await prisma.neverRegister.create({ data: { id, kind, valueKey, managerId } })
        if (!one.gone && !one.never) await prisma.senderDecision.create({ data: { id, kind, valueKey, decision: 'not-client', managerId: 'm-olga', at: new Date() } })
      }
    }
    const now = await settled()
    expect(now).toEqual(await madeAnew())
    const waiting = server.db.sql.all<{ id: string }>('SELECT id FROM Contact WHERE counterpartyId IS NULL AND undoneAt IS NULL ORDER BY id').map(({ id }) => id)
    expect([...new Set(now.rows.map((row) => row.contactId))]).toEqual(waiting)
  }), { numRuns: 40 })
}, 180_000)

test('a letter of a mailing to many counts for its first addresses, and is found under each of them', async () => {
  const to = Array.from({ length: 30 }, (_, i) => ({ name: '', address: `who@mailing-${i}.example` }))
  await unknownLetter(olga, 'olga@demo.example', { to })
  const groups = [...(await waitingOf(olga, { q: 'mailing-' })).keys()]
  expect(groups).toEqual(['mailing-0.example'])
  await olga('decideUnrecognised', { body: { decision: 'not-client', groups: [{ kind: 'domain', value: 'mailing-0.example' }] } })
  expect([...(await waitingOf(olga, { q: 'mailing-' })).keys()]).toEqual(['mailing-1.example'])
  for (let i = 1; i < 20; i++) await server.db.prisma.senderDecision.create({ data: { id: `aside-${i}`, kind: 'domain', valueKey: `mailing-${i}.example`, decision: 'not-client', managerId: 'm-olga', at: new Date() } })
  expect([[...(await waitingOf(olga, { q: 'mailing-' })).keys()], [...(await waitingOf(olga, { q: 'mailing-', decided: true })).keys()]]).toEqual([[], ['mailing-0.example']])
})

test('the search reads an international domain in letters and in ASCII, and every word has to be there', async () => {
  await unknownLetter(olga, 'иван@почта-фирмы.рф')
  for (const q of ['почта-фирмы', 'xn--', 'ИВАН фирмы']) expect({ q, found: [...(await waitingOf(olga, { q })).keys()].filter((value) => value.startsWith('xn--')) }).toEqual({ q, found: [expect.stringMatching(/^xn--.+\.xn--p1ai$/)] })
  expect((await waitingOf(olga, { q: 'иван пётр' })).size).toBe(0)
})
