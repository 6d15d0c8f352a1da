import { openTeam } from '../support/open-team'

const team = openTeam()
const { olga, raw } = team

test('a task is created with a title and a date, and belongs to who made it', async () => {
  const response = await raw('POST', '/api/tasks', { title: 'Call back', dueAt: '2026-11-25T12:00:00+03:00' })
  const task = await response.json() as { etag: string }
  expect(response.status).toBe(201)
  expect(response.headers.get('etag')).toBe(task.etag)
  expect(task).toMatchObject({ kind: 'task', title: 'Call back', dueAt: '2026-11-25T09:00:00.000Z', done: false, doneAt: null, overdue: false, manager: { id: 'm-olga' }, createdBy: { id: 'm-olga' }, counterparty: null, contactId: null, dealId: null })
})

test('done says when, and the pane no longer shows the task', async () => {
  const task = await olga('createTask', { body: { title: 'Send samples', dueAt: '2026-11-01T09:00:00Z', counterpartyId: 'cp-buecher' } })
  const open = async () => (await olga('sidebar', { body: { message: { subject: '', sentAt: '2026-11-20T10:00:00Z', from: { name: '', address: 'juergen@bücher.example' }, to: [{ name: '', address: 'olga@demo.example' }] } } })).openTasks
  expect((await open())[0]).toMatchObject({ id: task.id, overdue: true })
  const done = await olga('patchTask', { id: task.id, body: { done: true, result: 'sent' } })
  expect(done).toMatchObject({ done: true, doneAt: expect.any(String), overdue: false, result: 'sent' })
  expect((await olga('patchTask', { id: task.id, body: { done: true } })).doneAt).toBe(done.doneAt)
  expect((await open()).map((item) => item.id)).not.toContain(task.id)
})

test('a change needs no version, but a stale one is refused', async () => {
  const { id, etag } = await olga('createTask', { body: { title: 'Move me', dueAt: '2026-11-25T09:00:00Z' } })
  expect((await raw('PATCH', `/api/tasks/${id}`, { dueAt: '2026-11-26T09:00:00Z' })).status).toBe(200)
  expect((await raw('PATCH', `/api/tasks/${id}`, { dueAt: '2026-11-27T09:00:00Z' }, { 'If-Match': etag })).status).toBe(412)
  expect((await raw('PATCH', `/api/tasks/${id}`, { dueAt: '2026-11-27T09:00:00Z' }, { 'If-Match': '*' })).status).toBe(200)
})

test.each([
  [{ title: ' ', dueAt: '2026-11-25T09:00:00Z' }, 400], [{ title: 'Call', dueAt: 'tomorrow' }, 400], [{ title: 'Call' }, 400], [{ title: 'Call', dueAt: '2026-11-25T09:00:00Z', kind: 'deal' }, 400],
  [{ title: 'Call', dueAt: '2026-11-25T09:00:00Z', colour: 'red' }, 400], [{ title: 'Call', dueAt: '2026-11-25T09:00:00Z', counterpartyId: 'nobody' }, 404], [{ title: 'Call', dueAt: '2026-11-25T09:00:00Z', contactId: 'nothing' }, 404],
])('%j is answered with %i', async (body, status) => {
  expect((await raw('POST', '/api/tasks', body)).status).toBe(status)
})

test('an unknown task is not found', async () => {
  expect((await raw('PATCH', '/api/tasks/nothing', { done: true })).status).toBe(404)
})

test('a list takes filters, goes by date and page after page', async () => {
  const query = { managerId: 'm-kate', from: '2027-01-01T00:00:00Z', to: '2027-02-01T00:00:00Z' }
  for (const day of ['12', '10', '11']) await olga('createTask', { body: { title: day, dueAt: `2027-01-${day}T00:00:00Z`, managerId: 'm-kate', kind: 'note' } })
  await olga('createTask', { body: { title: 'February', dueAt: '2027-02-01T00:00:00Z', managerId: 'm-kate' } })
  const first = await olga('listTasks', { query: { ...query, limit: '2' } })
  const second = await olga('listTasks', { query: { ...query, limit: '2', cursor: first.nextCursor } })
  expect([first, second].map((page) => page.items.map((task) => task.title))).toEqual([['10', '11'], ['12']])
  expect(second.nextCursor).toBeNull()
  expect((await olga('listTasks', { query: { ...query, done: 'true' } })).items).toEqual([])
  expect((await raw('GET', '/api/tasks?done=maybe')).status).toBe(400)
})
