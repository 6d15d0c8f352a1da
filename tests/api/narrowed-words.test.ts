import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let client: string
beforeAll(async () => {
  server = await startTestServer({ seed: { managers: 12, counterparties: 40, persons: 80, contacts: 200, tasks: 10 } })
  client = server.db.sql.first<{ id: string }>('SELECT id FROM Counterparty')!.id
}, 60_000)
afterAll(() => server.close())

const at = '2026-11-19T09:00:00Z'
const period = { from: at, to: '2026-11-19T09:00:01Z' }
/** Three contacts that Olga registered and Peter has nothing to do with: all of it open, the subject only, nothing. */
async function three(word: string) {
  const olga = await server.as('olga@demo.example')
  const ids: Record<string, string> = {}
  for (const visibility of ['full', 'subject', 'fact'] as const) {
    const body = { startsAt: at, method: 'call', direction: 'incoming', status: 'held', visibility, subject: `${word} ${visibility}`, result: `${word}result`, comment: `${word}comment`, counterpartyId: client } as const
    ids[visibility] = (await olga('createContact', { body })).id
  }
  return { olga, peter: await server.as('peter@demo.example'), ids }
}

test('rows show strangers the subject of one whose words were narrowed to it, and nothing of one that is a fact only', async () => {
  const { olga, peter } = await three('umbrellish')
  const shown = async (call: typeof olga) => (await call('listJournal', { query: { ...period, method: ['call'] } })).items.filter((row) => row.registeredBy?.id === 'm-olga').map((row) => [row.subject, row.result, row.comment].join('|')).sort()
  expect(await shown(peter)).toEqual(['umbrellish full|umbrellishresult|umbrellishcomment', 'umbrellish subject||', '||'].sort())
  expect(await shown(olga)).toEqual(['fact', 'full', 'subject'].map((one) => `umbrellish ${one}|umbrellishresult|umbrellishcomment`))
})

test('a search finds only by words that the asker may read', async () => {
  const { olga, peter } = await three('quokkish')
  const count = async (call: typeof olga, query: Record<string, string>) => (await call('countJournal', { query })).count
  for (const [query, strangers] of [[{ q: 'quokkish' }, 1], [{ result: 'quokkishresult' }, 1], [{ subject: 'quokkish' }, 2], [{ subject: 'quokkish', result: 'quokkishresult' }, 1]] as const) {
    expect([query, await count(peter, query), await count(olga, query)]).toEqual([query, strangers, 3])
    const groups = await peter('journalGroups', { query: { ...query, by: 'manager' } })
    expect(groups.total.count).toBe(strangers)
  }
  const found = (await peter('listJournal', { query: { q: 'quokkish', method: ['call'], status: ['held'], ...period } })).items
  expect(found.map((row) => row.subject)).toEqual(['quokkish full'])
  expect((await peter('listJournal', { query: { q: 'quokkish', method: ['letter'] } })).items).toEqual([])
})

test('sorted by subject and by result, what the reader may not see stands where nothing is written', async () => {
  const { peter, ids } = await three('zyzzyvish')
  const order = async (sort: 'subject' | 'result') => (await peter('listJournal', { query: { ...period, registeredById: ['m-olga'], sort } })).items.map((row) => row.id).filter((id) => Object.values(ids).includes(id))
  expect(await order('subject')).toEqual([ids.fact, ids.full, ids.subject])
  expect((await order('result')).at(-1)).toBe(ids.full)
})

test('a task shows what it came from as far as its reader may read it', async () => {
  const { olga, peter, ids } = await three('taskish')
  for (const [visibility, contactId] of Object.entries(ids)) await olga('createTask', { body: { kind: 'task', title: `task of ${visibility}`, dueAt: '2026-11-25T09:00:00Z', managerId: 'm-peter', contactId } })
  const shown = async (call: typeof olga) => new Map((await call('listTasks', { query: { managerId: 'm-peter', limit: 100 } })).items.map((task) => [task.title, task.contact?.subject ?? null]))
  const [strangers, own] = [await shown(peter), await shown(olga)]
  expect(['full', 'subject', 'fact'].map((one) => strangers.get(`task of ${one}`))).toEqual(['taskish full', 'taskish subject', null])
  expect(['full', 'subject', 'fact'].map((one) => own.get(`task of ${one}`))).toEqual(['taskish full', 'taskish subject', 'taskish fact'])
})

test('the history of a client keeps the words as the journal does', async () => {
  const { peter, ids } = await three('feedish')
  const items = (await peter('feed', { id: client, query: { limit: 50 } })).items
  const of = (id?: string) => { const contact = items.find((item) => item.contact?.id === id)?.contact; return contact && [contact.subject, contact.result] }
  expect([of(ids.full), of(ids.subject), of(ids.fact)]).toEqual([['feedish full', 'feedishresult'], ['feedish subject', ''], ['', '']])
})
