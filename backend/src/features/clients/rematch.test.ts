import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { AttributeValues } from './client-records'
import { createClientsRepository } from './clients.repository'
import { createCounterpartiesService, type CounterpartiesService } from './counterparties.service'
import { createPersonsService, type PersonsService } from './persons.service'

const at = new Date('2026-11-20T10:00:00Z')
const olga: Caller = { id: 'olga', name: 'Olga Smirnova', role: 'manager', teamId: null, locale: null }
let folder: string
let db: Db
let persons: PersonsService
let counterparties: CounterpartiesService

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rematch-'))
  db = await openDatabase({ path: join(folder, 'test.db') })
  const deps = { db, clients: createClientsRepository(db), clock: { now: () => at }, gained: () => undefined, checked: (_noun: string, given: AttributeValues) => given, refuseErased: () => undefined }
  persons = createPersonsService(deps)
  counterparties = createCounterpartiesService(deps)
  await db.write((tx) => tx.manager.create({ data: { id: olga.id, name: olga.name, createdAt: at } }))
})
afterEach(async () => {
  await db.close()
  rmSync(folder, { recursive: true })
})

async function registered(id: string, { addressKey = 'ivan@new.example', source = 'outlook', counterpartyId = null as string | null, undoneAt = null as Date | null } = {}) {
  await db.write((tx) => tx.contact.create({
    data: { id, startsAt: at, endsAt: at, method: 'letter', direction: 'incoming', status: 'held', source, counterpartyId, undoneAt, registeredById: olga.id, createdAt: at, updatedAt: at, addresses: { create: { addressKey } } },
  }))
}
const contactOf = (id: string) => db.prisma.contact.findUniqueOrThrow({ where: { id }, include: { persons: true } })
const aClient = (name: string) => counterparties.create(olga, { name })

describe('a new address', () => {
  test('on a new person gives them and their client what was registered before without a client', async () => {
    await registered('before')
    const client = await aClient('New Firm')
    const person = await persons.create(olga, { name: 'Ivan', counterpartyId: client.id, addresses: ['Ivan@New.example'] })
    expect(await contactOf('before')).toMatchObject({ counterpartyId: client.id, version: 2, persons: [{ personId: person.id }] })
    expect(await db.prisma.auditEntry.findMany({ where: { noun: 'contact' } })).toMatchObject([{ nounId: 'before', action: 'rematched', managerId: olga.id, after: { counterpartyId: client.id, personId: person.id } }])
  })
  test('on a person who was there already does the same, once', async () => {
    await registered('before')
    const client = await aClient('New Firm')
    const person = await persons.create(olga, { name: 'Ivan', counterpartyId: client.id })
    await persons.patch(olga, person.id, { body: { addresses: ['ivan@new.example'] }, ifMatch: null })
    await persons.patch(olga, person.id, { body: { addresses: ['ivan@new.example', 'second@new.example'] }, ifMatch: null })
    expect(await contactOf('before')).toMatchObject({ counterpartyId: client.id, version: 2 })
  })
  test('on a counterparty gives the client and no person', async () => {
    await registered('before')
    const client = await counterparties.create(olga, { name: 'New Firm', addresses: ['ivan@new.example'] })
    expect(await contactOf('before')).toMatchObject({ counterpartyId: client.id, persons: [] })
  })
  test('leaves alone what has a client, what was made by hand, what is undone and what came from others', async () => {
    const other = await aClient('Other')
    await registered('theirs', { counterpartyId: other.id })
    await registered('by-hand', { source: 'manual' })
    await registered('undone', { undoneAt: at })
    await registered('from-others', { addressKey: 'sam@new.example' })
    const client = await aClient('New Firm')
    await persons.create(olga, { name: 'Ivan', counterpartyId: client.id, addresses: ['ivan@new.example'] })
    const contacts = await db.prisma.contact.findMany({ orderBy: { id: 'asc' }, select: { id: true, counterpartyId: true, version: true } })
    expect(contacts).toEqual([
      { id: 'by-hand', counterpartyId: null, version: 1 }, { id: 'from-others', counterpartyId: null, version: 1 },
      { id: 'theirs', counterpartyId: other.id, version: 1 }, { id: 'undone', counterpartyId: null, version: 1 },
    ])
  })
})

describe('a counterparty of a person', () => {
  test('another one does not move history', async () => {
    const [first, second] = [await aClient('First'), await aClient('Second')]
    const person = await persons.create(olga, { name: 'Ivan', counterpartyId: first.id, addresses: ['ivan@new.example'] })
    await registered('earlier', { counterpartyId: first.id })
    await persons.patch(olga, person.id, { body: { counterpartyId: second.id }, ifMatch: null })
    expect(await contactOf('earlier')).toMatchObject({ counterpartyId: first.id, version: 1 })
  })
  test('the first one is given to contacts that had no client', async () => {
    await registered('before')
    const person = await persons.create(olga, { name: 'Ivan', addresses: ['ivan@new.example'] })
    expect(await contactOf('before')).toMatchObject({ counterpartyId: null, persons: [{ personId: person.id }] })
    const client = await aClient('New Firm')
    await persons.patch(olga, person.id, { body: { counterpartyId: client.id }, ifMatch: null })
    expect(await contactOf('before')).toMatchObject({ counterpartyId: client.id, persons: [{ personId: person.id }] })
  })
})

describe('domains by which look-alikes are found', () => {
  const kept = async () => (await db.prisma.clientDomain.findMany({ orderBy: { domainKey: 'asc' } })).map((row) => row.domainKey)

  test('hold every client domain once, free mail left out', async () => {
    await counterparties.create(olga, { name: 'Firm', addresses: ['info@firm.example', 'firm@gmail.com'], domains: ['second.example'] })
    await persons.create(olga, { name: 'Ivan', addresses: ['ivan@mail.firm.example'] })
    expect(await kept()).toEqual(['firm.example', 'second.example'])
    expect(await db.prisma.clientDomainForm.findMany({ where: { form: 'fim.example' } })).toEqual([{ form: 'fim.example', domainKey: 'firm.example' }])
  })
  test('lose a domain with its forms when the last client with it goes, not before', async () => {
    const firm = await counterparties.create(olga, { name: 'Firm', addresses: ['info@firm.example'] })
    const person = await persons.create(olga, { name: 'Ivan', addresses: ['ivan@firm.example'] })
    await counterparties.patch(olga, firm.id, { body: { addresses: [] }, ifMatch: null })
    expect(await kept()).toEqual(['firm.example'])
    await persons.patch(olga, person.id, { body: { addresses: [] }, ifMatch: null })
    expect(await kept()).toEqual([])
    expect(await db.prisma.clientDomainForm.count()).toBe(0)
  })
})
