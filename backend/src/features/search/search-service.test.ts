import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameKey } from '@counterpane/shared/text/fold'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { openDatabase, type Db } from '../../platform/db/database'
import { createSearchRepository } from './search.repository'
import { createSearchService, type SearchService } from './search.service'

const at = new Date('2026-11-20T10:00:00Z')
let folder: string
let db: Db
let service: SearchService

const keysOf = (name: string, rest: string) => ({ name, nameKey: nameKey(name), searchText: foldForSearch(`${name} ${rest}`), createdAt: at, updatedAt: at })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'search-'))
  db = await openDatabase({ path: join(folder, 'test.db') })
  service = createSearchService({ repository: createSearchRepository(db) })
  await db.write(async (tx) => {
    await tx.manager.createMany({ data: ['olga', 'anna'].map((id) => ({ id, name: id, createdAt: at })) })
    await tx.counterparty.create({ data: { id: 'vector', ...keysOf('ООО «Вектор»', 'info@vector.example'), addresses: { create: { id: 'a1', address: 'info@vector.example', addressKey: 'info@vector.example', mailboxKey: 'info@vector.example', domainKey: 'vector.example' } } } })
    await tx.counterparty.create({ data: { id: 'ivanov', ...keysOf('Ivanov & Sons', '') } })
    const petrov = ['i@vector.example', 'ivan.petrov@vector.example'].map((address, position) => ({ id: `p${position}`, address, addressKey: address, mailboxKey: address, domainKey: 'vector.example', position }))
    await tx.contactPerson.create({ data: { id: 'petrov', ...keysOf('Ivan Petrov', 'i@vector.example ivan.petrov@vector.example'), position: 'Head of purchasing', counterpartyId: 'vector', addresses: { create: petrov } } })
    await tx.contactPerson.create({ data: { id: 'belov', ...keysOf('Артём Белов-Иванов', '+7 (495) 123-45-67 74951234567') } })
    await tx.contactPerson.create({ data: { id: 'percent', ...keysOf('100%_sure', '') } })
    const contact = (id: string, subject: string, more: object = {}) => ({ id, startsAt: at, endsAt: at, method: 'letter', direction: 'incoming', status: 'held', source: 'outlook', subject, counterpartyId: 'vector', registeredById: 'olga', managerId: 'olga', createdAt: at, updatedAt: at, ...more, text: { create: { text: foldForSearch(`${subject} about zebras`) } } })
    await tx.contact.create({ data: contact('offer', 'Offer for ZINC pipes') })
    await tx.contact.create({ data: contact('secret', 'Secret zinc deal', { private: true }) })
    await tx.contact.create({ data: contact('undone', 'Zinc undone', { undoneAt: at }) })
  })
})
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true })
})

const found = (q: string, { caller = 'anna', limit }: { caller?: string; limit?: number } = {}) => service.search({ id: caller }, { q, limit }).map((item) => item.id)

test('a name is found by its beginning before those who only hold the words', () => {
  expect(found('ivan')).toEqual(['ivanov', 'petrov'])
  expect(found('petrov')).toEqual(['petrov'])
  expect(found('vector.ex')).toEqual(['vector', 'petrov'])
})

test('all the words are needed, in any order, in any case, ё as е', () => {
  expect(found('PETROV ivan')).toEqual(['petrov'])
  expect(found('артем белов')).toEqual(['belov'])
  expect(found('АРТЁМ')).toEqual(['belov'])
  expect(found('ivan zebra')).toEqual([])
})

test('a phone is found in any punctuation', () => {
  expect(found('8 495 123-45-67')).toEqual(['belov'])
  expect(found('(495) 1234567')).toEqual(['belov'])
  expect(found('+7 (495) 123-45-67')).toEqual(['belov'])
})

test('signs of a pattern are letters like any other', () => {
  expect(found('100%_')).toEqual(['percent'])
  expect(found('1_0')).toEqual([])
  expect(found('«')).toEqual(['vector'])
})

test('the detail shows the job title and the address that was asked for', () => {
  expect(service.search({ id: 'anna' }, { q: 'ivan.petrov' })[0]).toEqual({ kind: 'person', id: 'petrov', name: 'Ivan Petrov', detail: 'Head of purchasing · ivan.petrov@vector.example', counterparty: { id: 'vector', name: 'ООО «Вектор»' } })
})

test('contacts are found by subject, not by content, and undone ones are not', () => {
  expect(service.search({ id: 'anna' }, { q: 'zinc' })).toEqual([{ kind: 'contact', id: 'offer', name: 'Offer for ZINC pipes', detail: '2026-11-20T10:00:00.000Z', counterparty: { id: 'vector', name: 'ООО «Вектор»' } }])
  expect(found('zebras')).toEqual([])
})

test('a private contact is found only by those who take part in it', () => {
  expect(found('secret')).toEqual([])
  expect(found('secret', { caller: 'olga' })).toEqual(['secret'])
})

test('no more is given than was asked for', () => {
  expect(found('o', { limit: 2 })).toHaveLength(2)
  expect(found('o', { limit: 1 })).toHaveLength(1)
})

test('only spaces find nothing', () => {
  expect(found('  ')).toEqual([])
})
