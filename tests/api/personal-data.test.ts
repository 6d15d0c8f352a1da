import { readFileSync, existsSync } from 'node:fs'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { mayBePersonal, personalTables } from '@counterpane/backend/features/personal-data/personal-columns'
import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  ;[olga, admin] = await Promise.all([server.as('olga@demo.example'), server.as('admin@demo.example')])
}, 60_000)
afterAll(() => server.close())

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code)
let made = 0
/** Somebody with a name, an address and words that nobody else in the base has. */
async function somebody() {
  const n = ++made
  const words = { name: `Zephyrina Quibblewick${'abcdefgh'[n]}`, russian: 'Зефирина Квибблвик', address: `zephyrina.q${n}@vector.example`, subject: `xqsubject${n}word`, text: `xqtext${n}word`, result: `xqresult${n}word`, task: `xqtask${n}word`, file: `xqfile${n}word.pdf` }
  const person = await olga('createPerson', { body: { name: words.name, addresses: [words.address], phones: ['+7 916 555-01-02'], counterpartyId: 'cp-vektor', birthday: '1980-02-29', position: 'xqposition' } })
  const letter = aLetter({ from: { name: words.name, address: words.address }, to: [{ name: 'Olga', address: 'olga@demo.example' }], subject: words.subject, text: `Good day, ${words.text}`, attachments: [{ name: words.file, contentType: 'application/pdf', size: 3 }] })
  const { contact } = await olga('registerMessage', { body: { message: letter } })
  await olga('patchContact', { id: contact.id, body: { result: words.result, comment: `said by ${words.name}` }, ifMatch: '*' })
  const file = contact.attachments[0]!
  await server.raw('PUT', `/api/attachments/${file.id}/content`, { as: 'olga@demo.example', body: `xqbytes${n}`, headers: { 'content-type': 'application/octet-stream' } })
  await olga('createTask', { body: { title: `Call ${words.name} back`, dueAt: '2026-12-01T10:00:00Z', counterpartyId: 'cp-vektor' } })
  const other = await olga('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', counterpartyId: 'cp-delta', content: `${words.name.toUpperCase()} and ${words.address} were spoken of` } })
  return { person, letter, contact, file, other, words }
}

test('every table of the base, and every column that may hold something of a person, was thought of', () => {
  const tables = server.db.sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'").map(({ name }) => name).filter((name) => !/_(config|data|docsize|idx|content)$/.test(name))
  const forgotten = tables.flatMap((table) => {
    const known = personalTables[table]
    if (!known) return [table]
    const named = new Set([...Object.values(known.by ?? {}), ...(known.swept ?? []), ...(known.json ?? []), ...(known.plain ?? [])])
    const columns = server.db.sql.all<{ name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}')`)
    return columns.filter(({ name, type }) => (/JSON/.test(type) || (/TEXT|^$/.test(type) && mayBePersonal.test(name) && !/(Id|Key)s?$/.test(name))) && !named.has(name)).map(({ name }) => `${table}.${name}`)
  })
  expect(forgotten).toEqual([])
  expect(Object.keys(personalTables).filter((table) => !tables.includes(table))).toEqual([])
})

test('every column that leads to a person is followed', () => {
  const leads = server.db.sql.all<{ table: string; column: string }>("SELECT m.name AS \"table\", c.name AS \"column\" FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name IN ('personId', 'addressKey')")
  const ours = new Set(['ManagerAddress'])
  expect(leads.filter(({ table, column }) => !ours.has(table) && !Object.values(personalTables[table]?.by ?? {}).includes(column))).toEqual([])
})

test('a person is found by address, by name and by id, with what is held by table', async () => {
  const { person, words } = await somebody()
  for (const body of [{ address: ` ${words.address.toUpperCase()} ` }, { name: words.name }, { personId: person.id }]) {
    const { items } = await admin('findPersonalData', { body })
    expect(items).toEqual([expect.objectContaining({ personId: person.id, name: words.name, addresses: [words.address] })])
    expect(items[0]!.counts).toMatchObject({ ContactPerson: 1, PersonAddress: 1, PersonPhone: 1, Contact: 1, ContactParticipant: 1, Attachment: 1 })
  }
  expect(await codeOf(admin('findPersonalData', { body: { address: 'no address' } }))).toBe('invalid-request')
  expect(await codeOf(admin('findPersonalData', { body: {} }))).toBe('invalid-request')
  expect((await admin('findPersonalData', { body: { name: 'Nobody Whosoever' } })).items).toEqual([])
})

test('an address that no person has is told with where it stands', async () => {
  await olga('registerMessage', { body: { message: aLetter({ from: { name: '', address: 'nobody@nowhere.example' } }) } })
  expect(await admin('findPersonalData', { body: { address: 'nobody@nowhere.example' } })).toMatchObject({ items: [], onlyAddress: { Contact: 1, ContactAddress: 1 } })
})

test('everything of one person is handed out, and nothing of another; a report and the trail say so', async () => {
  const [one, another] = [await somebody(), await somebody()]
  const { tables, reportId, counts } = await admin('exportPersonalData', { id: one.person.id })
  const text = JSON.stringify(tables)
  for (const word of [one.words.name, one.words.address, '+7 916 555-01-02', one.words.subject, one.words.text, one.words.result, one.words.file, '1980-02-29', 'xqposition']) expect(text).toContain(word)
  for (const word of [another.words.address, another.words.subject, another.words.text]) expect(text).not.toContain(word)
  expect((await admin('listPersonalDataReports')).items[0]).toMatchObject({ id: reportId, kind: 'export', counts, manager: { id: 'm-admin' } })
  expect((await admin('searchTrail', { query: { noun: 'personal-data' } })).items[0]).toMatchObject({ action: 'handed-out', nounId: reportId })
})

test('only an administrator asks, and the name has to be written', async () => {
  const { person } = await somebody()
  expect(await codeOf(olga('findPersonalData', { body: { personId: person.id } }))).toBe('forbidden')
  expect(await codeOf(olga('erasePersonalData', { id: person.id, body: { confirm: person.name } }))).toBe('forbidden')
  expect(await codeOf(admin('erasePersonalData', { id: person.id, body: { confirm: 'somebody' } }))).toBe('invalid-request')
  expect(await codeOf(admin('erasePersonalData', { id: 'nobody', body: { confirm: 'somebody' } }))).toBe('not-found')
  expect((await olga('getPerson', { id: person.id })).name).toBe(person.name)
})

describe('after somebody was erased', () => {
  let gone: Awaited<ReturnType<typeof somebody>>
  let stays: Awaited<ReturnType<typeof somebody>>
  let answer: { fileCleaned: boolean }
  const ownFolder = () => server.databasePath.replace(/[^/]+$/, '')
  const found = (word: string) => [server.databasePath, `${server.databasePath}-wal`].filter((path) => existsSync(path) && [word, word.toLowerCase(), word.toUpperCase()].some((one) => readFileSync(path).includes(Buffer.from(one)))).map((path) => path.slice(ownFolder().length))
  beforeAll(async () => {
    ;[gone, stays] = [await somebody(), await somebody()]
    await olga('rememberChoice', { body: { address: gone.words.address, counterpartyId: 'cp-vektor' } })
    answer = await admin('erasePersonalData', { id: gone.person.id, body: { confirm: gone.words.name } })
  }, 60_000)

  test('the bytes of the database hold neither name nor address nor a word of the letters; those of others are there', () => {
    expect(answer.fileCleaned).toBe(true)
    for (const word of [stays.words.address, stays.words.subject]) expect([word, found(word).length > 0]).toEqual([word, true])
    const surname = gone.words.name.split(' ')[1]!
    for (const word of [gone.words.name, surname, gone.words.address, gone.words.subject, gone.words.text, gone.words.result, gone.words.file.replace('.pdf', '')]) expect([word, found(word)]).toEqual([word, []])
  })

  test('that there was a contact stays: client, time, method; with somebody erased', async () => {
    const contact = await olga('getContact', { id: gone.contact.id })
    expect(contact).toMatchObject({ method: 'letter', startsAt: gone.contact.startsAt, counterparty: { id: 'cp-vektor' }, subject: '', content: '', result: '', comment: '', persons: [expect.objectContaining({ id: 'erased-person' })] })
    expect(contact.attachments).toEqual([expect.objectContaining({ name: '[—]' })])
  })

  test('what others wrote stays without the name', async () => {
    expect((await olga('getContact', { id: gone.other.id })).content).toBe('[—] and [—] were spoken of')
    const tasks = await olga('listTasks', { query: { counterpartyId: 'cp-vektor' } })
    expect(tasks.items.map(({ title }) => title)).toContain('Call [—] back')
  })

  test('the message is still known as registered, so that nobody brings its words back by a click', async () => {
    expect((await olga('sidebar', { body: { message: asked(gone.letter) } })).registered?.contactId).toBe(gone.contact.id)
  })

  test('the address is known as erased, by a hash that does not say it', async () => {
    const { items, suppressedAt, onlyAddress } = await admin('findPersonalData', { body: { address: gone.words.address } })
    expect([items, onlyAddress, typeof suppressedAt]).toEqual([[], {}, 'string'])
    expect((await admin('findPersonalData', { body: { address: stays.words.address } })).suppressedAt).toBeNull()
    expect(await codeOf(admin('erasePersonalData', { id: gone.person.id, body: { confirm: gone.words.name } }))).toBe('not-found')
  })

  test('the report counts by table and holds no word; the trail of the contact has lost its words', async () => {
    const [report] = (await admin('listPersonalDataReports')).items
    expect(report).toMatchObject({ kind: 'erase', counts: { ContactPerson: 1, Contact: 2, PersonAddress: 1, Suppression: 1, files: 1 } })
    expect(JSON.stringify(await admin('searchTrail', { query: { thing: gone.contact.id } }))).not.toMatch(/xq/)
  })
})
