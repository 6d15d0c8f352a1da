import { attachmentPolicy, type AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import { calendarPolicy, type CalendarPolicy } from '@counterpane/shared/contract/calendar'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { writeSetting, type SettingsRepository } from './settings.repository'

export interface Settings { attachments: AttachmentPolicy; calendar: CalendarPolicy }
/** `onCalendarPolicy`: what appointments mean was decided anew; in the same unit of work. */
export interface SettingsDeps { db: Db; settings: SettingsRepository; clock: Clock; log: Log; onCalendarPolicy(tx: Tx): Promise<unknown> }

const mebibyte = 1024 * 1024
const defaults: Settings = {
  attachments: { keep: 'all', maxFileBytes: 25 * mebibyte, maxMessageBytes: 50 * mebibyte },
  calendar: { internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false },
}
const shapes = { attachments: attachmentPolicy, calendar: calendarPolicy }

/** What the organisation has decided. Read anew each time: another process may have changed it. */
export function createSettingsService({ db, settings, clock, log, onCalendarPolicy }: SettingsDeps) {
  function read<N extends keyof Settings>(name: N): Settings[N] {
    const text = settings.findText(name)
    if (text === null) return defaults[name]
    const stored = shapes[name].safeParse(jsonOf(text))
    if (stored.success) return stored.data as Settings[N]
    log.warn({ setting: name }, 'a stored setting is not readable: the default is used')
    return defaults[name]
  }
  const get = (): Settings => ({ attachments: read('attachments'), calendar: read('calendar') })
  return {
    get,
    attachments: () => read('attachments'),
    calendar: () => read('calendar'),
    /** What is not named stays as it is. */
    async put(caller: Caller, wanted: { [N in keyof Settings]?: Settings[N] | undefined }): Promise<Settings> {
      if (caller.role !== 'administrator') throw new AppError('forbidden')
      const [before, at] = [get(), clock.now()]
      await db.write(async (tx) => {
        for (const name of ['attachments', 'calendar'] as const) {
          const value = wanted[name]
          if (value === undefined) continue
          await writeSetting(tx, { name, value: { ...value }, at })
          await writeAudit(tx, { managerId: caller.id, noun: 'setting', nounId: name, action: 'changed', at, before: before[name], after: value })
        }
        if (wanted.calendar && meansOtherwise(before.calendar, wanted.calendar)) await onCalendarPolicy(tx)
      })
      return get()
    },
  }
}
export type SettingsService = ReturnType<typeof createSettingsService>

/** The rules by which an appointment becomes a contact or not. */
const meaningRules = ['internal', 'free', 'allDayAbsence', 'declined', 'private'] as const
const meansOtherwise = (before: CalendarPolicy, after: CalendarPolicy) => meaningRules.some((rule) => before[rule] !== after[rule])

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
