import { LRUCache } from 'lru-cache'
import type { CalendarChange } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { userPath, type GraphCalls } from './graph-calls'
import { graphSeries, seriesFields, seriesFieldsWithoutDeleted, type GraphSeries } from './graph-json'
import { failureOf } from './graph-refusal'
import { isGone, verifyCalendar } from './graph-standing'
import { zoneOf } from './graph-zones'

export type Series = { kind: 'found'; row: GraphSeries } | { kind: 'gone' } | { kind: 'unreadable' }
/** In characters: what one round keeps of its series. */
const kept = 20_000_000

/** A failure passes, as a rule; what met it so many times, one call after the other, is its own trouble. */
const triesOfOne = 3
const failedBefore = new WeakMap<GraphCalls, LRUCache<string, number>>()

function timesFailed(calls: GraphCalls): LRUCache<string, number> {
  const there = failedBefore.get(calls) ?? new LRUCache<string, number>({ max: 10_000 })
  failedBefore.set(calls, there)
  return there
}

/** The series of one mailbox, each read once. What a call about the item refuses is the item's trouble and stops nobody else; what fails without a word again and again is so too, once the calendar itself was seen to answer. */
export function createSeriesReader(calls: GraphCalls, mailbox: string) {
  const known = new LRUCache<string, Series>({ maxSize: kept, sizeCalculation: sizeOf })
  const failures = timesFailed(calls)
  let verified: Promise<void> | null = null
  const verify = () => (verified ??= verifyCalendar(calls, { mailbox }))

  async function read(seriesId: string): Promise<Series> {
    const ask = (fields: string) => calls.ask({ mailbox, to: { path: `${userPath(mailbox)}/events/${encodeURIComponent(seriesId)}?$select=${fields}` } })
    const full = await ask(seriesFields)
    // Where deleted dates are not known by that name, the series itself still is.
    const answer = full.status === 400 ? await ask(seriesFieldsWithoutDeleted) : full
    if (await isGone(answer, verify)) return { kind: 'gone' }
    if (answer.status !== 200) throw failureOf(answer)
    if (answer.body === undefined) throw new ProviderFailure('temporary')
    const { data } = graphSeries.safeParse(answer.body)
    return data ? { kind: 'found', row: data } : { kind: 'unreadable' }
  }

  async function isOfTheItem(seriesId: string, error: unknown): Promise<boolean> {
    if (!(error instanceof ProviderFailure)) return false
    if (error.code === 'rejected' || error.code === 'too-large') return true
    if (error.code !== 'temporary' && error.code !== 'timed-out') return false
    const times = (failures.get(`${mailbox} ${seriesId}`) ?? 0) + 1
    failures.set(`${mailbox} ${seriesId}`, times)
    return times >= triesOfOne && verify().then(() => true, () => false)
  }

  return {
    async get(seriesId: string): Promise<Series> {
      const before = known.get(seriesId)
      if (before) return before
      const series = await read(seriesId).catch(async (error: unknown): Promise<Series> => {
        if (await isOfTheItem(seriesId, error)) return { kind: 'unreadable' }
        throw error
      })
      if (series.kind !== 'unreadable') failures.delete(`${mailbox} ${seriesId}`)
      known.set(seriesId, series)
      return series
    },
  }
}

const sizeOf = (series: Series) => (series.kind === 'found' ? 2_000 + (series.row.body?.content?.length ?? 0) + 200 * (series.row.attendees?.length ?? 0) : 1)

/** `OID.{id}.yyyy-MM-dd`: the only place where Graph names every deleted occurrence. Null when none is. */
export function deletedDatesOf(row: GraphSeries): Extract<CalendarChange, { kind: 'series' }> | null {
  const deletedDates = [...new Set((row.cancelledOccurrences ?? []).flatMap((one) => /\.(\d{4}-\d{2}-\d{2})$/.exec(one)?.[1] ?? []))]
  const written = row.recurrence?.range?.recurrenceTimeZone || row.originalStartTimeZone
  return deletedDates.length > 0 ? { kind: 'series', seriesId: row.id, zone: written ? zoneOf(written) : null, deletedDates } : null
}
