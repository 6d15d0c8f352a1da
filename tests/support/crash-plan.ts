import { openDatabase, type Db } from '@counterpane/backend/platform/db/database'
import { createCalendarHouse, type CalendarHouse } from './calendar-house'
import { anEvent, createFakeCalendarSource, eventsAt } from './fake-calendar-source'
import { steppingAdapter } from './stepping-adapter'

const hour = 3_600_000
const day = 24 * hour
const stranger = { organizer: { name: 'Zoe', address: 'zoe@unknown.example' }, attendees: [] }

/** `first`: nothing is known yet; `delta`: what changed since; `again`: the cursor is forgotten, and something is gone of which nobody speaks. */
export const plans = ['first', 'delta', 'again'] as const
export type Plan = (typeof plans)[number]

/** The calendar as it stands before and after; always the same, so that its cursors mean the same in every process. */
export function worldOf(plan: Plan, stage: 'before' | 'after') {
  const fake = createFakeCalendarSource()
  fake.put('m-olga', ...[1, 2, 3, 4, 5].map((i) => anEvent(`e${i}`, { at: eventsAt + i * day, ...(i === 5 && stranger) })))
  fake.put('m-ivan', anEvent('shared', { uid: 'uid-e1', at: eventsAt + day }))
  if (plan === 'first' || stage === 'before') return fake
  fake.put('m-olga', anEvent('e1', { at: eventsAt + day + hour, changedAt: 2_000 }), anEvent('e2', { at: eventsAt + 2 * day, cancelled: true, changedAt: 2_000 }))
  fake.remove('m-olga', 'e3', plan === 'delta' ? 'maybe-gone' : 'silently')
  fake.switches.unreadable.add('e6')
  fake.put('m-olga', anEvent('e6', { at: eventsAt + 6 * day }), anEvent('e7', { at: eventsAt + 3 * day, subject: 'Talk e3' }))
  if (plan === 'again') fake.switches.expired.add('delta:6:0')
  return fake
}

/** One round of the plan; `step` is called before every answer of the source, every statement and COMMIT, and after every COMMIT. */
export async function playPlan(path: string, plan: Plan, step: () => void = () => undefined): Promise<void> {
  const db = await openDatabase({ path, adapter: steppingAdapter(path, step) })
  try {
    await houseOf(db, plan, step).run('m-olga')
  } finally {
    await db.close()
  }
}

function houseOf(db: Db, plan: Plan, step: () => void): CalendarHouse {
  const fake = worldOf(plan, 'after')
  fake.switches.before = step
  return createCalendarHouse({ db, fake })
}
