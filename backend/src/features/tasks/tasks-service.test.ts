import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { completeTasks } from './task-writes.repository'
import { presentTask } from './tasks.presenter'
import { createTasksRepository, type TasksRepository } from './tasks.repository'
import { createTasksService, type TasksService } from './tasks.service'

const olga: Caller = { id: 'olga', name: 'Olga Smirnova', role: 'manager', teamId: null, locale: null }
let now = new Date('2026-11-20T10:00:00Z')
let folder: string
let db: Db
let tasks: TasksRepository
let service: TasksService

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tasks-'))
  db = await openDatabase({ path: join(folder, 'test.db') })
  tasks = createTasksRepository(db)
  service = createTasksService({ db, tasks, clock: { now: () => now } })
  await db.write(async (tx) => {
    await tx.manager.createMany({ data: [{ id: 'olga', name: olga.name, createdAt: now }, { id: 'anna', name: 'Anna Orlova', createdAt: now }] })
    await tx.counterparty.create({ data: { id: 'vector', name: 'Vector', nameKey: 'vector', searchText: 'vector', createdAt: now, updatedAt: now } })
    await tx.contactPerson.create({ data: { id: 'ivan', name: 'Ivan', nameKey: 'ivan', searchText: 'ivan', createdAt: now, updatedAt: now } })
    for (const [id, counterpartyId] of [['letter', 'vector'], ['nobodys', null]] as const) {
      await tx.contact.create({ data: { id, startsAt: now, endsAt: now, method: 'letter', direction: 'incoming', status: 'held', source: 'outlook', counterpartyId, persons: { create: { personId: 'ivan' } }, createdAt: now, updatedAt: now } })
    }
  })
})
beforeEach(async () => {
  now = new Date('2026-11-20T10:00:00Z')
  await db.write((tx) => tx.task.deleteMany())
})
afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true })
})

const aTask = (body: Partial<Parameters<TasksService['create']>[1]> = {}) => service.create(olga, { title: 'Call back', dueAt: '2026-11-25T12:00:00+03:00', ...body })

test('a task is its maker\'s own unless another manager is named', async () => {
  expect(await aTask()).toMatchObject({ kind: 'task', manager: { id: 'olga' }, createdBy: { id: 'olga' }, dueAt: Date.parse('2026-11-25T09:00:00Z') })
  expect(await aTask({ managerId: 'anna', kind: 'note' })).toMatchObject({ kind: 'note', manager: { id: 'anna', name: 'Anna Orlova' }, createdBy: { id: 'olga' } })
})

test('a task from a contact belongs to the contact\'s client, unless none is wanted', async () => {
  expect((await aTask({ contactId: 'letter' })).counterparty).toEqual({ id: 'vector', name: 'Vector' })
  expect((await aTask({ contactId: 'letter', counterpartyId: null })).counterparty).toBeNull()
})

test('a task for somebody unknown is refused with the name of the field, and nothing is written', async () => {
  await expect(aTask({ managerId: 'nobody', counterpartyId: 'nowhere' })).rejects.toMatchObject({ code: 'not-found', errors: [{ path: 'managerId' }, { path: 'counterpartyId' }] })
  expect(tasks.list({}, 10, now).tasks).toEqual([])
})

test('done says when; done again keeps the time of the first; taken back it is open', async () => {
  const { id } = await aTask()
  const done = await service.patch(olga, id, { body: { done: true, result: 'agreed' }, ifMatch: null })
  expect(done).toMatchObject({ doneAt: now.getTime(), result: 'agreed', version: 2 })
  now = new Date('2026-11-21T10:00:00Z')
  expect(await service.patch(olga, id, { body: { done: true }, ifMatch: null })).toEqual(done)
  expect(await service.patch(olga, id, { body: { done: false }, ifMatch: null })).toMatchObject({ doneAt: null, version: 3 })
  const trail = await db.prisma.auditEntry.findMany({ where: { nounId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  expect(trail.map((entry) => entry.action)).toEqual(['created', 'done', 'reopened'])
})

test('a change of a version that is no longer the newest is refused', async () => {
  const { id } = await aTask()
  await service.patch(olga, id, { body: { title: 'Write' }, ifMatch: '"1"' })
  await expect(service.patch(olga, id, { body: { title: 'Visit' }, ifMatch: '"1"' })).rejects.toMatchObject({ code: 'stale' })
  expect(tasks.find(id)).toMatchObject({ title: 'Write', version: 2 })
})

test('a task is overdue when its time has passed and it is not done', async () => {
  const task = await aTask({ dueAt: '2026-11-20T09:59:59Z' })
  expect(presentTask(task, { now })).toMatchObject({ overdue: true, done: false, doneAt: null })
  expect(presentTask(task, { now: new Date('2026-11-20T09:59:59Z') }).overdue).toBe(false)
  expect(presentTask({ ...task, doneAt: now.getTime() }, { now })).toMatchObject({ overdue: false, done: true, doneAt: '2026-11-20T10:00:00.000Z' })
})

test('open tasks of a client begin with the most overdue and leave out what is done', async () => {
  const later = await aTask({ counterpartyId: 'vector', dueAt: '2026-12-01T00:00:00Z' })
  const overdue = await aTask({ counterpartyId: 'vector', dueAt: '2026-11-01T00:00:00Z' })
  const done = await aTask({ counterpartyId: 'vector', dueAt: '2026-10-01T00:00:00Z' })
  await service.patch(olga, done.id, { body: { done: true }, ifMatch: null })
  const ids = (limit: number) => tasks.openTasks({ personId: 'ivan', counterpartyId: 'vector' }, limit).map((task) => task.id)
  expect(ids(10)).toEqual([overdue.id, later.id])
  expect(ids(1)).toEqual([overdue.id])
})

test('a person without a client has the tasks of their contacts', async () => {
  const task = await aTask({ contactId: 'nobodys' })
  await aTask()
  expect(tasks.openTasks({ personId: 'ivan', counterpartyId: null }, 10).map((found) => found.id)).toEqual([task.id])
})

test('a list goes by date page after page, also when a new task comes in between', async () => {
  const days = ['03', '01', '02', '02', '05']
  for (const day of days) await aTask({ dueAt: `2026-12-${day}T00:00:00Z`, title: day })
  const first = tasks.list({}, 2, now)
  await aTask({ dueAt: '2026-12-01T00:00:00Z', title: 'late comer' })
  const second = tasks.list({ cursor: first.nextCursor ?? '' }, 2, now)
  const third = tasks.list({ cursor: second.nextCursor ?? '' }, 2, now)
  expect([first, second, third].map((page) => page.tasks.map((task) => task.title))).toEqual([['01', '02'], ['02', '03'], ['05']])
  expect(third.nextCursor).toBeNull()
})

test('a list takes the filters of the contract', async () => {
  const mine = await aTask({ counterpartyId: 'vector' })
  const annas = await aTask({ managerId: 'anna', kind: 'note', dueAt: '2026-12-01T00:00:00Z' })
  await service.patch(olga, annas.id, { body: { done: true }, ifMatch: null })
  const ids = (filter: Parameters<TasksRepository['list']>[0]) => tasks.list(filter, 10, now).tasks.map((task) => task.id)
  expect(ids({ done: false })).toEqual([mine.id])
  expect(ids({ done: true })).toEqual([annas.id])
  expect(ids({ managerId: ['anna', 'nobody'] })).toEqual([annas.id])
  expect(ids({ counterpartyId: ['vector'] })).toEqual([mine.id])
  expect(ids({ kind: ['note'] })).toEqual([annas.id])
  expect(ids({ from: '2026-12-01T00:00:00Z' })).toEqual([annas.id])
  expect(ids({ to: '2026-12-01T00:00:00Z' })).toEqual([mine.id])
})

test('tasks are ticked off with another change, those already done keep their time', async () => {
  const [open, done] = [await aTask(), await aTask()]
  await service.patch(olga, done.id, { body: { done: true }, ifMatch: null })
  const later = new Date('2026-11-22T10:00:00Z')
  expect(await db.write((tx) => completeTasks(tx, [open.id, done.id, 'nothing'], { at: later, managerId: 'olga' }))).toEqual([open.id])
  expect([open, done].map(({ id }) => tasks.find(id)?.doneAt)).toEqual([later.getTime(), now.getTime()])
})
