import { IANAZone } from 'luxon'
import type { z } from 'zod'
import type { Manager, patchMe } from '@counterpane/shared/contract/access'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { ManagersRepository } from './managers.repository'

export interface ProfileDeps { managers: ManagersRepository }

/** What managers say of themselves: language and preferences. */
export function createProfile({ managers }: ProfileDeps) {
  const get = (id: string): Manager => {
    const manager = managers.find(id)
    if (!manager) throw new AppError('no-session')
    return manager
  }
  return {
    get,
    async change(id: string, body: z.output<typeof patchMe>): Promise<Manager> {
      if (body.preferences?.digest && !IANAZone.isValidZone(body.preferences.digest.timeZone)) throw new AppError('invalid-request', { errors: [{ path: 'preferences.digest.timeZone', message: 'is not a time zone such as Europe/Moscow' }] })
      if (body.locale !== undefined) await managers.setLocale(id, body.locale)
      if (body.preferences) await managers.setPreferences(id, { ...get(id).preferences, ...body.preferences })
      return get(id)
    },
  }
}
export type Profile = ReturnType<typeof createProfile>
