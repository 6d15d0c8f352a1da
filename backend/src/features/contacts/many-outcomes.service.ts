import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/calendar'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import type { ContactRecord } from './contact-record'
import { updateContact } from './contact-writes.repository'
import type { ContactsRepository } from './contacts.repository'
import { outcomeWords } from './outcome-rule'

export interface RecordOutcomesDeps { db: Db; contacts: ContactsRepository; clock: Clock; changed: (id: string) => void }
type Body = z.output<typeof contract.recordOutcomes>
type Answered = z.output<typeof contract.recordedOutcomes>
type Recorded = Answered['results'][number]

/** Past dates of one series that nobody has answered for, the oldest first; a series of years is answered in several goes. */
const openOfSeries = `SELECT c.id FROM CalendarMeeting g CROSS JOIN CalendarMeeting s ON s.seriesKey = g.seriesKey CROSS JOIN Contact c ON c.id = s.contactId
  WHERE g.contactId = ?1 AND +c.status = 'planned' AND c.endsAt < ?2 AND c.undoneAt IS NULL ORDER BY c.startsAt, c.id LIMIT 500`
const longPast = "SELECT c.id FROM Contact c JOIN CalendarMeeting g ON g.contactId = c.id WHERE c.status = 'planned' AND c.endsAt < ? AND c.undoneAt IS NULL ORDER BY c.endsAt, c.id LIMIT 200"

/** One answer for several planned contacts: all of them, or nothing, and all of them taken back as one. Whoever was answered for meanwhile is left as it is. */
export function createRecordOutcomes({ db, contacts, clock, changed }: RecordOutcomesDeps) {
  return async (caller: Caller, { ids, seriesOf, outcome, result }: Body): Promise<Answered> => {
    const asked = ids ? [...new Set(ids)] : seriesIds(seriesOf as string)
    const [at, setId] = [clock.now(), uuidv7()]
    const recorded = await db.write(async (tx) => {
      const found = new Map(contacts.load(asked).filter((contact) => contact.undoneAt === null).map((contact) => [contact.id, contact]))
      const results: Recorded[] = []
      for (const id of asked) {
        const contact = found.get(id) ?? null
        const words = contact?.status === 'planned' ? outcomeWords(contact, result, caller) : result
        results.push({ id, outcome: await record(tx, contact, { at, managerId: caller.id, outcome, result: words, setId }) })
      }
      return results
    })
    for (const one of recorded) if (one.outcome === 'recorded') changed(one.id)
    return { results: recorded, changeSetId: recorded.some((one) => one.outcome === 'recorded') ? setId : null }
  }

  /** The one that was named is answered for even when no calendar knows it or its time has not come. */
  function seriesIds(id: string): string[] {
    if (contacts.find(id) === null) throw new AppError('not-found')
    return [...new Set([id, ...db.sql.all<{ id: string }>(openOfSeries, [id, clock.now().getTime()]).map((row) => row.id)])]
  }
}
export type RecordOutcomes = ReturnType<typeof createRecordOutcomes>

interface Answer { at: Date; managerId: string | null; outcome: Body['outcome']; result: string | undefined; action?: string; setId?: string }

async function record(tx: Tx, contact: ContactRecord | null, { at, managerId, outcome, result, action = outcome, setId }: Answer): Promise<Recorded['outcome']> {
  if (!contact) return 'not-found'
  if (contact.status !== 'planned') return 'already-recorded'
  const status = outcome === 'held' ? 'held' as const : 'cancelled' as const
  const change = { status, ...(result !== undefined && { result }) }
  if (!(await updateContact(tx, contact.id, { change, before: contact, at }))) return 'already-recorded'
  await writeAudit(tx, { managerId, noun: 'contact', nounId: contact.id, action, at, before: { status: contact.status, result: contact.result }, after: change, ...(setId && { setId }) })
  return 'recorded'
}

/** Meetings whose end lies further back than the organisation waits for an answer count as held; whoever knows better changes that. Gives how many. */
export function createHeldByItself({ db, contacts, clock }: Omit<RecordOutcomesDeps, 'changed'>) {
  return async (afterDays: number | null): Promise<number> => {
    if (afterDays === null) return 0
    const at = clock.now()
    const ids = db.sql.all<{ id: string }>(longPast, [at.getTime() - afterDays * 86_400_000]).map((row) => row.id)
    if (ids.length === 0) return 0
    const outcomes = await db.write(async (tx) => {
      const done: Recorded['outcome'][] = []
      for (const contact of contacts.load(ids)) done.push(await record(tx, contact, { at, managerId: null, outcome: 'held', result: undefined, action: 'held-by-itself' }))
      return done
    })
    return outcomes.filter((outcome) => outcome === 'recorded').length
  }
}
