import { attachmentPolicy, type AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { writeSetting, type SettingsRepository } from './settings.repository'

export interface Settings { attachments: AttachmentPolicy }
export interface SettingsDeps { db: Db; settings: SettingsRepository; clock: Clock; log: Log }

const mebibyte = 1024 * 1024
const defaults: Settings = { attachments: { keep: 'all', maxFileBytes: 25 * mebibyte, maxMessageBytes: 50 * mebibyte } }

/** What the organisation has decided. Read anew each time: another process may have changed it. */
export function createSettingsService({ db, settings, clock, log }: SettingsDeps) {
  function attachments(): AttachmentPolicy {
    const text = settings.findText('attachments')
    if (text === null) return defaults.attachments
    const stored = attachmentPolicy.safeParse(jsonOf(text))
    if (stored.success) return stored.data
    log.warn({ setting: 'attachments' }, 'a stored setting is not readable: the default is used')
    return defaults.attachments
  }
  const get = (): Settings => ({ attachments: attachments() })
  return {
    get,
    attachments,
    async put(caller: Caller, wanted: Settings): Promise<Settings> {
      if (caller.role !== 'administrator') throw new AppError('forbidden')
      const [before, at] = [get(), clock.now()]
      await db.write(async (tx) => {
        await writeSetting(tx, { name: 'attachments', value: { ...wanted.attachments }, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'setting', nounId: 'attachments', action: 'changed', at, before: before.attachments, after: wanted.attachments })
      })
      return get()
    },
  }
}
export type SettingsService = ReturnType<typeof createSettingsService>

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
