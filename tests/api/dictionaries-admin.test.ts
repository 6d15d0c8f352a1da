import { wordNouns, type WordNoun } from '@counterpane/shared/domain/word-nouns'
import { ProblemError, type HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let admin: HttpClient
let olga: HttpClient
beforeEach(async () => {
  server = await startTestServer({ seed: 'team' })
  ;[admin, olga] = await Promise.all([server.as('admin@demo.example'), server.as('olga@demo.example')])
}, 60_000)
afterEach(() => server.close())

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => { if (error instanceof ProblemError) return error.problem.code; throw error })
const listed = async (noun: WordNoun) => (await admin('listWords')).items.filter((word) => word.noun === noun)
const offered = async (noun: WordNoun) => {
  const { teams, firms, contactTypes, adSources, industries, regions, statuses, turnovers, classes } = await olga('dictionaries')
  const names = (list: { name: string }[]) => list.map(({ name }) => name)
  return { team: names(teams), firm: names(firms), goal: names(contactTypes), adSource: names(adSources), industry: industries, region: regions, status: statuses, turnover: turnovers, class: classes }[noun]
}

test.each(wordNouns)('a word of the list "%s" is offered in forms, renamed, switched off and on, and deleted while nobody uses it', async (noun) => {
  const made = await admin('createWord', { body: { noun, name: '  Fresh word ' } })
  expect(made).toMatchObject({ noun, name: 'Fresh word', active: true, used: 0 })
  expect(await offered(noun)).toContain('Fresh word')
  const { word } = await admin('patchWord', { id: made.id, ifMatch: made.etag, body: { noun, name: 'Better word' } })
  expect(await codeOf(admin('patchWord', { id: made.id, ifMatch: made.etag, body: { noun, name: 'Third' } }))).toBe('stale')
  expect(await offered(noun)).toContain('Better word')
  expect(await codeOf(admin('createWord', { body: { noun, name: 'BETTER WORD' } }))).toBe('not-possible')
  await admin('patchWord', { id: made.id, ifMatch: word.etag, body: { noun, active: false } })
  expect(await offered(noun)).not.toContain('Better word')
  expect((await listed(noun)).find(({ id }) => id === made.id)).toMatchObject({ active: false })
  await admin('patchWord', { id: made.id, body: { noun, active: true } })
  expect(await offered(noun)).toContain('Better word')
  await admin('deleteWord', { id: made.id, query: { noun } })
  expect((await listed(noun)).some(({ id }) => id === made.id)).toBe(false)
  const trail = await server.db.prisma.auditEntry.findMany({ where: { nounId: made.id }, orderBy: { at: 'asc' } })
  expect(trail.map(({ action }) => action)).toEqual(['created', 'renamed', 'switched-off', 'switched-on', 'deleted'])
  expect(trail[1]).toMatchObject({ before: { name: 'Fresh word' }, after: { name: 'Better word' } })
})

test('what is used is switched off, never deleted', async () => {
  await admin('createWord', { body: { noun: 'industry', name: 'Medicine' } })
  await olga('patchCounterparty', { id: 'cp-vektor', body: { industry: 'Medicine' } })
  for (const noun of ['team', 'goal', 'industry'] as const) {
    const used = (await listed(noun)).find((word) => word.used > 0)!
    expect([noun, await codeOf(admin('deleteWord', { id: used.id, query: { noun } }))]).toEqual([noun, 'not-possible'])
    expect((await listed(noun)).some(({ id }) => id === used.id)).toBe(true)
  }
})

test('a renamed industry is changed on the clients that have it when one says so, and comes back as one', async () => {
  const made = await admin('createWord', { body: { noun: 'industry', name: 'Machines' } })
  for (const id of ['cp-vektor', 'cp-delta']) await server.db.prisma.counterparty.update({ where: { id }, data: { industry: 'Machines' } })
  const industryOf = async (id: string) => (await olga('getCounterparty', { id })).industry
  const seen = await olga('getCounterparty', { id: 'cp-vektor' })
  const done = await admin('patchWord', { id: made.id, body: { noun: 'industry', name: 'Mechanical engineering', onClients: true } })
  expect([done.clients, done.word.used, await industryOf('cp-vektor'), await industryOf('cp-delta')]).toEqual([2, 2, 'Mechanical engineering', 'Mechanical engineering'])
  expect(await codeOf(olga('patchCounterparty', { id: 'cp-vektor', ifMatch: seen.etag, body: { industry: 'Machines' } }))).toBe('stale')
  const back = await admin('undoChangeSet', { id: done.setId!, body: {} })
  expect([back.undone.sort(), await industryOf('cp-vektor'), await industryOf('cp-delta')]).toEqual([['cp-delta', 'cp-vektor'], 'Machines', 'Machines'])
})

test('left alone, the clients keep the old word, and it is told as one that is on no list', async () => {
  const made = await admin('createWord', { body: { noun: 'region', name: 'North' } })
  await server.db.prisma.counterparty.update({ where: { id: 'cp-vektor' }, data: { region: 'North' } })
  expect(await admin('patchWord', { id: made.id, body: { noun: 'region', name: 'Far North' } })).toMatchObject({ setId: null, clients: 0 })
  expect((await olga('getCounterparty', { id: 'cp-vektor' })).region).toBe('North')
  expect((await admin('listWords')).strays).toContainEqual({ noun: 'region', name: 'North', used: 1 })
})

test('forms offer words in the order that the administrator gave them, and an older list orders nothing', async () => {
  const ids: string[] = []
  for (const name of ['C', 'A', 'B']) ids.push((await admin('createWord', { body: { noun: 'class', name } })).id)
  expect((await olga('dictionaries')).classes).toEqual(['C', 'A', 'B'])
  const [c, a, b] = ids as [string, string, string]
  await admin('orderWords', { body: { noun: 'class', ids: [a, b, c] } })
  expect((await olga('dictionaries')).classes).toEqual(['A', 'B', 'C'])
  expect(await codeOf(admin('orderWords', { body: { noun: 'class', ids: [c, a] } }))).toBe('conflict')
  expect(await codeOf(admin('orderWords', { body: { noun: 'class', ids: [c, a, a] } }))).toBe('conflict')
  expect((await olga('dictionaries')).classes).toEqual(['A', 'B', 'C'])
})

test('a goal has a name in Russian too', async () => {
  const made = await admin('createWord', { body: { noun: 'goal', name: 'Visit', nameRu: 'Визит' } })
  const russian = await server.as('olga@demo.example', 'ru')
  expect((await russian('dictionaries')).contactTypes).toContainEqual({ id: made.id, name: 'Визит' })
  expect((await olga('dictionaries')).contactTypes).toContainEqual({ id: made.id, name: 'Visit' })
})

test('a domain becomes our own only while no client has it, and everybody at it is a colleague then', async () => {
  const { items } = await admin('listOwnDomains')
  expect(items).toEqual([{ domain: 'demo.example', managers: 12 }])
  expect(await codeOf(admin('addOwnDomain', { body: { domain: 'vector.example' } }))).toBe('not-possible')
  for (const domain of ['nonsense', 'gmail.com', 'a b.example', '']) expect([domain, await codeOf(admin('addOwnDomain', { body: { domain } }))]).toEqual([domain, 'invalid-request'])
  expect(await admin('addOwnDomain', { body: { domain: 'https://WWW.Sister-Company.example/about' } })).toEqual({ domain: 'sister-company.example', managers: 0 })
  expect(await codeOf(admin('addOwnDomain', { body: { domain: 'sister-company.example' } }))).toBe('not-possible')
  await admin('removeOwnDomain', { body: { domain: 'sister-company.example' } })
  expect(await codeOf(admin('removeOwnDomain', { body: { domain: 'sister-company.example' } }))).toBe('not-found')
  expect((await server.db.prisma.auditEntry.findMany({ where: { noun: 'own-domain' }, orderBy: { at: 'asc' } })).map(({ action }) => action)).toEqual(['created', 'deleted'])
})
