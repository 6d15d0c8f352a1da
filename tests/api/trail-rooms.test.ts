import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { trailNouns } from '@counterpane/shared/domain/trail-codes'
import { changesTexts } from '@counterpane/shared/text/changes-journal'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  ;[olga, admin] = await Promise.all([server.as('olga@demo.example'), server.as('admin@demo.example')])
}, 60_000)
afterAll(() => server.close())

const search = async (query: Record<string, string>) => (await admin('searchTrail', { query })).items

test.each(['en', 'ru'] as const)('every noun and every action that may be searched has words in %s', (locale) => {
  const { nouns, actions } = trailTexts[locale].trail
  expect(trailNouns.filter((noun) => !nouns[noun])).toEqual([])
  const decided = ['this-is', 'new-client', 'not-client', 'never-register', 'taken-back', 'members-changed', 'renamed', 'ordered', 'switched-off', 'switched-on', 'role-changed', 'connected', 'identity-bound', 'sessions-ended', 'offered']
  expect(decided.filter((action) => !actions[action] && !changesTexts[locale].action[action])).toEqual([])
})

test.each(['team', 'firm', 'industry'] as const)('a %s is told by its name now, and of a change only what was changed', async (noun) => {
  const made = await admin('createWord', { body: { noun, name: `Early ${noun}` } })
  await admin('patchWord', { id: made.id, body: { noun, name: `Later ${noun}` }, ifMatch: '*' })
  const [renamed, created] = await search({ noun: noun === 'industry' ? 'word' : noun })
  expect(renamed).toMatchObject({ nounId: made.id, action: 'renamed', title: `Later ${noun}`, masked: false, fields: [{ field: 'name', before: `Early ${noun}`, after: `Later ${noun}` }] })
  expect(created).toMatchObject({ nounId: made.id, action: 'created', title: `Later ${noun}` })
})

test('a detail that was changed is told by its name, and what stayed is not told as emptied', async () => {
  const made = await admin('createAttribute', { body: { noun: 'counterparty', name: 'Floor', type: 'text', options: [] } })
  await admin('patchAttribute', { id: made.id, body: { active: false }, ifMatch: '*' })
  const [changed] = await search({ noun: 'attribute' })
  expect(changed).toMatchObject({ title: 'Floor', masked: false, fields: [{ field: 'active', before: 'yes', after: 'no' }] })
})

test('a shared segment is told, and of somebody’s own only that it happened', async () => {
  const own = await olga('createSegment', { body: { name: 'xqown', shared: false } })
  const shared = await olga('createSegment', { body: { name: 'For all', shared: true } })
  await olga('changeMembers', { id: shared.id, body: { add: ['cp-vektor'], remove: [] } })
  const items = await search({ noun: 'segment' })
  expect(items.find(({ nounId }) => nounId === own.id)).toMatchObject({ title: null, masked: true, fields: [] })
  expect(items[0]).toMatchObject({ nounId: shared.id, action: 'members-changed', title: 'For all', masked: false, fields: [{ field: 'added', before: null, after: '1' }] })
  expect(JSON.stringify(items)).not.toContain('xqown')
})

test('a decision that made a sender a client’s is told and found by the domain; any other names the sender to who decided alone', async () => {
  const told = { kind: 'domain', value: 'vector.example' }
  const note = (id: string, value: string, action: string, counterparty: object | null) => ({ id, at: new Date('2026-11-20T10:00:00Z'), managerId: 'm-olga', noun: 'sender', nounId: `domain:${value}`, action, after: { key: null, decision: action, counterparty } as object })
  await server.db.prisma.auditEntry.createMany({ data: [note('s-1', told.value, 'this-is', { id: 'cp-vektor', name: 'Vector', made: false }), note('s-2', 'xqsecret.example', 'not-client', null)] })
  const items = await search({ noun: 'sender' })
  expect(items.find(({ id }) => id === 's-1')).toMatchObject({ title: 'vector.example', clientId: 'cp-vektor', masked: false, fields: [{ field: 'counterparty', before: null, after: 'Vector' }] })
  expect(items.find(({ id }) => id === 's-2')).toMatchObject({ title: null, masked: true, nounId: 's-2' })
  expect((await search({ thing: 'Vector.example' })).map(({ id }) => id)).toEqual(['s-1'])
  expect(await search({ thing: 'xqsecret.example' })).toEqual([])
  expect(await search({ thing: 'domain:xqsecret.example' })).toEqual([])
  const csv = await server.raw('GET', '/api/trail.csv?timeZone=UTC', { as: 'admin@demo.example' })
  expect(await csv.text()).not.toContain('xqsecret')
})
