import { createTextCatchUp } from '@counterpane/backend/platform/db/text-catch-up'
import { refoldSome } from '@counterpane/backend/platform/db/text-refold'
import { textCondition } from '@counterpane/backend/platform/db/text-search'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

const found = (asked: string) => server.db.sql.all<{ subject: string }>(`SELECT c.subject FROM Contact c WHERE ${textCondition(asked)!.sql} ORDER BY c.subject`, textCondition(asked)!.parameters).map((row) => row.subject)
/** As an earlier version left it: words and texts folded by its rule, and no table of what is still to do. */
async function asBefore(): Promise<void> {
  const rows = server.db.sql.all<{ id: string; subject: string; docId: number }>("SELECT c.id, c.subject, x.docId FROM Contact c JOIN ContactText x ON x.contactId = c.id WHERE c.subject LIKE 'Zo %'")
  await server.db.write(async (tx) => {
    for (const { id, subject, docId } of rows) {
      const old = subject.toLowerCase().replaceAll('ё', 'е')
      await tx.$executeRaw`UPDATE ContactText SET text = ${old} WHERE contactId = ${id}`
      await tx.$executeRaw`INSERT OR REPLACE INTO ContactWords (rowid, subject, result, rest) VALUES (${docId}, ${old.replaceAll(/[+#.]/g, ' ')}, '', '')`
    }
    await tx.$executeRaw`UPDATE Counterparty SET searchText = lower(searchText) || ' müller & söhne', nameKey = nameKey WHERE id = 'cp-vektor'`
    await tx.$executeRaw`UPDATE "_derived" SET checksum = 'of an earlier version' WHERE name = 'text-fold'`
  })
}

test('what an earlier version folded is folded anew in the background, piece by piece, and only what differs', async () => {
  const olga = await server.as('olga@demo.example')
  const subjects = ['Zo Müller', 'Zo C++ here', 'Zo plain words', 'Zo 東京開會', 'Zo ёлка']
  for (const subject of subjects) await olga('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject } })
  await asBefore()
  const docs = () => server.db.sql.all("SELECT contactId, docId FROM ContactText ORDER BY contactId")
  const before = docs()
  expect([found('zo muller'), found('zo c++'), found('zo 京開')]).toEqual([[], [], []])

  const again = await openDatabase({ path: server.databasePath })
  // Opened at once: the old index still answers what it could.
  expect([found('zo plain'), found('zo muller'), docs()]).toEqual([['Zo plain words'], [], before])
  expect(await refoldSome(again)).toBeGreaterThan(0)
  await again.close()
  // Closed in the middle, it goes on where it was.
  expect(server.db.sql.all('SELECT name FROM "_text_fold" WHERE "upTo" <> \'\'')).toHaveLength(1)
  await createTextCatchUp({ db: server.db, log: createLogger('silent') }).all()
  expect(server.db.sql.all('SELECT * FROM "_text_fold"')).toEqual([])
  expect([found('zo müller'), found('zo MULLER'), found('zo c++'), found('zo 京開'), found('zo plain'), found('zo елка')]).toEqual([['Zo Müller'], ['Zo Müller'], ['Zo C++ here'], ['Zo 東京開會'], ['Zo plain words'], ['Zo ёлка']])
  expect(docs()).toEqual(before)
  expect((await olga('search', { query: { q: 'Muller Söhne' } })).items.map(({ id }) => id)).toContain('cp-vektor')
}, 60_000)

test('a client and a person are found however their names are written, and so are tasks', async () => {
  const olga = await server.as('olga@demo.example')
  const client = await olga('createCounterparty', { body: { name: 'Crêperie Ångström\u00ad GmbH' } })
  for (const q of ['creperie', 'crêperie', 'cre\u0302perie', 'CREPERIE angstrom', 'Ångström']) {
    expect([q, (await olga('search', { query: { q } })).items.map(({ id }) => id)]).toEqual([q, [client.id]])
    expect([q, (await olga('listCounterparties', { query: { q } })).items.map(({ id }) => id)]).toEqual([q, [client.id]])
  }
  const task = await olga('createTask', { body: { title: 'Заказать Crème brûlée', dueAt: '2026-12-01T10:00:00Z' } })
  for (const q of ['creme', 'crème', 'CRÈME brulee', 'заказать']) expect([q, (await olga('listTasks', { query: { q } })).items.map(({ id }) => id)]).toEqual([q, [task.id]])
})
