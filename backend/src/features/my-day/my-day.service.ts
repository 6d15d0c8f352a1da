import type { Contact } from '@counterpane/shared/contract/contact'
import type { MyDay } from '@counterpane/shared/contract/my-day'
import type { Task } from '@counterpane/shared/contract/task'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Caller } from '../../platform/http/caller'
import type { Day, MyDayRepository, Some } from './my-day.repository'

export interface Viewer { caller: Caller; locale: Locale; now: Date }
export interface MyDayDeps {
  days: MyDayRepository
  showContacts(ids: readonly string[], viewer: Viewer): Contact[]
  showTasks(ids: readonly string[], viewer: Viewer): Task[]
}

const shownOfEach = 20
/** A day with its change of the clock, seen from any zone; a longer stretch is the journal's matter. */
const longestMs = 48 * 60 * 60 * 1000

/** What the day holds for a manager; the bounds are those of the manager's own day. */
export function createMyDay({ days, showContacts, showTasks }: MyDayDeps) {
  return (bounds: { from: string; to: string }, viewer: Viewer): MyDay => {
    const day = dayOf(bounds, viewer)
    const contacts = ({ ids, total }: Some) => ({ items: showContacts(ids, viewer), total })
    const tasks = ({ ids, total }: Some) => ({ items: showTasks(ids, viewer), total })
    return {
      overdueTasks: tasks(days.overdueTasks(day, shownOfEach)), todayTasks: tasks(days.todayTasks(day, shownOfEach)), plannedToday: contacts(days.plannedToday(day, shownOfEach)),
      withoutOutcome: contacts(days.withoutOutcome(day, shownOfEach)), registeredToday: contacts(days.registeredToday(day, shownOfEach)),
    }
  }
}
export type AskMyDay = ReturnType<typeof createMyDay>

function dayOf({ from, to }: { from: string; to: string }, { caller, now }: Viewer): Day {
  const day = { managerId: caller.id, from: Date.parse(from), to: Date.parse(to), now: now.getTime() }
  const refuse = (path: string, message: string) => new AppError('invalid-request', { detail: `${path}: ${message}`, errors: [{ path, message }] })
  if (day.from >= day.to) throw refuse('to', 'must be after from')
  if (day.to - day.from > longestMs) throw refuse('to', 'must be at most 48 hours after from')
  return day
}
