import { searchKeysOf, toAddressFacts } from '@counterpane/backend/features/clients/client-facts'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAddress } from '@counterpane/shared/matching/address'
import { foldText, nameKey } from '@counterpane/shared/text/fold'
import { openConnection, type Connection } from '../../backend/src/platform/db/connection'
import { migrationsFolder } from '../../backend/src/platform/db/database'
import { migrate, readMigrations } from '../../backend/src/platform/db/migrations'
import { firmName } from '../../backend/prisma/seed/firm-names'
import { defaultNow, demoSizes, type SeedOptions, type SeedSizes } from '../../backend/prisma/seed/seed-plan'
import { shares } from '../../backend/prisma/seed/seed-random'
import { seedRows } from '../../backend/prisma/seed/seed-rows'
import { columns, type TableName, tableNames } from '../../backend/prisma/seed/seed-tables'
import { writeSeed } from '../../backend/prisma/seed/write-seed'

const folder = mkdtempSync(join(tmpdir(), 'seed-'))
const opened: Connection[] = []
let databases = 0
afterAll(() => {
  for (const db of opened) db.close()
  rmSync(folder, { recursive: true, force: true })
})

function emptyDatabase(): Connection {
  const db = openConnection(join(folder, `${++databases}.db`))
  migrate(db, readMigrations(migrationsFolder))
  opened.push(db)
  return db
}
function seeded(options: SeedOptions): Connection {
  const db = emptyDatabase()
  writeSeed(db, options)
  return db
}
type Row = { [name in 'address' | 'addressKey' | 'mailboxKey' | 'domainKey' | 'name' | 'nameKey' | 'subject' | 'content' | 'result' | 'comment' | 'text' | 'title']: string }
const all = <T = Row>(db: Connection, sql: string) => db.prepare(sql).all() as T[]
const one = (db: Connection, sql: string) => Object.values(all(db, sql)[0] ?? {})[0] as unknown
function contentOf(db: Connection) {
  const hash = createHash('sha256')
  for (const table of tableNames) for (const row of all(db, `SELECT * FROM "${table}" ORDER BY ${columns[table][0]}, ${columns[table][1] ?? 1}`)) hash.update(JSON.stringify([table, row]))
  return hash.digest('hex')
}
const small: SeedSizes = { counterparties: 30, persons: 80, contacts: 600, tasks: 60, managers: 12 }

describe('the demo', () => {
  let db: Connection
  beforeAll(() => { db = seeded(demoSizes) }, 60_000)

  test('has exactly the promised numbers of everything, and no broken reference', () => {
    const counts = Object.fromEntries((['Manager', 'Team', 'Firm', 'Counterparty', 'ContactPerson', 'Contact', 'Task'] as TableName[]).map((table) => [table, one(db, `SELECT COUNT(*) FROM "${table}"`)]))
    expect(counts).toEqual({ Manager: 12, Team: 3, Firm: 2, Counterparty: 400, ContactPerson: 1_200, Contact: 20_000, Task: 1_500 })
    expect(all(db, 'PRAGMA foreign_key_check')).toEqual([])
    expect(one(db, 'PRAGMA integrity_check')).toBe('ok')
  })

  test('keeps every index that the migrations made', () => {
    const indexes = (of: Connection) => all<{ name: string; sql: string }>(of, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
    expect(indexes(db)).toEqual(indexes(emptyDatabase()))
    expect(indexes(db).length).toBeGreaterThan(40)
  })

  test('finds every address by the keys that the product makes', () => {
    const rows = [...all(db, 'SELECT * FROM PersonAddress'), ...all(db, 'SELECT * FROM CounterpartyAddress')]
    expect(rows.length).toBeGreaterThan(1_500)
    for (const { address, addressKey, mailboxKey, domainKey } of rows) expect({ address, addressKey, mailboxKey, domainKey }).toEqual({ ...parseAddress(address), hostKey: undefined })
    for (const { address, addressKey } of all(db, 'SELECT * FROM ManagerAddress')) expect(addressKey).toBe(parseAddress(address)?.addressKey)
  })

  test('finds every name and text by the forms that searches read', () => {
    const texts = "SELECT c.subject, c.content, c.result, c.comment, t.text FROM Contact c JOIN ContactText t ON t.contactId = c.id WHERE c.rowid % 50 = 0"
    for (const { subject, content, result, comment, text } of all(db, texts)) expect(text).toBe(foldText(`${subject}\n${content}\n${result}\n${comment}`))
    expect(one(db, 'SELECT COUNT(*) FROM ContactText')).toBe(20_000)
    for (const { name, nameKey: key } of all(db, 'SELECT name, nameKey FROM ContactPerson UNION ALL SELECT name, nameKey FROM Counterparty')) expect(key).toBe(nameKey(name))
    const addresses = toAddressFacts(['ivan.petrov@vector.example', 'i.petrov@vector.example'])
    const { searchText } = searchKeysOf({ name: 'Ivan Petrov', addresses, phones: ['+7 495 010-11-23'] })
    expect(one(db, "SELECT searchText FROM ContactPerson WHERE id = 'p-ivan-petrov'")).toBe(searchText)
    expect(one(db, "SELECT searchText FROM Counterparty WHERE id = 'cp-beta'")).toContain('beta.example')
  })

  test('knows every client domain once, and no free mail among them', () => {
    const domains = all(db, 'SELECT domainKey FROM ClientDomain').map((row) => row.domainKey)
    const used = all(db, `SELECT DISTINCT domainKey FROM (SELECT domainKey FROM PersonAddress UNION ALL SELECT domainKey FROM CounterpartyAddress UNION ALL SELECT domainKey FROM CounterpartyDomain) WHERE domainKey <> 'gmail.com'`)
    expect([...domains].sort()).toEqual(used.map((row) => row.domainKey).sort())
    expect(one(db, 'SELECT COUNT(DISTINCT domainKey) FROM ClientDomainForm')).toBe(domains.length)
  })

  test('fourteen of the fifteen people at vector.example are Вектор’s', () => {
    expect(all(db, "SELECT p.counterpartyId AS id, COUNT(DISTINCT p.id) AS n FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId WHERE a.domainKey = 'vector.example' GROUP BY 1 ORDER BY 2 DESC"))
      .toEqual([{ id: 'cp-vektor', n: 14 }, { id: 'cp-delta', n: 1 }])
  })

  test('the next meeting with Вектор is on Tuesday 24 November at 11:00 in Moscow, the last talk was Anna’s call about the price', () => {
    const next = all(db, `SELECT * FROM Contact WHERE counterpartyId = 'cp-vektor' AND status = 'planned' ORDER BY startsAt LIMIT 1`)[0]
    expect(next).toMatchObject({ startsAt: Date.parse('2026-11-24T11:00:00+03:00'), method: 'meeting', subject: 'Образцы новой линейки' })
    const call = all(db, `SELECT * FROM Contact WHERE counterpartyId = 'cp-vektor' AND status = 'held' AND method = 'call' ORDER BY startsAt DESC LIMIT 1`)[0]
    expect(call).toMatchObject({ managerId: 'm-anna', startsAt: Date.parse('2026-11-18T15:10:00+03:00') })
    expect(all(db, `SELECT title FROM Task WHERE counterpartyId = 'cp-vektor' AND doneAt IS NULL AND dueAt < ${defaultNow} AND kind = 'task'`).map((task) => task.title)).toContain('Отправить проект договора')
  })

  test('happens in working hours, within two years back and three weeks ahead', () => {
    const outside = "CAST(strftime('%H', startsAt / 1000 + 10800, 'unixepoch') AS INTEGER) NOT BETWEEN 9 AND 18 OR strftime('%w', startsAt / 1000 + 10800, 'unixepoch') IN ('0', '6')"
    expect(one(db, `SELECT COUNT(*) FROM Contact WHERE ${outside}`)).toBe(0)
    const day = 86_400_000
    expect(one(db, `SELECT COUNT(*) FROM Contact WHERE startsAt < ${defaultNow - 731 * day} OR startsAt > ${defaultNow + 22 * day}`)).toBe(0)
  })

  test('is planned only where it makes sense, and never written later than now', () => {
    expect(one(db, `SELECT COUNT(*) FROM Contact WHERE startsAt > ${defaultNow} AND status = 'held'`)).toBe(0)
    expect(one(db, `SELECT COUNT(*) FROM Contact WHERE method = 'letter' AND status <> 'held'`)).toBe(0)
    expect(one(db, `SELECT COUNT(*) FROM Contact WHERE createdAt > ${defaultNow} OR updatedAt > ${defaultNow} OR updatedAt < createdAt`)).toBe(0)
    expect(one(db, `SELECT COUNT(*) FROM Contact WHERE status = 'cancelled' AND result = ''`)).toBe(0)
    expect(one(db, 'SELECT COUNT(*) FROM Contact c JOIN Contact b ON b.id = c.previousId WHERE b.startsAt > c.startsAt OR b.counterpartyId IS NOT c.counterpartyId')).toBe(0)
  })

  test('holds some of everything that screens show', () => {
    const some = {
      overdue: `SELECT COUNT(*) FROM Contact WHERE status = 'planned' AND endsAt < ${defaultNow}`, ahead: `SELECT COUNT(*) FROM Contact WHERE status = 'planned' AND endsAt > ${defaultNow}`,
      cancelled: "SELECT COUNT(*) FROM Contact WHERE status = 'cancelled'", chains: 'SELECT COUNT(*) FROM Contact WHERE previousId IS NOT NULL', withoutClient: 'SELECT COUNT(*) FROM Contact WHERE counterpartyId IS NULL',
      severalPersons: 'SELECT COUNT(*) FROM ContactParticipant WHERE position > 0', severalManagers: 'SELECT COUNT(*) FROM ContactManager WHERE position > 0', files: 'SELECT COUNT(*) FROM Attachment',
      lateTasks: `SELECT COUNT(*) FROM Task WHERE doneAt IS NULL AND dueAt < ${defaultNow}`, openTasks: `SELECT COUNT(*) FROM Task WHERE doneAt IS NULL AND dueAt > ${defaultNow}`, notes: "SELECT COUNT(*) FROM Task WHERE kind = 'note'",
      silent: `SELECT COUNT(*) FROM Counterparty k WHERE NOT EXISTS (SELECT 1 FROM Contact c WHERE c.counterpartyId = k.id AND c.startsAt > ${defaultNow - 60 * 86_400_000})`,
    }
    for (const [what, sql] of Object.entries(some)) expect([what, Number(one(db, sql)) >= 20]).toEqual([what, true])
    expect(all(db, 'SELECT DISTINCT method FROM Contact')).toHaveLength(8)
    expect(all(db, 'SELECT DISTINCT state FROM Contact')).toHaveLength(4)
  })

  test('a letter without a client keeps its sender’s address, which is nobody’s in the client base', () => {
    const senders = all(db, 'SELECT a.addressKey FROM ContactAddress a JOIN Contact c ON c.id = a.contactId WHERE c.counterpartyId IS NULL')
    expect(senders).toHaveLength(300)
    expect(one(db, 'SELECT COUNT(*) FROM ContactAddress a JOIN Contact c ON c.id = a.contactId JOIN PersonAddress p ON p.addressKey = a.addressKey WHERE c.counterpartyId IS NULL')).toBe(0)
    for (const { addressKey } of senders) expect(parseAddress(addressKey)?.addressKey).toBe(addressKey)
  })

  test('no message of the demo mailbox is registered beforehand', () => {
    expect(one(db, "SELECT COUNT(*) FROM Contact WHERE messageKey IS NOT NULL AND messageKey NOT GLOB 'c-????????.*@*'")).toBe(0)
    expect(one(db, 'SELECT COUNT(*) - COUNT(DISTINCT messageKey) FROM Contact WHERE messageKey IS NOT NULL')).toBe(0)
  })
})

test('the same seed makes the same database, another one another', () => {
  const first = contentOf(seeded({ ...small, seed: 'one' }))
  expect(contentOf(seeded({ ...small, seed: 'one' }))).toBe(first)
  expect(contentOf(seeded({ ...small, seed: 'two' }))).not.toBe(first)
})

test('more can be added to what is there', () => {
  const db = seeded(small)
  writeSeed(db, { counterparties: 20, persons: 50, contacts: 300, tasks: 20, managers: 15 })
  expect(['Counterparty', 'ContactPerson', 'Contact', 'Task', 'Manager'].map((table) => one(db, `SELECT COUNT(*) FROM "${table}"`))).toEqual([50, 130, 900, 80, 15])
  expect(all(db, 'PRAGMA foreign_key_check')).toEqual([])
})

test('a seed that fails half-way leaves the database as it was', () => {
  const db = emptyDatabase()
  const indexes = () => all(db, "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name")
  const before = indexes()
  expect(() => writeSeed(db, small, { onProgress: () => { throw new Error('power cut') } })).toThrow('power cut')
  expect(indexes()).toEqual(before)
  expect(one(db, 'SELECT COUNT(*) FROM Counterparty')).toBe(0)
})

test.each<[string, SeedSizes]>([
  ['nothing but managers', { counterparties: 0, persons: 0, contacts: 0, tasks: 0, managers: 1 }],
  ['people, contacts and tasks without clients', { counterparties: 0, persons: 5, contacts: 40, tasks: 7, managers: 2 }],
  ['fewer clients than the fixed ones', { counterparties: 3, persons: 4, contacts: 10, tasks: 2, managers: 3 }],
  ['more managers than the demo has', { counterparties: 12, persons: 40, contacts: 100, tasks: 10, managers: 40 }],
])('the numbers are exact for %s', (_, sizes) => {
  const db = seeded(sizes)
  const count = (table: string) => one(db, `SELECT COUNT(*) FROM "${table}"`)
  expect({ counterparties: count('Counterparty'), persons: count('ContactPerson'), contacts: count('Contact'), tasks: count('Task'), managers: count('Manager') }).toEqual(sizes)
})

test('rows are made one by one: the first of ten million take no room', () => {
  const before = process.memoryUsage().rss
  let rows = 0
  for (const row of seedRows({ counterparties: 100_000, persons: 400_000, contacts: 10_000_000, tasks: 100_000, managers: 12 })) if (++rows === 20_000 || !row.row) break
  expect(rows).toBe(20_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
})

test.each(['ru', 'en'] as const)('ten thousand firms have ten thousand names and domains (%s)', (language) => {
  const firms = Array.from({ length: 10_000 }, (_, index) => firmName(language, index))
  expect(new Set(firms.map((firm) => firm.domain)).size).toBe(10_000)
  expect(new Set(firms.map((firm) => firm.name)).size).toBe(10_000)
  for (const { domain } of firms.slice(0, 3_000)) expect(parseAddress(`info@${domain}`)).toMatchObject({ addressKey: `info@${domain}`, mailboxKey: `info@${domain}`, domainKey: domain })
})

test('shares add up to the total, whatever the weights', () => {
  const weights = Float64Array.from([5, 0.1, 3, 0.0001, 9])
  for (const total of [0, 1, 4, 5, 17, 1_000]) {
    const starts = shares(total, weights, 1)
    expect(starts.at(-1)).toBe(total)
    for (let i = 0; i < weights.length; i++) expect((starts[i + 1] as number) - (starts[i] as number)).toBeGreaterThanOrEqual(total >= 5 ? 1 : 0)
  }
})
