import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'
import { aLetter } from '../support/letters'
import { clientsOf, unknownLetter, waitingOf } from './unrecognised-house'

let server: TestServer
let olga: HttpClient
let anna: HttpClient
let admin: HttpClient
beforeEach(async () => {
  server = await startTestServer()
  ;[olga, anna, admin] = await Promise.all([server.as('olga@demo.example'), server.as('anna@demo.example'), server.as('admin@demo.example')])
})
afterEach(() => server.close())

describe('the queue of the unrecognised', () => {
  test('groups letters by the domain a firm has bought, and by address where the domain belongs to nobody', async () => {
    for (const address of ['a@mail.newfirm.example', 'b@newfirm.example', 'someone@gmail.com', 'other@gmail.com']) await unknownLetter(olga, address)
    const groups = await waitingOf(olga)
    expect(groups.get('newfirm.example')).toMatchObject({ kind: 'domain', contacts: 2, addressCount: 2, newName: 'Newfirm', suggestion: null, registeredBy: [{ name: 'Olga Smirnova' }] })
    expect(groups.get('someone@gmail.com')).toMatchObject({ kind: 'address', contacts: 1 })
    expect(groups.has('gmail.com')).toBe(false)
  })

  test('suggests the client whose people are at the domain, and warns of a domain that only looks like theirs', async () => {
    await unknownLetter(olga, 'stranger@vector.example')
    await unknownLetter(olga, 'ivan@vect0r.example')
    const groups = await waitingOf(olga)
    expect(groups.get('vector.example')?.suggestion).toMatchObject({ counterparty: { id: 'cp-vektor' }, reason: expect.stringContaining('vector.example') as unknown })
    expect(groups.get('vect0r.example')).toMatchObject({ suggestion: null, warning: expect.stringContaining('vector.example') as unknown })
  })

  test('finds by text, narrows to one’s own, and pages by key without losing or repeating any', async () => {
    for (let i = 0; i < 7; i++) await unknownLetter(i % 2 ? olga : anna, `who@firm-${i}.example`)
    expect([...(await waitingOf(olga, { q: 'firm-3' })).keys()]).toEqual(['firm-3.example'])
    const mine = await waitingOf(olga, { mine: true })
    expect([...mine.keys()].filter((key) => key.startsWith('firm-')).sort()).toEqual(['firm-1.example', 'firm-3.example', 'firm-5.example'])
    const seen: string[] = []
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page: { items: { value: string }[]; nextCursor: string | null } = await olga('listUnrecognised', { query: { limit: 3, sort: 'newest', ...(cursor && { cursor }) } })
      seen.push(...page.items.map(({ value }) => value))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((value) => value.startsWith('firm-'))).toHaveLength(7)
  })

  test('of a private letter of another not even the domain is told, and its number stands apart', async () => {
    await unknownLetter(olga, 'lawyer@divorce.example', { private: true, subject: 'Secret' })
    expect((await waitingOf(olga)).get('divorce.example')).toMatchObject({ contacts: 1, subjects: ['Secret'] })
    expect((await waitingOf(anna)).has('divorce.example')).toBe(false)
    expect((await anna('listUnrecognised')).totals.withheld - (await olga('listUnrecognised')).totals.withheld).toBe(1)
    expect((await anna('unrecognisedContacts', { query: { kind: 'domain', value: 'divorce.example' } })).items).toEqual([])
    expect((await anna('unrecognisedContacts', { query: { kind: 'none' } })).items.map(({ subject }) => subject)).not.toContain('Secret')
  })

  test('one letter counts once: for the first of its addresses that nobody has decided about', async () => {
    const message = aLetter({ from: { name: '', address: 'olga@demo.example' }, to: [{ name: '', address: 'a@one.example' }, { name: '', address: 'b@two.example' }] })
    await olga('registerMessage', { body: { message } })
    expect([...(await waitingOf(olga)).keys()].filter((key) => /^(one|two)\./.test(key))).toEqual(['one.example'])
    await olga('decideUnrecognised', { body: { decision: 'not-client', groups: [{ kind: 'domain', value: 'one.example' }] } })
    expect([...(await waitingOf(olga)).keys()].filter((key) => /^(one|two)\./.test(key))).toEqual(['two.example'])
  })

  test('what a pane registers without a client is found here', async () => {
    const message = aLetter({ from: { name: 'Who', address: 'who@pane.example' }, subject: 'From the pane' })
    const { contact } = await olga('registerMessage', { body: { message, counterpartyId: null, client: 'outlook' } })
    expect((await waitingOf(olga)).get('pane.example')).toMatchObject({ subjects: ['From the pane'] })
    expect((await olga('unrecognisedContacts', { query: { kind: 'domain', value: 'pane.example' } })).items.map(({ id }) => id)).toEqual([contact.id])
  })
})

describe('a decision', () => {
  test('"this is …" files the past whole, private letters of others too, and the future by address', async () => {
    const past = [await unknownLetter(olga, 'a@vector.example'), await unknownLetter(anna, 'b@sub.vector.example')]
    const hidden = await unknownLetter(anna, 'a@vector.example', { private: true })
    const done = await olga('decideUnrecognised', { body: { decision: 'this-is', group: { kind: 'domain', value: 'vector.example' }, counterpartyId: 'cp-vektor', persons: [{ address: 'a@vector.example', name: 'Anton' }] } })
    expect(done).toMatchObject({ filed: 2, counterparty: { id: 'cp-vektor', name: 'ООО «Вектор»' }, persons: [{ name: 'Anton' }], addresses: 2 })
    expect(new Set(await clientsOf(anna, [...past, hidden]))).toEqual(new Set(['ООО «Вектор»']))
    expect((await olga('getContact', { id: past[0]! })).persons).toMatchObject([{ name: 'Anton' }])
    const next = await unknownLetter(anna, 'b@sub.vector.example')
    expect(await clientsOf(olga, [next])).toEqual(['ООО «Вектор»'])
    expect((await waitingOf(olga)).has('vector.example')).toBe(false)
  })

  test('"new client" makes the client with its domain, and is taken back exactly', async () => {
    const ids = [await unknownLetter(olga, 'ivan.petrov@fresh.example'), await unknownLetter(olga, 'info@fresh.example')]
    const before = await waitingOf(olga)
    const done = await olga('decideUnrecognised', {
      body: { decision: 'new-client', group: { kind: 'domain', value: 'fresh.example' }, name: 'Fresh', kind: 'supplier', managerId: 'm-anna', persons: [{ address: 'ivan.petrov@fresh.example', name: 'Ivan Petrov' }] },
    })
    expect(done).toMatchObject({ filed: 2, domains: ['fresh.example'], addresses: 2 })
    const client = await olga('getCounterparty', { id: done.counterparty!.id })
    expect(client).toMatchObject({ name: 'Fresh', kind: 'supplier', manager: { id: 'm-anna' }, addresses: ['info@fresh.example'], domains: ['fresh.example'] })
    expect(await olga('undoUnrecognised', { id: done.id })).toEqual({ unfiled: 2, left: 0, kept: [] })
    expect(await clientsOf(olga, ids)).toEqual([null, null])
    await expect(olga('getCounterparty', { id: done.counterparty!.id })).rejects.toMatchObject({ problem: { code: 'not-found' } })
    await expect(olga('getPerson', { id: done.persons[0]!.id })).rejects.toMatchObject({ problem: { code: 'not-found' } })
    expect(await waitingOf(olga)).toEqual(before)
    expect(server.db.sql.all('SELECT * FROM ClientDomain WHERE domainKey = ?', ['fresh.example'])).toEqual([])
    expect(await olga('undoUnrecognised', { id: done.id })).toEqual({ unfiled: 0, left: 0, kept: [] })
  })

  test('taking back leaves what was changed since, and keeps a client that is in use', async () => {
    const [first, second] = [await unknownLetter(olga, 'a@used.example'), await unknownLetter(olga, 'a@used.example')]
    const done = await olga('decideUnrecognised', { body: { decision: 'new-client', group: { kind: 'domain', value: 'used.example' }, name: 'Used' } })
    await olga('patchContact', { id: second!, body: { counterpartyId: 'cp-delta' }, ifMatch: '*' })
    const third = await unknownLetter(olga, 'a@used.example')
    expect(await olga('undoUnrecognised', { id: done.id })).toEqual({ unfiled: 1, left: 1, kept: [{ id: done.counterparty!.id, name: 'Used' }] })
    expect(await clientsOf(olga, [first!, third])).toEqual([null, 'Used'])
    expect((await olga('getContact', { id: second! })).counterparty?.id).toBe('cp-delta')
  })

  test('addresses and domain that a known client gained leave it again', async () => {
    const before = await olga('getCounterparty', { id: 'cp-delta' })
    await unknownLetter(olga, 'x@daughter.example')
    const done = await olga('decideUnrecognised', { body: { decision: 'this-is', group: { kind: 'domain', value: 'daughter.example' }, counterpartyId: 'cp-delta' } })
    expect(await olga('getCounterparty', { id: 'cp-delta' })).toMatchObject({ addresses: [...before.addresses, 'x@daughter.example'], domains: [...before.domains, 'daughter.example'] })
    await olga('undoUnrecognised', { id: done.id })
    expect(await olga('getCounterparty', { id: 'cp-delta' })).toMatchObject({ addresses: before.addresses, domains: before.domains })
  })

  test('"not a client" leaves the queue, is honest in the sums, and is taken back', async () => {
    for (const value of ['p1', 'p2']) await unknownLetter(olga, `x@${value}.example`)
    const before = (await olga('listUnrecognised')).totals
    const done = await olga('decideUnrecognised', { body: { decision: 'not-client', groups: ['p1', 'p2'].map((name) => ({ kind: 'domain' as const, value: `${name}.example` })), note: 'partners' } })
    expect((await olga('listUnrecognised')).totals).toEqual({ ...before, waiting: before.waiting - 2, groups: before.groups - 2, aside: before.aside + 2 })
    expect((await waitingOf(anna, { decided: true })).get('p1.example')?.standing).toMatchObject({ decision: 'not-client', id: done.id, by: { name: 'Olga Smirnova' }, mayUndo: false })
    await expect(anna('undoUnrecognised', { id: done.id })).rejects.toMatchObject({ problem: { code: 'forbidden' } })
    await admin('undoUnrecognised', { id: done.id })
    expect((await olga('listUnrecognised')).totals).toEqual(before)
  })

  test('what was set aside can still become a client, and taking that back sets it aside again', async () => {
    await unknownLetter(olga, 'x@partner.example')
    const group = { kind: 'domain' as const, value: 'partner.example' }
    await olga('decideUnrecognised', { body: { decision: 'not-client', groups: [group] } })
    const { key } = (await waitingOf(olga, { decided: true })).get('partner.example')!.standing!
    const done = await olga('decideUnrecognised', { body: { decision: 'this-is', group: { ...group, seen: key }, counterpartyId: 'cp-delta' } })
    expect(done.filed).toBe(1)
    await olga('undoUnrecognised', { id: done.id })
    expect((await waitingOf(olga, { decided: true })).get('partner.example')?.standing).toMatchObject({ decision: 'not-client', key })
  })

  test('"never register" keeps what there is and stops what comes; the organisation’s list is a lead’s to write', async () => {
    const kept = await unknownLetter(olga, 'ads@spam.example')
    const body = { decision: 'never-register' as const, groups: [{ kind: 'domain' as const, value: 'spam.example' }], whose: 'organisation' as const }
    await expect(olga('decideUnrecognised', { body })).rejects.toMatchObject({ problem: { code: 'forbidden' } })
    const done = await admin('decideUnrecognised', { body })
    expect((await olga('getContact', { id: kept })).counterparty).toBeNull()
    await expect(unknownLetter(olga, 'ads@spam.example')).rejects.toMatchObject({ problem: { code: 'nothing-to-register' } })
    expect(server.db.sql.all('SELECT kind, valueKey, managerId FROM NeverRegister WHERE valueKey = ?', ['spam.example'])).toEqual([{ kind: 'domain', valueKey: 'spam.example', managerId: null }])
    await admin('undoUnrecognised', { id: done.id })
    await unknownLetter(olga, 'ads@spam.example')
  })

  test('one’s own list stops one’s own letters only', async () => {
    await unknownLetter(olga, 'ads@own.example')
    await olga('decideUnrecognised', { body: { decision: 'never-register', groups: [{ kind: 'domain', value: 'own.example' }], whose: 'own' } })
    expect([(await waitingOf(olga)).has('own.example'), (await waitingOf(anna)).has('own.example')]).toEqual([false, true])
    await expect(unknownLetter(olga, 'ads@own.example')).rejects.toMatchObject({ problem: { code: 'nothing-to-register' } })
    await unknownLetter(anna, 'ads@own.example')
  })

  test('of two who decide at once the second hears who was first', async () => {
    await unknownLetter(olga, 'x@race.example')
    const group = { kind: 'domain' as const, value: 'race.example' }
    const both = await Promise.allSettled([
      olga('decideUnrecognised', { body: { decision: 'this-is', group, counterpartyId: 'cp-delta' } }), anna('decideUnrecognised', { body: { decision: 'new-client', group, name: 'Race' } }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ problem: { code: 'conflict', detail: expect.stringMatching(/(Olga Smirnova|Anna Orlova) has already decided: (ООО|ЗАО|Дельта|Race|.)+/) as unknown } })
    expect(server.db.sql.all("SELECT 1 FROM AuditEntry WHERE noun = 'sender'")).toHaveLength(1)
    await expect(anna('decideUnrecognised', { body: { decision: 'not-client', groups: [group] } })).rejects.toMatchObject({ problem: { code: 'conflict' } })
  })
})
