import { setTimeout as pause } from 'node:timers/promises'
import { DateTime, IANAZone } from 'luxon'
import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/journal'
import { AppError } from '@counterpane/shared/errors/app-error'
import { timeZoneProblem } from '@counterpane/shared/text/reference-problems'
import { writeAudits } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { etagOf } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { mayChange, mayTake } from './editing-rule'
import { managersAfter } from './joint-managers'
import { changeSlim, readSlim, type SlimChange, type SlimContact } from './many-changes.repository'

export interface ChangeManyDeps { db: Db; clock: Clock; changed: (id: string) => void }
type Body = z.output<typeof contract.changeMany>
type Result = z.output<typeof contract.changedMany>['results'][number]

/** So many in one unit of work: whoever else writes gets a turn in between. */
const handful = 250
/** The database answers at once, so without a pause nobody's request would even be read in between. */
const breathMs = 5

/**
 * One change for many contacts, each for itself: whoever changed one meanwhile is not overwritten. All of it can be taken back by its `setId`.
 * Postponing is for planned ones; it keeps the time of day in `timeZone`, and without one goes by 24 hours to the day.
 */
export function createChangeMany({ db, clock, changed }: ChangeManyDeps) {
  return async (caller: Caller, { items, change, timeZone }: Body): Promise<{ setId: string | null; results: Result[] }> => {
    if (timeZone !== undefined && !IANAZone.isValidZone(timeZone)) throw new AppError('invalid-request', { words: timeZoneProblem, errors: [{ path: 'timeZone', message: timeZoneProblem.en }] })
    assertReferences(db.sql, [{ table: 'Manager', field: 'change.managerId', ids: [change.managerId], working: true }])
    const once = new Set<string>()
    const asked = items.filter(({ id }) => !once.has(id) && once.add(id))
    const setId = uuidv7()
    const results: Result[] = []
    for (let i = 0; i < asked.length; i += handful) {
      if (i > 0) await pause(breathMs)
      const part = await inOneTurn(asked.slice(i, i + handful))
      results.push(...part)
      for (const { id, outcome } of part) if (outcome === 'changed') changed(id)
    }
    return { setId: results.some(({ outcome }) => outcome === 'changed') ? setId : null, results }

    function inOneTurn(part: Body['items']): Promise<Result[]> {
      return db.write(async (tx) => {
        const at = clock.now()
        const found = readSlim(db.sql, part.map((item) => item.id))
        const judged = part.map((item) => ({ id: item.id, judged: judge(found.get(item.id), item.etag) }))
        const wanted = judged.flatMap((one) => (typeof one.judged === 'string' ? [] : [one.judged]))
        const done = wanted.length > 0 ? await changeSlim(tx, wanted, { at, managerId: caller.id }) : new Set<string>()
        await writeAudits(tx, wanted.filter(({ contact }) => done.has(contact.id)).map(({ contact, ...fields }) => (
          { managerId: caller.id, noun: 'contact', nounId: contact.id, action: fields.startsAt === undefined ? 'changed' : 'postponed', at, before: { ...told(contact), managerIds: contact.joint }, after: { ...told(fields), ...jointAfter(contact, fields.managerId) }, setId })))
        return judged.map(({ id, judged: outcome }) => ({ id, outcome: typeof outcome === 'string' ? outcome : done.has(id) ? 'changed' as const : 'stale' as const }))
      })
    }

    function judge(contact: SlimContact | undefined, etag: string | undefined): SlimChange | Exclude<Result['outcome'], 'changed'> {
      if (!contact) return 'not-found'
      if (etag !== undefined && etag !== '*' && etag !== etagOf(contact.version)) return 'stale'
      if (change.postponeDays !== undefined && contact.status !== 'planned') return 'not-planned'
      const startsAt = change.postponeDays === undefined ? undefined : later(contact.startsAt, change.postponeDays, timeZone)
      const wanted = { managerId: change.managerId, state: change.state, startsAt }
      const differing = Object.entries(wanted).filter(([name, value]) => value !== undefined && value !== contact[name as keyof typeof wanted])
      if (differing.length === 0) return 'unchanged'
      if (!mayChange(contact, differing.map(([name]) => name), caller) || !mayTake(contact, wanted.managerId, caller)) return 'forbidden'
      return { contact, ...Object.fromEntries(differing) }
    }
  }
}
export type ChangeMany = ReturnType<typeof createChangeMany>

/** Dates that the API could not tell, before the year 1 and after 9999, are not moved to: the contact stays where it is. */
function later(startsAt: number, days: number, timeZone: string | undefined): number {
  const moved = timeZone === undefined ? startsAt + days * 86_400_000 : DateTime.fromMillis(startsAt, { zone: timeZone }).plus({ days }).toMillis()
  const year = new Date(moved).getUTCFullYear()
  return year >= 1 && year <= 9999 ? moved : startsAt
}

/** Told where several take part, before or after: of the others the main manager says it all. */
function jointAfter(contact: SlimContact, managerId: string | null | undefined): { managerIds?: string[] } {
  if (managerId === undefined || contact.joint.length === 0) return {}
  const managerIds = managersAfter(contact, { from: contact.managerId, to: managerId })
  return contact.joint.length > 1 || managerIds.length > 1 ? { managerIds } : {}
}

const told = ({ managerId, state, startsAt }: { managerId?: string | null; state?: number; startsAt?: number }) =>
  ({ ...(managerId !== undefined && { managerId }), ...(state !== undefined && { state }), ...(startsAt !== undefined && { startsAt: new Date(startsAt).toISOString() }) })
