import type { Contact } from '@counterpane/shared/contract/contact'
import { aMailbox, aMeeting } from '../support/calendar-rows'
import { createTestClock } from '../support/test-clock'
import { startTestServer, type TestServer } from '../support/test-server'

const clock = createTestClock('2026-11-20T12:00:00Z')
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ clock })
  await aMailbox(server.db, 'm-olga')
})
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')
const anna = () => server.as('anna@demo.example')
const past = (days: number) => new Date(clock.now().getTime() - days * 86_400_000).toISOString()
const later = () => clock.advance(60_000)
const statusOf = async (id: string) => (await (await olga())('getContact', { id })).status
const undoLast = async (id: string) => {
  const call = await olga()
  const { items } = await call('listChanges', { query: { noun: 'contact', id, limit: 1 } })
  return call('undoChange', { id: items[0]!.id })
}

describe('one answer for several contacts', () => {
  test('is taken back as one, except for what was changed since', async () => {
    const call = await olga()
    for (const id of ['all-1', 'all-2', 'all-3']) await aMeeting(server.db, id, { managerId: 'm-olga', startsAt: past(3) })
    const { changeSetId } = await call('recordOutcomes', { body: { ids: ['all-1', 'all-2', 'all-3', 'nobody'], outcome: 'held', result: 'as agreed' } })
    later()
    await call('patchContact', { id: 'all-3', body: { result: 'they refused' }, ifMatch: '*' })
    const answer = await call('undoChangeSet', { id: changeSetId! })
    expect({ ...answer, undone: [...answer.undone].sort() }).toEqual({ undone: ['all-1', 'all-2'], left: ['all-3'] })
    expect(await call('getContact', { id: 'all-1' })).toMatchObject({ status: 'planned', result: '' })
    expect(await call('getContact', { id: 'all-3' })).toMatchObject({ status: 'held', result: 'they refused' })
  })
  test('that was for a whole series is taken back for its dates', async () => {
    const call = await olga()
    for (const id of ['week-1', 'week-2']) await aMeeting(server.db, id, { managerId: 'm-olga', startsAt: past(id === 'week-1' ? 9 : 2), meeting: { calendarKey: id, seriesKey: 'weekly' } })
    const { changeSetId } = await call('recordOutcomes', { body: { seriesOf: 'week-1', outcome: 'not-held' } })
    expect(await statusOf('week-2')).toBe('cancelled')
    expect((await call('undoChangeSet', { id: changeSetId! })).left).toEqual([])
    expect([await statusOf('week-1'), await statusOf('week-2')]).toEqual(['planned', 'planned'])
  })
  test('that changed nothing has nothing to be taken back by', async () => {
    await aMeeting(server.db, 'known', { managerId: 'm-olga', startsAt: past(1) })
    const call = await olga()
    await call('recordOutcome', { id: 'known', body: { outcome: 'held' } })
    expect((await call('recordOutcomes', { body: { ids: ['known', 'nobody'], outcome: 'held' } })).changeSetId).toBeNull()
  })
})

describe('the next contact that was planned with an outcome', () => {
  const heldWithNext = async (): Promise<{ id: string; next: Contact }> => {
    const call = await olga()
    const { id } = await call('createContact', { body: { startsAt: past(1), method: 'call', direction: 'outgoing', status: 'planned', subject: 'Price', counterpartyId: 'cp-vektor' } })
    later()
    const held = await call('recordOutcome', { id, body: { outcome: 'held', next: { at: '2026-12-01T09:00:00Z' } } })
    later()
    return { id, next: await call('getContact', { id: held.nextIds[0]! }) }
  }
  test('goes with it while nobody has touched it', async () => {
    const { id, next } = await heldWithNext()
    expect(await undoLast(id)).toEqual({ undone: [id, next.id], left: [] })
    const call = await olga()
    expect(await call('getContact', { id })).toMatchObject({ status: 'planned', nextIds: [] })
    await expect(call('getContact', { id: next.id })).rejects.toMatchObject({ problem: { code: 'not-found' } })
    expect(await server.db.prisma.auditEntry.count({ where: { nounId: next.id, action: 'undone', managerId: 'm-olga' } })).toBe(1)
  })
  test.each<[string, (next: Contact) => Promise<unknown>]>([
    ['changed', async ({ id }) => (await anna())('patchContact', { id, body: { subject: 'Contract' }, ifMatch: '*' })],
    ['planned after', async ({ id }) => (await anna())('planNext', { id, body: { at: '2026-12-08T09:00:00Z' } })],
    ['given a task', async ({ id }) => (await anna())('createTask', { body: { title: 'Prepare', dueAt: '2026-11-30T09:00:00Z', contactId: id } })],
  ])('stays when somebody has %s it since, and the answer says so', async (_how, touch) => {
    const { id, next } = await heldWithNext()
    await touch(next)
    expect(await undoLast(id)).toEqual({ undone: [id], left: [next.id] })
    expect([await statusOf(id), await statusOf(next.id)]).toEqual(['planned', 'planned'])
  })
  test('stays when it was planned by another order', async () => {
    const { id } = await heldWithNext()
    const own = await (await olga())('planNext', { id, body: { at: '2026-12-03T09:00:00Z' } })
    const { undone, left } = await undoLast(id)
    expect([...undone, ...left]).not.toContain(own.id)
    expect(await statusOf(own.id)).toBe('planned')
  })
})

test('work that was finished since a hand-over stays with whoever finished it', async () => {
  const call = await olga()
  const tasks = []
  for (const title of ['Finished', 'Open']) tasks.push(await call('createTask', { body: { title, dueAt: '2026-11-30T09:00:00Z' } }))
  const [finished, open] = tasks.map(({ id }) => id)
  const { setId } = await call('handOverTasks', { body: { ids: [finished!, open!], managerId: 'm-anna' } })
  later()
  await (await anna())('patchTask', { id: finished!, body: { done: true } })
  expect((await call('listChanges', { query: { noun: 'task', id: finished! } })).items.map(({ action, canUndo }) => [action, canUndo])).toEqual([['done', true], ['handed-over', false], ['created', false]])
  expect(await call('undoChangeSet', { id: setId! })).toEqual({ undone: [open], left: [finished] })
  expect((await server.db.prisma.task.findUniqueOrThrow({ where: { id: finished! } })).managerId).toBe('m-anna')
  expect((await server.db.prisma.task.findUniqueOrThrow({ where: { id: open! } })).managerId).toBe('m-olga')
})
