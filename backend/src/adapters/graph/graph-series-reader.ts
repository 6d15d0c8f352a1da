import { LRUCache } from 'lru-cache'
import type { CalendarChange } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { userPath, type GraphCalls } from './graph-calls'
import { graphSeries, seriesFields, seriesFieldsWithoutDeleted, type GraphSeries } from './graph-json'
import { failureOf, isItemGone } from './graph-refusal'
import { zoneOf } from './graph-zones'

export type Series = { kind: 'found'; row: GraphSeries } | { kind: 'gone' } | { kind: 'unreadable' }
/** In characters: what one round keeps of its series. */
const kept = 20_000_000

/** The series of one mailbox, each read once. What a call about the item refuses is the item's trouble and stops nobody else. */
export function createSeriesReader(calls: GraphCalls, mailbox: string) {
  const known = new LRUCache<string, Series>({ maxSize: kept, sizeCalculation: sizeOf })

  async function read(seriesId: string): Promise<Series> {
    const ask = (fields: string) => calls.ask({ mailbox, to: { path: `${userPath(mailbox)}/events/${encodeURIComponent(seriesId)}?$select=${fields}` } }).catch(ofTheItem)
    const full = await ask(seriesFields)
    // Where deleted dates are not known by that name, the series itself still is.
    const answer = full?.status === 400 ? await ask(seriesFieldsWithoutDeleted) : full
    if (!answer) return { kind: 'unreadable' }
    if (isItemGone(answer)) return { kind: 'gone' }
    if (answer.status !== 200) {
      ofTheItem(failureOf(answer))
      return { kind: 'unreadable' }
    }
    if (answer.body === undefined) throw new ProviderFailure('temporary')
    const { data } = graphSeries.safeParse(answer.body)
    return data ? { kind: 'found', row: data } : { kind: 'unreadable' }
  }

  return {
    async get(seriesId: string): Promise<Series> {
      const before = known.get(seriesId)
      if (before) return before
      const series = await read(seriesId)
      known.set(seriesId, series)
      return series
    },
  }
}

function ofTheItem(error: unknown): null {
  if (error instanceof ProviderFailure && (error.code === 'rejected' || error.code === 'too-large')) return null
  throw error
}

const sizeOf = (series: Series) => (series.kind === 'found' ? 2_000 + (series.row.body?.content?.length ?? 0) + 200 * (series.row.attendees?.length ?? 0) : 1)

/** `OID.{id}.yyyy-MM-dd`: the only place where Graph names every deleted occurrence. Null when none is. */
export function deletedDatesOf(row: GraphSeries): Extract<CalendarChange, { kind: 'series' }> | null {
  const deletedDates = [...new Set((row.cancelledOccurrences ?? []).flatMap((one) => /\.(\d{4}-\d{2}-\d{2})$/.exec(one)?.[1] ?? []))]
  const written = row.recurrence?.range?.recurrenceTimeZone || row.originalStartTimeZone
  return deletedDates.length > 0 ? { kind: 'series', seriesId: row.id, zone: written ? zoneOf(written) : null, deletedDates } : null
}
