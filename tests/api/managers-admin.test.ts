import type { ManagedManager } from '@counterpane/shared/contract/administration'
import { ProblemError, type BodyOf, type HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let admin: HttpClient
beforeEach(async () => {
  server = await startTestServer({ seed: 'team' })
  admin = await server.as('admin@demo.example')
}, 60_000)
afterEach(() => server.close())

const all = async (who = admin) => (await who('listAllManagers')).items
const one = async (id: string) => (await all()).find((manager) => manager.id === id)!
const problemOf = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => { if (error instanceof ProblemError) return error.problem; throw error })
const codeOf = async (work: Promise<unknown>) => (await problemOf(work))?.code ?? 'done'
const change = async (id: string, body: BodyOf<'patchManager'>, who = admin) => who('patchManager', { id, ifMatch: (await one(id)).etag, body })
const trailOf = async (id: string) => (await server.db.prisma.auditEntry.findMany({ where: { noun: 'manager', nounId: id }, orderBy: { at: 'asc' } })).map(({ action }) => action)
const newcomer = { name: 'Vera Newcomer', role: 'manager' as const, addresses: ['vera@demo.example', 'v.newcomer@demo.example'] }

test('a newcomer stands in the list with the main address first, is invited, and is there for everybody', async () => {
  const made = await admin('createManager', { body: { ...newcomer, teamId: (await one('m-olga')).team!.id, firmIds: ['firm-kontur'], locale: 'ru' } })
  expect(made).toMatchObject({ name: 'Vera Newcomer', role: 'manager', active: true, addresses: newcomer.addresses, firms: [{ id: 'firm-kontur' }], locale: 'ru', identities: [], lastSeenAt: null, invitedUntil: null, clients: 0, plans: 0, tasks: 0, calendar: null })
  const { expiresAt } = await admin('inviteManager', { id: made.id })
  expect((await one(made.id)).invitedUntil).toBe(expiresAt)
  const olga = await server.as('olga@demo.example')
  expect((await olga('listManagers')).items.find(({ id }) => id === made.id)).toMatchObject({ email: 'vera@demo.example' })
  expect(await trailOf(made.id)).toEqual(['created', 'invited'])
})

test('the list tells how much hangs on each, counted one by one', async () => {
  const { db } = server
  for (const { id, clients, plans, tasks } of await all()) {
    expect([id, clients, plans, tasks]).toEqual([id, await db.prisma.counterparty.count({ where: { managerId: id } }), await db.prisma.contact.count({ where: { managerId: id, status: 'planned', undoneAt: null } }), await db.prisma.task.count({ where: { managerId: id, doneAt: null } })])
  }
  await server.tokenOf('olga@demo.example')
  expect((await one('m-olga')).lastSeenAt).not.toBeNull()
})

test('one address belongs to one of us, in whatever spelling, and to those who have left too', async () => {
  expect(await problemOf(admin('createManager', { body: { ...newcomer, addresses: ['vera@demo.example', 'OLGA@Demo.Example'] } }))).toMatchObject({ code: 'not-possible', detail: 'OLGA@Demo.Example is an address of Olga Smirnova already. Change first what stands in the way.', errors: [{ path: 'addresses.1' }] })
  expect(await codeOf(change('m-anna', { addresses: ['anna@demo.example', 'olga@demo.example'] }))).toBe('not-possible')
  await change('m-olga', { active: false })
  expect(await codeOf(admin('createManager', { body: { ...newcomer, addresses: ['olga@demo.example'] } }))).toBe('not-possible')
  expect(await codeOf(admin('createManager', { body: { ...newcomer, addresses: ['vera@demo.example', 'VERA@demo.example'] } }))).toBe('invalid-request')
  expect(await codeOf(admin('createManager', { body: { ...newcomer, addresses: ['nobody'] } }))).toBe('invalid-request')
  expect(await server.db.prisma.manager.count({ where: { name: newcomer.name } })).toBe(0)
})

test('two who give one address to two managers at once do not both succeed', async () => {
  const outcomes = await Promise.all(['m-olga', 'm-anna'].map(async (id) => codeOf(admin('patchManager', { id, ifMatch: '*', body: { addresses: [`${id}@demo.example`, 'sales@demo.example'] } }))))
  expect(outcomes.sort()).toEqual(['done', 'not-possible'])
})

test('a manager seen in an older state is not changed, and without its etag neither', async () => {
  const seen = await one('m-olga')
  await change('m-olga', { name: 'Olga Petrova' })
  expect(await codeOf(admin('patchManager', { id: 'm-olga', ifMatch: seen.etag, body: { role: 'lead' } }))).toBe('stale')
  expect(await codeOf(admin('patchManager', { id: 'm-olga', body: { role: 'lead' } }))).toBe('precondition-required')
  expect(await one('m-olga')).toMatchObject({ name: 'Olga Petrova', role: 'manager' })
})

test('whoever is switched off is out with the next request, keeps everything, and their open invitations are void', async () => {
  const olga = await server.as('olga@demo.example')
  await admin('inviteManager', { id: 'm-olga' })
  const before = await one('m-olga')
  await change('m-olga', { active: false })
  expect(await codeOf(olga('me'))).toBe('no-session')
  expect(await server.db.prisma.session.count({ where: { managerId: 'm-olga' } })).toBe(0)
  const { tokensNotBefore } = await server.db.prisma.manager.findUniqueOrThrow({ where: { id: 'm-olga' } })
  expect(tokensNotBefore).not.toBeNull()
  expect(await one('m-olga')).toMatchObject({ active: false, invitedUntil: null, lastSeenAt: null, clients: before.clients, plans: before.plans, tasks: before.tasks })
  expect((await admin('listManagers')).items.some(({ id }) => id === 'm-olga')).toBe(false)
  await change('m-olga', { active: true })
  expect(await codeOf(olga('me'))).toBe('no-session')
  expect(await trailOf('m-olga')).toEqual(expect.arrayContaining(['switched-off', 'switched-on']))
})

test.each<[string, BodyOf<'patchManager'>]>([['demoted', { role: 'lead' }], ['switched off', { active: false }]])('the last administrator cannot be %s, by themselves or by anybody', async (_, body) => {
  expect(await problemOf(change('m-admin', body))).toMatchObject({ code: 'not-possible', detail: expect.stringContaining('only administrator') as unknown })
  expect(await one('m-admin')).toMatchObject({ role: 'administrator', active: true })
  expect(await codeOf(admin('me'))).toBe('done')
})

test.each<[string, BodyOf<'patchManager'>]>([['demote', { role: 'manager' }], ['switch off', { active: false }]])('of two administrators who %s each other at once one remains', async (_, body) => {
  await change('m-olga', { role: 'administrator' })
  const olga = await server.as('olga@demo.example')
  const [first, second] = [await one('m-olga'), await one('m-admin')]
  // Somebody else writes meanwhile, so that both are let in as administrators before either of them changes anything.
  let release = (): void => undefined
  const writing = server.db.write(() => new Promise<void>((done) => { release = done }))
  const outcomes = Promise.all([codeOf(admin('patchManager', { id: first.id, ifMatch: first.etag, body })), codeOf(olga('patchManager', { id: second.id, ifMatch: second.etag, body }))])
  await new Promise((waited) => setTimeout(waited, 500))
  release()
  await writing
  expect((await outcomes).sort()).toEqual(['done', 'not-possible'])
  expect(await server.db.prisma.manager.count({ where: { role: 'administrator', active: true } })).toBe(1)
})

test('what is open goes to another manager by one order and comes back by one word', async () => {
  const olga = await server.as('olga@demo.example')
  await olga('createContact', { body: { startsAt: '2026-12-01T10:00:00Z', method: 'call', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-vektor' } })
  await olga('createTask', { body: { title: 'Call back', dueAt: '2026-12-01T10:00:00Z' } })
  await server.db.prisma.counterparty.updateMany({ where: { id: { in: ['cp-vektor', 'cp-delta'] } }, data: { managerId: 'm-olga' } })
  const [before, anna] = [await one('m-olga'), await one('m-anna')]
  await change('m-olga', { active: false })
  const done = await admin('handOverManager', { id: 'm-olga', body: { toId: 'm-anna', clients: true, plans: true, tasks: true } })
  expect(done).toMatchObject({ clients: before.clients, plans: before.plans, tasks: before.tasks, left: 0 })
  expect(Math.min(before.clients, before.plans, before.tasks)).toBeGreaterThan(0)
  const counts = ({ clients, plans, tasks }: ManagedManager) => ({ clients, plans, tasks })
  expect(counts(await one('m-olga'))).toEqual({ clients: 0, plans: 0, tasks: 0 })
  expect(counts(await one('m-anna'))).toEqual({ clients: anna.clients + before.clients, plans: anna.plans + before.plans, tasks: anna.tasks + before.tasks })
  const back = await admin('undoChangeSet', { id: done.setId!, body: {} })
  expect([back.undone.length, back.left]).toEqual([before.clients + before.plans + before.tasks, []])
  expect([counts(await one('m-olga')), counts(await one('m-anna'))]).toEqual([counts(before), counts(anna)])
})

test('only what was asked for goes, and never to oneself, to nobody or to one who has left', async () => {
  const before = await one('m-olga')
  const body = { clients: false, plans: false, tasks: true }
  expect(await admin('handOverManager', { id: 'm-olga', body: { ...body, toId: 'm-anna' } })).toMatchObject({ clients: 0, plans: 0, tasks: before.tasks })
  expect(await one('m-olga')).toMatchObject({ clients: before.clients, plans: before.plans, tasks: 0 })
  expect(await codeOf(admin('handOverManager', { id: 'm-olga', body: { ...body, toId: 'm-olga' } }))).toBe('invalid-request')
  expect(await codeOf(admin('handOverManager', { id: 'm-olga', body: { ...body, toId: 'm-nobody' } }))).toBe('not-found')
  await change('m-anna', { active: false })
  expect(await codeOf(admin('handOverManager', { id: 'm-olga', body: { ...body, toId: 'm-anna' } }))).toBe('invalid-request')
})

test('nobody joins a team or a company that is not there or no longer in use', async () => {
  expect(await codeOf(change('m-olga', { teamId: 'nowhere' }))).toBe('not-found')
  expect(await codeOf(change('m-olga', { firmIds: ['firm-kontur', 'nowhere'] }))).toBe('not-found')
  await server.db.prisma.firm.update({ where: { id: 'firm-contour' }, data: { active: false } })
  expect(await codeOf(change('m-olga', { firmIds: ['firm-contour'] }))).toBe('not-found')
  expect((await change('m-olga', { firmIds: ['firm-kontur', 'firm-kontur'], teamId: null })).firms).toEqual([{ id: 'firm-kontur', name: 'ООО «Контур Плюс»' }])
})
