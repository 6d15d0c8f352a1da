import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import type { CalendarEvent } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import type { Entry, MatchedSide, MeetingFacts } from './calendar-sync.types'
import { listWaitingFor, listWaitingRows, seriesKeys } from './calendar-entries.repository'
import { findAdopted } from './calendar-meetings.repository'
import { seriesKeyOf } from './meeting-identity'
import { writeMeetings, type ContactWriting } from './meeting-writing'
import type { Touched } from './page-entries'
import { meetingsOf, rowsByKey } from './page-having'
import { settle } from './reconcile'

export interface PromotionDeps { db: Db; clock: Clock; matchSide(event: CalendarEvent, managerId: string): MatchedSide; contacts: ContactWriting }
/** Whom a waiting meeting turned out to be with. */
type Client = Pick<MeetingFacts, 'counterpartyId' | 'personIds'> & { direction?: MeetingFacts['direction'] }

const chunk = 500

/** Client or person gained an address: meetings with it that waited become contacts. Gives the number of those meetings. */
export function createRematchWaiting({ matchSide, ...deps }: PromotionDeps) {
  const { db } = deps
  return async (addressKeys: readonly string[]): Promise<number> => {
    let count = 0
    const managerIds = new Set(listWaitingFor(db.sql, addressKeys).map((entry) => entry.managerId))
    for (const managerId of managerIds) {
      const waiting = () => listWaitingFor(db.sql, addressKeys).filter((entry) => entry.managerId === managerId)
      const sideOf = (entry: Entry): Client | null => {
        const side = matchSide(toEvent(entry), managerId)
        return side.kind === 'known' ? side : null
      }
      count += await promoteAll(deps, { managerId, waiting, clientOf: sideOf })
    }
    return count
  }
}

/** A manager's word makes contacts of rows that wait: with the client they named, or without one. */
export function createPromoteWaiting(deps: Omit<PromotionDeps, 'matchSide'>) {
  return async (entryIds: readonly string[], client: Pick<MeetingFacts, 'counterpartyId' | 'personIds'>, managerId: string): Promise<void> => {
    // The client is people's word, not the calendars': a match that appears later must not overrule it.
    await promoteAll(deps, { managerId, waiting: () => listWaitingRows(deps.db.sql, managerId, entryIds), clientOf: () => ({ counterpartyId: null, personIds: [] }), named: client })
  }
}

interface Promotion { managerId: string; waiting(): Entry[]; clientOf(entry: Entry): Client | null; named?: Pick<MeetingFacts, 'counterpartyId' | 'personIds'> }

/** What waits is looked at inside the unit of work: a round may be at the same rows. */
async function promoteAll({ db, clock, contacts }: Omit<PromotionDeps, 'matchSide'>, { managerId, waiting, clientOf, named }: Promotion): Promise<number> {
  let count = 0
  for (let more = true; more;) {
    const promoted = await db.write(async (tx: Tx) => {
      const rows = waiting().flatMap((entry) => {
        const client = clientOf(entry)
        return client && entry.facts ? [{ before: entry, after: toMeeting(entry, entry.facts, client) }] : []
      }).slice(0, chunk)
      const { meetings, others, adopted, touched } = around(db, managerId, rows.map((row) => row.after))
      const writes = settle({ meetings, others }, { changed: new Map(rows.map(({ after }) => [after.eventId, after])), touched }, { managerId, newId: uuidv7 })
      const created = named ? writes.created.map((one) => ({ ...one, facts: { ...one.facts, ...named } })) : writes.created
      await writeMeetings(tx, { writes: { ...writes, created }, having: { entries: new Map(rows.map(({ before }) => [before.eventId, before])), meetings, adopted }, at: clock.now(), seen: null, resembling: true }, { db, needs: contacts })
      return rows.length
    })
    count += promoted
    more = promoted === chunk
  }
  return count
}

function around({ sql }: Pick<Db, 'sql'>, managerId: string, rows: readonly Entry[]) {
  const keyed = rowsByKey(sql, rows.flatMap((row) => row.calendarKey ?? []))
  const meetings = meetingsOf(sql, keyed)
  const adopted = findAdopted(sql, managerId, rows.filter((row) => !meetings.has(row.calendarKey ?? '')).map((row) => ({ eventId: row.eventId, mark: null, paneKey: row.facts?.paneKey ?? null })))
  const known = seriesKeys(sql, managerId, rows.flatMap((row) => row.seriesId ?? []))
  const touched = new Map(rows.map((row): [string, Touched] => {
    const contact = adopted.get(row.eventId)
    const seriesKey = known.get(row.seriesId ?? '') ?? seriesKeyOf({ ...row, uid: null, private: false }, managerId)
    return [row.calendarKey ?? '', { seriesKey, adopted: contact ? { contact, marked: false } : null, hidden: false, listed: true }]
  }))
  return { meetings, others: keyed.byKey, adopted, touched }
}

const toMeeting = (entry: Entry, facts: MeetingFacts, { counterpartyId, personIds, direction = facts.direction }: Client): Entry =>
  ({ ...entry, meaning: 'meeting', dismissed: false, facts: { ...facts, counterpartyId, personIds, direction } })

/** As much of the appointment as its stored facts tell; whom it is with is among it. */
function toEvent({ eventId, seriesId, originalStart, changedAt, organiser, facts, startsAt, endsAt }: Entry): CalendarEvent {
  const instant = (at: number) => ({ kind: 'instant' as const, at, zone: null })
  return {
    eventId, seriesId, uid: null, originalStart, changedAt, start: instant(startsAt), end: instant(endsAt), zoneUnknown: false, cancelled: false, subject: facts?.subject ?? '', text: '', location: '',
    organizer: facts?.organizer ?? null, organizedHere: organiser, attendees: (facts?.outsiders ?? []).map((one) => ({ ...one, response: 'none', optional: false, resource: false })), ownResponse: 'none',
    private: false, showAs: 'busy', kind: 'meeting', online: false, webLink: null, mark: null,
  }
}
