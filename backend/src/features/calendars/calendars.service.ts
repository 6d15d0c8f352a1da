import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { askForRound, findSetting, insertCalendar, removeCalendar, type CalendarRow, type CalendarSetting, type CalendarsRepository } from './calendars.repository'

/** Remembers which bells hang at the provider as long as that is known; the function given back takes them down. */
export type Farewell = (managerId: string) => () => void

export interface CalendarsServiceDeps { db: Db; calendars: CalendarsRepository; clock: Clock; wake(): void; isConfigured(provider: CalendarProvider): boolean; farewell?: Farewell | undefined }
export interface WantedCalendar { provider: CalendarProvider | null; mailbox?: string | null | undefined }

export const maySeeAll = (caller: Caller) => caller.role !== 'manager'

export function createCalendarsService({ db, calendars, clock, wake, isConfigured, farewell }: CalendarsServiceDeps) {
  function get(caller: Caller, managerId: string): CalendarRow {
    if (!maySeeAll(caller) && caller.id !== managerId) throw new AppError('forbidden')
    const row = calendars.find(managerId, clock.now().getTime())
    if (!row) throw new AppError('not-found')
    return row
  }

  function settingFor(managerId: string, provider: CalendarProvider, written: string | null | undefined): CalendarSetting {
    const keys = parseAddress(written ?? calendars.mainAddress(managerId) ?? '')
    if (!keys) throw new AppError('invalid-request', { errors: [{ path: 'mailbox', message: 'is not an e-mail address' }], detail: 'mailbox: is not an e-mail address' })
    return { provider, mailbox: keys.address }
  }

  async function begin(caller: Caller, managerId: string, wanted: CalendarSetting | null): Promise<boolean> {
    const at = clock.now()
    return db.write(async (tx) => {
      const before = await findSetting(tx, managerId)
      if (isSame(before, wanted)) return false
      if (before) await removeCalendar(tx, managerId)
      const standing = wanted && isConfigured(wanted.provider) ? { state: 'catching-up', problem: 'first-round' } as const : { state: 'not-permitted', problem: 'not-configured' } as const
      if (wanted) await insertCalendar(tx, managerId, { ...wanted, ...standing, at, lastFence: before?.fence ?? null })
      const action = wanted === null ? 'disconnected' : before ? 'changed' : 'connected'
      await writeAudit(tx, { managerId: caller.id, noun: 'calendar', nounId: managerId, action, at, before: { provider: before?.provider, mailbox: before?.mailbox }, after: { provider: wanted?.provider ?? null, mailbox: wanted?.mailbox ?? null } })
      return true
    })
  }

  return {
    get,
    /** Of everybody, or of the one who may see no more than that. */
    list(caller: Caller) {
      const only = maySeeAll(caller) ? null : caller.id
      return { rows: calendars.list(only, clock.now().getTime()), items: calendars.unreadable(only) }
    },
    /** Another calendar is another beginning; the same one again changes nothing. */
    async put(caller: Caller, managerId: string, { provider, mailbox }: WantedCalendar): Promise<CalendarRow> {
      if (caller.role !== 'administrator') throw new AppError('forbidden')
      get(caller, managerId)
      if (provider !== null && !calendars.isActive(managerId)) throw new AppError('not-found')
      const wanted = provider === null ? null : settingFor(managerId, provider, mailbox)
      const takeDownBells = farewell?.(managerId)
      if (await begin(caller, managerId, wanted)) {
        takeDownBells?.()
        wake()
      }
      return get(caller, managerId)
    },
    /** A round now; when one runs already, one more after it. */
    async sync(caller: Caller, managerId: string): Promise<CalendarRow> {
      get(caller, managerId)
      if (!(await db.write((tx) => askForRound(tx, managerId)))) throw new AppError('not-found', { detail: 'This manager has no calendar' })
      wake()
      return get(caller, managerId)
    },
  }
}

/** Providers know a mailbox by its name in whatever letter case. */
function isSame(before: CalendarSetting | null, wanted: CalendarSetting | null): boolean {
  if (before === null || wanted === null) return before === wanted
  const keyOf = (mailbox: string) => parseAddress(mailbox)?.addressKey ?? mailbox
  return before.provider === wanted.provider && keyOf(before.mailbox) === keyOf(wanted.mailbox)
}
export type CalendarsService = ReturnType<typeof createCalendarsService>
