import type { CalendarAccess, CalendarChange } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { userPath, type GraphCalls } from './graph-calls'
import { changeOf } from './graph-event'
import { eventFields, graphEvent } from './graph-json'
import { failureOf, isIdUnknown } from './graph-refusal'
import { problemOf, unnamedPrefix } from './graph-rows'
import { createSeriesReader } from './graph-series-reader'
import { isGone, verifyCalendar } from './graph-standing'

/** One appointment whole. A mailbox that is not there says nothing of its appointments: that is a failure, never `gone`. */
export async function readItem(calls: GraphCalls, { mailbox }: CalendarAccess, eventId: string): Promise<CalendarChange> {
  if (eventId.startsWith(unnamedPrefix)) return { kind: 'unreadable', eventId, problem: 'id' }
  const answer = await calls.ask({ mailbox, to: { path: `${userPath(mailbox)}/events/${encodeURIComponent(eventId)}?$select=${eventFields}` } })
  if (isIdUnknown(answer) || (await isGone(answer, () => verifyCalendar(calls, { mailbox })))) return { kind: 'gone', eventId }
  if (answer.status !== 200) throw failureOf(answer)
  if (typeof answer.body !== 'object' || answer.body === null) throw new ProviderFailure('temporary')
  const parsed = graphEvent.safeParse(answer.body)
  if (!parsed.success) return { kind: 'unreadable', eventId, problem: problemOf(parsed.error) }
  const row = { ...parsed.data, id: eventId }
  // A series is no appointment: what stood under this id became one.
  if (row.type?.toLowerCase() === 'seriesmaster') return { kind: 'gone', eventId }
  const series = row.type?.toLowerCase() === 'exception' && row.seriesMasterId ? await createSeriesReader(calls, mailbox).get(row.seriesMasterId) : null
  return changeOf(row, { mailbox, series: series?.kind === 'found' ? series.row : null })
}
