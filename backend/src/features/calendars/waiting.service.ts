import type { z } from 'zod'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { acceptWaiting, dismissWaiting, listWaiting, WaitingMeeting } from '@counterpane/shared/contract/calendar'
import { limits } from '@counterpane/shared/contract/parts'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { assertReferences } from '../../platform/db/references'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { setDismissed, type WaitingEntry, type WaitingRepository } from './waiting.repository'

/** The client that a manager named for a waiting meeting; both null and empty: without a client. */
export interface NamedClient { counterpartyId: string | null; personIds: readonly string[] }
export interface WaitingDeps {
  db: Db; waiting: WaitingRepository
  /** Makes contacts of waiting rows, in one unit of work. */
  promote(entryIds: readonly string[], client: NamedClient, managerId: string): Promise<void>
  counterpartyOf(personId: string): string | null
  showContact(id: string, viewer: { caller: Caller; locale: Locale }): Contact
}

/** Meetings with outsiders whom nobody knows: their manager's own, and nobody else's. */
export function createWaiting({ db, waiting, promote, counterpartyOf, showContact }: WaitingDeps) {
  const get = (managerId: string, id: string): WaitingEntry => {
    const entry = waiting.find(managerId, id)
    if (!entry) throw new AppError('not-found')
    return entry
  }
  const meant = (managerId: string, { id, seriesId }: WaitingEntry, wholeSeries: boolean | undefined) =>
    wholeSeries && seriesId !== null ? [id, ...waiting.seriesOf(managerId, seriesId).filter((other) => other !== id)] : [id]

  return {
    list(caller: Caller, query: z.output<typeof listWaiting>) {
      const page = waiting.list({ managerId: caller.id, dismissed: query.dismissed ?? false, limit: query.limit ?? limits.pageDefault, cursor: query.cursor })
      return { items: page.items.map(presentWaiting), nextCursor: page.nextCursor }
    },
    get: (caller: Caller, id: string): WaitingMeeting => presentWaiting(get(caller.id, id)),
    async dismiss(caller: Caller, id: string, body: z.output<typeof dismissWaiting>): Promise<WaitingMeeting> {
      const ids = meant(caller.id, get(caller.id, id), body.wholeSeries)
      await db.write((tx) => setDismissed(tx, ids, body.dismissed))
      return presentWaiting(get(caller.id, id))
    },
    /** Whatever it became before stays as it is. */
    async accept(caller: Caller, id: string, { locale, ...body }: z.output<typeof acceptWaiting> & { locale: Locale }): Promise<{ contact: Contact; created: boolean }> {
      const known = waiting.contactOf(caller.id, id)
      if (known !== null) return { contact: showContact(known, { caller, locale }), created: false }
      const entry = get(caller.id, id)
      assertReferences(db.sql, [{ table: 'Counterparty', field: 'counterpartyId', ids: [body.counterpartyId] }, { table: 'ContactPerson', field: 'personIds', ids: body.personIds ?? [] }])
      const [first] = body.personIds ?? []
      const counterpartyId = body.counterpartyId === undefined && first !== undefined ? counterpartyOf(first) : body.counterpartyId ?? null
      await promote(meant(caller.id, entry, body.wholeSeries), { counterpartyId, personIds: body.personIds ?? [] }, caller.id)
      const made = waiting.contactOf(caller.id, id)
      if (made === null) throw new AppError('conflict')
      return { contact: showContact(made, { caller, locale }), created: true }
    },
  }
}
export type Waiting = ReturnType<typeof createWaiting>

function presentWaiting({ id, seriesId, dismissed, facts }: WaitingEntry): WaitingMeeting {
  const { startsAt, endsAt, allDay, subject, location, online, organizer, outsiders } = facts
  return {
    id, startsAt: new Date(startsAt).toISOString(), durationMinutes: Math.max(0, Math.round((endsAt - startsAt) / 60_000)), allDay, subject, location, online, organizer,
    outsiders: outsiders.map(({ name, address }) => ({ name, address })), seriesId, dismissed,
  }
}
