import { z } from 'zod'
import { attachmentPolicy, digestPolicy, resultTemplate, sightPolicy, type AttachmentPolicy, type ResultTemplate, type SightPolicy } from '@counterpane/shared/contract/attachments'
import { calendarPolicy, type CalendarPolicy } from '@counterpane/shared/contract/calendar'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { assertUnchanged, stateTag } from '../../platform/http/state-tag'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { usualResults } from './usual-results'
import { writeSetting, type SettingsRepository } from './settings.repository'

export interface Settings { attachments: AttachmentPolicy; calendar: CalendarPolicy; resultTemplates: ResultTemplate[]; digests: { send: boolean }; visibility: SightPolicy }
/** `onCalendarPolicy`: what appointments mean was decided anew; in the same unit of work. */
export interface SettingsDeps { db: Db; settings: SettingsRepository; clock: Clock; log: Log; onCalendarPolicy(tx: Tx): Promise<unknown>; mailServer: boolean }

const mebibyte = 1024 * 1024
const defaults: Settings = {
  attachments: { keep: 'all', maxFileBytes: 25 * mebibyte, maxMessageBytes: 50 * mebibyte },
  calendar: { internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false },
  resultTemplates: usualResults, digests: { send: false }, visibility: { everywhere: 'all', firms: [] },
}
/** What cannot be read must open nothing: whoever narrowed it did not mean everybody. */
const unreadable: Settings = { ...defaults, visibility: { everywhere: 'own', firms: [] } }
const shapes = { attachments: attachmentPolicy, calendar: calendarPolicy, resultTemplates: z.array(resultTemplate), digests: digestPolicy, visibility: sightPolicy }
const names = ['attachments', 'calendar', 'resultTemplates', 'digests', 'visibility'] as const

/** What the organisation has decided. Read anew each time: another process may have changed it. */
export function createSettingsService({ db, settings, clock, log, onCalendarPolicy, mailServer }: SettingsDeps) {
  function read<N extends keyof Settings>(name: N): Settings[N] {
    const text = settings.findText(name)
    if (text === null) return defaults[name]
    const stored = shapes[name].safeParse(jsonOf(text))
    if (stored.success) return stored.data as Settings[N]
    log.warn({ setting: name }, 'a stored setting is not readable: another takes its place')
    return unreadable[name]
  }
  const stateOf = () => ({ attachments: read('attachments'), calendar: read('calendar'), resultTemplates: read('resultTemplates'), digests: { ...read('digests'), available: mailServer }, visibility: read('visibility') })
  const get = () => { const state = stateOf(); return { ...state, etag: stateTag(state) } }
  return {
    get,
    attachments: () => read('attachments'),
    calendar: () => read('calendar'),
    visibility: () => read('visibility'),
    /** In this language; what has no Russian text is said in English. */
    resultTemplates: (locale: Locale) => read('resultTemplates').map(({ text, textRu, method }) => ({ text: locale === 'ru' && textRu.trim() !== '' ? textRu : text, method })),
    /** What is not named stays as it is. With `ifMatch` what another administrator decided meanwhile is not overwritten unseen. */
    async put(caller: Caller, wanted: { [N in keyof Settings]?: Settings[N] | undefined }, ifMatch: string | null = null): Promise<ReturnType<typeof get>> {
      if (caller.role !== 'administrator') throw new AppError('forbidden')
      if (wanted.visibility) mustBeFirms(wanted.visibility.firms, settings.firmIds())
      const at = clock.now()
      await db.write(async (tx) => {
        const before = get()
        assertUnchanged(ifMatch, stateOf(), { required: false })
        for (const name of names) {
          const value = wanted[name]
          if (value === undefined) continue
          await writeSetting(tx, { name, value: JSON.parse(JSON.stringify(value)) as Parameters<typeof writeSetting>[1]['value'], at })
          await writeAudit(tx, { managerId: caller.id, noun: 'setting', nounId: name, action: 'changed', at, ...toldOf(before[name], value) })
        }
        if (wanted.calendar && meansOtherwise(before.calendar, wanted.calendar)) await onCalendarPolicy(tx)
      })
      return get()
    },
  }
}
export type SettingsService = ReturnType<typeof createSettingsService>

function mustBeFirms(firms: SightPolicy['firms'], known: ReadonlySet<string>) {
  const errors = firms.flatMap(({ firmId }, i) => {
    const message = !known.has(firmId) ? 'is no firm of ours' : firms.findIndex((one) => one.firmId === firmId) < i ? 'is named twice' : null
    return message === null ? [] : [{ path: `visibility.firms.${String(i)}.firmId`, message }]
  })
  if (errors.length > 0) throw new AppError('invalid-request', { detail: errors.slice(0, 3).map(({ path, message }) => `${path}: ${message}`).join('; '), errors: errors.slice(0, 20) })
}

/** A list is told as a whole. */
const toldOf = (before: object, after: object) => (Array.isArray(after) ? { before: { list: before }, after: { list: after } } : { before, after })

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
