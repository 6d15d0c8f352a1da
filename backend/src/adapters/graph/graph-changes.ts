import { setImmediate } from 'node:timers/promises'
import { calendarLimits, type CalendarChange, type CalendarWindow, type ChangesPage } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { sha256 } from '../../platform/crypto/digest'
import { answerLimits, userPath, type GraphAsk, type GraphCalls } from './graph-calls'
import { changeOf } from './graph-event'
import { deltaPage, type GraphEvent } from './graph-json'
import { failureOf, needsFullRound, type GraphAnswer } from './graph-refusal'
import { rowOf, type Row } from './graph-rows'
import { createSeriesReader, deletedDatesOf } from './graph-series-reader'
import { instantWritten } from './graph-times'

/** A page that is too long as fifty rows is asked for again in smaller ones. */
const fewRows = 5
const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** calendarView/delta: https://learn.microsoft.com/graph/api/event-delta. The window is frozen in the links; a cursor is a whole link. */
export async function* changesOf(calls: GraphCalls, mailbox: string, from: { window: CalendarWindow } | { cursor: string }): AsyncGenerator<ChangesPage> {
  const series = createSeriesReader(calls, mailbox)
  const told = new Set<string>()
  const taken = new Set<string>()
  // A cursor of another house was kept before the settings changed.
  if ('cursor' in from && !calls.isOurs(from.cursor)) throw new ProviderFailure('cursor-expired')
  let to: GraphAsk['to'] = 'cursor' in from ? { link: from.cursor } : { path: firstPath(mailbox, from.window) }

  for (let pages = 0; pages < calendarLimits.pages; pages++) {
    const page = pageOf(await readPage(calls, mailbox, to).catch((error: unknown) => { throw pages === 0 && 'cursor' in from ? atCursor(error) : error }))
    const link = page.nextLink ?? page.deltaLink
    if (link === undefined || (page.nextLink !== undefined && page.deltaLink !== undefined) || !calls.isOurs(link)) throw new ProviderFailure('rejected')
    taken.add(sha256(calls.addressOf({ to })))
    if (page.nextLink !== undefined && taken.has(sha256(calls.addressOf({ to: { link } })))) throw new ProviderFailure('rejected')
    const rows = newestOf(page.rows.map(rowOf))
    const complete = page.nextLink === undefined
    yield { changes: await changesIn(rows, { mailbox, series, told }), cursor: link, complete }
    if (complete) return
    to = { link }
  }
  throw new ProviderFailure('rejected')
}

/** A kept link that is refused as it stands will be refused again. */
const atCursor = (error: unknown) => (error instanceof ProviderFailure && error.code === 'rejected' ? new ProviderFailure('cursor-expired') : error)

function firstPath(mailbox: string, { from, to }: CalendarWindow): string {
  return `${userPath(mailbox)}/calendarView/delta?startDateTime=${instant(from)}&endDateTime=${instant(to)}`
}

async function readPage(calls: GraphCalls, mailbox: string, to: GraphAsk['to']): Promise<GraphAnswer> {
  const request = { mailbox, to, maxBytes: answerLimits.page }
  const answer = await calls.ask(request).catch((error: unknown) => {
    if (error instanceof ProviderFailure && error.code === 'too-large') return calls.ask({ ...request, pageSize: fewRows })
    throw error
  })
  if (needsFullRound(answer)) throw new ProviderFailure('cursor-expired')
  if (answer.status !== 200) throw failureOf(answer)
  return answer
}

function pageOf({ body }: GraphAnswer): { rows: unknown[]; nextLink?: string; deltaLink?: string } {
  const parsed = deltaPage.safeParse(body)
  if (!parsed.success) throw new ProviderFailure('temporary')
  return { rows: parsed.data.value, nextLink: parsed.data['@odata.nextLink'], deltaLink: parsed.data['@odata.deltaLink'] }
}

/** The same item may stand in a page more than once: the one that was changed last counts; unless both say when that was, the one that comes last. */
function newestOf(rows: readonly Row[]): Row[] {
  const newest = new Map<string, Row>()
  for (const row of rows) {
    const id = row.kind === 'row' ? row.row.id : row.eventId
    const before = newest.get(id)
    if (!before || !(changedOf(row) < changedOf(before))) newest.set(id, row)
  }
  return [...newest.values()]
}
const changedOf = (row: Row): number => (row.kind === 'row' ? instantWritten(row.row.lastModifiedDateTime) : null) ?? NaN

interface Reading { mailbox: string; series: ReturnType<typeof createSeriesReader>; told: Set<string> }

/** `told`: series whose deleted dates this call has given already. */
async function changesIn(rows: readonly Row[], { mailbox, series, told }: Reading): Promise<CalendarChange[]> {
  const ids = [...new Set(rows.flatMap((row) => (row.kind === 'row' ? seriesOf(row.row) ?? [] : [])))]
  const read = new Map(await Promise.all(ids.map(async (id) => [id, await series.get(id)] as const)))
  const changes: CalendarChange[] = []
  for (const row of rows) {
    if (row.kind !== 'row') { changes.push(row); continue }
    const found = read.get(seriesOf(row.row) ?? '')
    // What was a single appointment is its series now: the appointment of that id is no more.
    if (isSeries(row.row)) changes.push({ kind: 'gone', eventId: row.row.id })
    else if (!isBare(row.row) || found?.kind === 'found') changes.push(changeOf(row.row, { mailbox, series: found?.kind === 'found' ? found.row : null }))
    else changes.push(found?.kind === 'gone' ? { kind: 'maybe-gone', eventId: row.row.id } : { kind: 'unreadable', eventId: row.row.id, problem: 'series' })
    // A long text takes its time; others have their turn in between.
    if ((row.row.body?.content?.length ?? 0) > 50_000) await setImmediate()
  }
  for (const [id, found] of read) {
    const deleted = found.kind === 'found' && !told.has(id) ? deletedDatesOf(found.row) : null
    told.add(id)
    if (deleted) changes.push(deleted)
  }
  return changes
}

const isSeries = ({ type }: GraphEvent) => type?.toLowerCase() === 'seriesmaster'
const seriesOf = (row: GraphEvent): string | null => (isSeries(row) ? row.id : row.seriesMasterId || null)
/** Occurrences come as ids and times alone: https://github.com/microsoftgraph/microsoft-graph-docs/issues/4294 and others. */
const isBare = ({ type, subject, organizer, attendees, iCalUId }: GraphEvent) =>
  type?.toLowerCase() === 'occurrence' && [subject, organizer, attendees, iCalUId].every((one) => one === undefined)
