import type { z } from 'zod'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { askJournalDay, askReminders, JournalDay, MyDay, Reminder } from '@counterpane/shared/contract/my-day'
import type { Locale, Method } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { IANAZone } from 'luxon'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { datesFrom, fallingOn, monthDaysOf } from '../../platform/remembered-days'
import type { Clock } from '../../ports/clock'
import { createJournalDayRepository, type Some } from './journal-day.repository'

export interface DayViewer { caller: Caller; locale: Locale; now: Date }
export interface JournalDayDeps {
  db: Db; clock: Clock
  myDay(bounds: { from: string; to: string }, viewer: DayViewer): MyDay
  showContacts(ids: readonly string[], viewer: DayViewer): Contact[]
}

const [shownOfEach, hourMs, dayMs] = [20, 3_600_000, 86_400_000]
/** How far back a letter waits for an answer, and how far ahead birthdays are told. */
const [unansweredDays, birthdayDays] = [30, 8]

export function createJournalDay({ db, myDay, showContacts }: Omit<JournalDayDeps, 'clock'>) {
  const days = createJournalDayRepository(db)
  return {
    /** What the day holds for a manager at a desk. */
    day({ timeZone = 'UTC', ...bounds }: z.output<typeof askJournalDay>, viewer: DayViewer): JournalDay {
      if (!IANAZone.isValidZone(timeZone)) throw refusal('timeZone', 'is no time zone of the IANA database, such as Europe/Moscow')
      const base = myDay(bounds, viewer)
      const day = { managerId: viewer.caller.id, from: Date.parse(bounds.from), to: Date.parse(bounds.to), now: viewer.now.getTime() }
      const contacts = ({ ids, total }: Some) => ({ items: showContacts(ids, viewer), total })
      return {
        ...base, withoutOutcome: contacts(days.withoutOutcome(day, shownOfEach)), overduePlans: contacts(days.overduePlans(day, shownOfEach)),
        byColleagues: contacts(days.byColleagues(day, shownOfEach)), unanswered: contacts(days.unanswered(day, { since: day.now - unansweredDays * dayMs, limit: shownOfEach })),
        dates: birthdaysOf(day.managerId, datesFrom(new Date(day.from), timeZone, birthdayDays)),
      }
    },
    /** What comes due in the stretch: it is told once, so the stretches of one page follow one another. */
    reminders({ from, to }: z.output<typeof askReminders>, { id }: Caller): Reminder[] {
      const [start, end] = [Date.parse(from), Date.parse(to)]
      if (start >= end) throw refusal('to', 'must be after from')
      if (end - start > hourMs) throw refusal('to', 'must be at most an hour after from')
      return days.reminders(id, start, end).map(({ at, counterpartyId, counterparty, method, ...row }) => ({
        ...row, at: new Date(at).toISOString(), method: method as Method | null, counterparty: counterpartyId === null ? null : { id: counterpartyId, name: counterparty ?? '' },
      }))
    },
  }

  function birthdaysOf(managerId: string, dates: readonly string[]): JournalDay['dates'] {
    const found = days.birthdays(managerId, monthDaysOf(dates)).flatMap(({ personId, person, counterpartyId, counterparty, birthday, name }) => {
      const told = fallingOn(birthday, dates)
      return told ? [{ person: { id: personId, name: person }, counterparty: counterpartyId === null ? null : { id: counterpartyId, name: counterparty ?? '' }, kind: name === null ? 'birthday' as const : 'date' as const, name, ...told }] : []
    })
    found.sort((a, b) => (a.date === b.date ? a.person.name.localeCompare(b.person.name) : a.date < b.date ? -1 : 1))
    return { items: found.slice(0, shownOfEach), total: found.length }
  }
}

const refusal = (path: string, message: string) => new AppError('invalid-request', { detail: `${path}: ${message}`, errors: [{ path, message }] })
