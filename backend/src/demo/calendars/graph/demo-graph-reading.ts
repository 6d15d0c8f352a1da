import type { CalendarCopy, InstantWindow } from '../world/calendar-world.types'
import { dateOfSlot } from '../world/world-series'
import { isWhole, type DeltaRounds } from './demo-graph-delta'
import { refusals, refuseAsGraph, type GraphRefusal } from './demo-graph-errors'
import { etagOf, graphEvent, idMeant, idShown, type GraphEvent } from './demo-graph-event'
import { rootOf, type Asking } from './demo-graph-request'
import { readQueryDate } from './demo-graph-times'

export interface SingleValue { id: string; value: string }

const longest = 1_825 * 86_400_000
const untracked = ['$select', '$filter', '$expand', '$orderby', '$search']
export const no = ({ response, world }: Asking, refusal: GraphRefusal): void => refuseAsGraph(response, refusal, world.clock.now())

function windowOf({ query }: Asking): InstantWindow | GraphRefusal {
  const { startdatetime, enddatetime } = query
  if (!startdatetime || !enddatetime) return refusals.noWindow
  const [from, to] = [readQueryDate(startdatetime), readQueryDate(enddatetime)]
  if (from === null || to === null || to < from) return refusals.badWindow
  return to - from > longest ? refusals.wideWindow : { from, to }
}

/** GET calendarView/delta */
export function answerDelta(asking: Asking, rounds: DeltaRounds): void {
  const { query, mailbox, wishes, request, response } = asking
  if (untracked.some((name) => name in query)) return no(asking, refusals.tracking)
  const link = query.$skiptoken ?? query.$deltatoken
  const size = wishes.pageSize ?? 10
  const facts = link === undefined ? null : rounds.read(link)
  if (link === '') return no(asking, refusals.noState)
  if (link !== undefined && facts?.mailbox !== mailbox.address) return no(asking, refusals.badToken)
  let page
  if (facts) page = rounds.next(facts, size, wishes.style)
  else {
    const window = windowOf(asking)
    if ('status' in window) return no(asking, window)
    page = rounds.first(mailbox.address, window, size, wishes.style)
  }
  const root = `${rootOf(request)}/users/${encodeURIComponent(mailbox.address)}/calendarView/delta`
  if (!page) return no({ ...asking, response: response.set('Location', `${root}?$deltatoken=`) }, refusals.noState)
  response.json({
    '@odata.context': `${rootOf(request)}/$metadata#Collection(event)`, value: page.rows,
    ...(page.next.kind === 'skip' ? { '@odata.nextLink': `${root}?$skiptoken=${page.next.token}` } : { '@odata.deltaLink': `${root}?$deltatoken=${page.next.token}` }),
  })
}

/** GET calendarView, and events/{id}/instances with `seriesId`: whole occurrences. */
export function answerView(asking: Asking, seriesId: string | null): void {
  const { query, world, mailbox, wishes, request, response } = asking
  const window = windowOf(asking)
  if ('status' in window) return no(asking, window)
  if (seriesId !== null && world.find(mailbox.address, idMeant(seriesId))?.type !== 'series') return no(asking, refusals.noItem)
  const rows = world.listOccurrences(mailbox.address, window).filter((copy) => seriesId === null || copy.seriesId === idMeant(seriesId))
  const [top, skip] = [Number(query.$top ?? wishes.pageSize ?? 10), Number(query.$skip ?? 0)]
  const next = new URL(`${request.protocol}://${request.get('host')}${request.originalUrl}`)
  next.searchParams.set('$skip', String(skip + top))
  response.json({
    '@odata.context': `${rootOf(request)}/$metadata#users('${mailbox.address}')/calendarView`, value: rows.slice(skip, skip + top).map((copy) => selected(graphEvent(copy, world, wishes.style), query.$select)),
    ...(rows.length > skip + top && { '@odata.nextLink': next.href }),
  })
}

/** GET events/{id} */
export function answerEvent(asking: Asking, wantedId: string, values: readonly SingleValue[]): void {
  const { query, world, mailbox, wishes, request, response } = asking
  const copy = world.find(mailbox.address, idMeant(wantedId))
  if (!isWhole(copy)) return no(asking, refusals.noItem)
  response.set('ETag', etagOf(copy)).json({ '@odata.context': `${rootOf(request)}/$metadata#users('${mailbox.address}')/events/$entity`, ...wholeEvent(asking, copy, values), ...seriesFacts(asking, copy, query, wishes.style.immutable) })
}

/** An event with what was selected and expanded. */
export function wholeEvent({ query, world, wishes }: Asking, copy: CalendarCopy, values: readonly SingleValue[]): GraphEvent {
  const expand = query.$expand ?? ''
  return { ...selected(graphEvent(copy, world, wishes.style), query.$select), ...(/singleValueExtendedProperties/i.test(expand) && values.length > 0 && { singleValueExtendedProperties: values.filter(({ id }) => expand.includes(id) || !expand.includes('(')) }) }
}
/** Only who selects or expands them is told about deleted dates and exceptions. */
function seriesFacts({ world, mailbox, wishes }: Asking, copy: CalendarCopy, { $select = '', $expand = '' }: Record<string, string>, immutable: boolean): GraphEvent {
  if (copy.type !== 'series') return /cancelledOccurrences/i.test($select) ? { cancelledOccurrences: [] } : {}
  const exceptions = () => world.listOccurrences(mailbox.address, { from: -8.64e15, to: 8.64e15 }).filter(({ seriesId, type }) => seriesId === copy.eventId && type === 'exception')
  return {
    ...(/cancelledOccurrences/i.test($select) && { cancelledOccurrences: copy.deletedSlots.map((slot) => `OID.${idShown(copy.eventId, immutable)}.${dateOfSlot(slot, copy.zone)}`) }),
    ...(/exceptionOccurrences/i.test($expand) && { exceptionOccurrences: exceptions().map((one) => graphEvent(one, world, wishes.style)) }),
  }
}
function selected(event: GraphEvent, select: string | undefined): GraphEvent {
  if (!select) return event
  const wanted = new Set(['@odata.etag', '@odata.type', 'id', ...select.split(',').map((name) => name.trim().toLowerCase())])
  return Object.fromEntries(Object.entries(event).filter(([name]) => wanted.has(name.toLowerCase())))
}
