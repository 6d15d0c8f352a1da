import type { MyDay } from '@counterpane/shared/contract/my-day'
import type { Task } from '@counterpane/shared/contract/task'
import { aContact } from '../../app/pane-test-kit'
import { withAnswered, withOutcome, withTaskChanged } from './day-changes'

const aTask = (dueAt: string, done = false, overdue = dueAt < '2026-11-22T12' && !done): Task => ({
  id: 't-1', etag: '"1"', kind: 'task', title: 'Call', dueAt, overdue, done, doneAt: null, result: '', manager: { id: 'm', name: 'Olga' }, createdBy: { id: 'm', name: 'Olga' }, counterparty: null,
  contactId: null, dealId: null, contact: null, minutes: null, repeat: null, repeatOfId: null, createdAt: dueAt, updatedAt: dueAt,
})
const meeting = aContact({ id: 'k-1', status: 'planned', overdue: true, startsAt: '2026-11-20T10:00:00.000Z' })
const day: MyDay = {
  overdueTasks: { items: [aTask('2026-11-20T10:00:00.000Z')], total: 25 }, todayTasks: { items: [], total: 0 }, plannedToday: { items: [], total: 0 },
  withoutOutcome: { items: [meeting], total: 1 }, registeredToday: { items: [], total: 0 },
}
const bounds = { from: new Date('2026-11-22T00:00:00.000Z'), to: new Date('2026-11-23T00:00:00.000Z') }

it('a task that is done or postponed leaves the day, and the count beyond the page follows', () => {
  for (const task of [aTask('2026-11-20T10:00:00.000Z', true), aTask('2026-11-25T10:00:00.000Z')]) expect(withTaskChanged(day, task, bounds).overdueTasks).toEqual({ items: [], total: 24 })
})
it('a task that changed and stays overdue stays where it is', () => {
  const changed = { ...aTask('2026-11-20T10:00:00.000Z'), title: 'Call again' }
  expect(withTaskChanged(day, changed, bounds).overdueTasks).toEqual({ items: [changed], total: 25 })
})
it('a task of this morning is as overdue as one of yesterday', () => {
  const morning = aTask('2026-11-22T08:00:00.000Z')
  expect(withTaskChanged({ ...day, overdueTasks: { items: [morning], total: 25 } }, { ...morning, title: 'Call again' }, bounds).overdueTasks).toEqual({ items: [{ ...morning, title: 'Call again' }], total: 25 })
})
it('a meeting with its outcome is asked about no more, a moved one neither', () => {
  for (const contact of [{ ...meeting, status: 'held' as const }, { ...meeting, startsAt: '2026-11-25T10:00:00.000Z', overdue: false }]) expect(withOutcome(day, contact, bounds).withoutOutcome).toEqual({ items: [], total: 0 })
})
it('those that were answered for at once are asked about and planned no more, and the count beyond the page follows', () => {
  const several = { ...day, withoutOutcome: { items: [meeting, aContact({ id: 'k-2' }), aContact({ id: 'k-3' })], total: 9 }, plannedToday: { items: [meeting], total: 1 } }
  expect(withAnswered(several, ['k-1', 'k-3', 'elsewhere'])).toEqual({ ...several, withoutOutcome: { items: [aContact({ id: 'k-2' })], total: 7 }, plannedToday: { items: [], total: 0 } })
})
