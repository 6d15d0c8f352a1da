import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { calendarLimits, type CalendarChange, type CalendarEvent, type ChangesPage } from '../../../ports/calendar-source'
import { ProviderFailure } from '../../../ports/provider-failure'
import { createGraphCalendar } from '../graph-calendar'
import type { GraphIdentity } from '../graph-settings'

export interface Asked { method: string; path: string; headers: IncomingMessage['headers']; body: string }
export type Answer = { status?: number; headers?: Record<string, string>; json?: unknown; text?: string } | ((response: ServerResponse) => void)
type House = (asked: Asked, at: string) => Answer

/** A server of the tests' own that says what it is told to, word by word, and keeps what it was asked. */
export async function graphWire() {
  const asked: Asked[] = []
  const wire = { answer: ((): Answer => ({ status: 500 })) as House }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString() }
      asked.push(one)
      const answer = wire.answer(one, origin)
      if (typeof answer === 'function') return answer(response)
      const { status = 200, headers = {}, json, text = json === undefined ? '' : JSON.stringify(json) } = answer
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clock = { at: Date.parse('2026-11-22T09:00:00Z'), now() { return new Date(this.at) } }
  const identity: GraphIdentity = { kind: 'fixed', token: 'token' }
  return {
    asked, clock, origin, wire,
    base: `${origin}/v1.0`,
    calendar: (over: { identity?: GraphIdentity; idleMs?: number; totalMs?: number } = {}) => createGraphCalendar({
      settings: { baseUrl: `${origin}/v1.0`, identity: over.identity ?? identity }, clock, patience: { idleMs: over.idleMs ?? 10_000, totalMs: over.totalMs ?? 15_000 },
    }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => { server.close(resolve) })
    },
  }
}
export type GraphWire = Awaited<ReturnType<typeof graphWire>>

export const anna = { mailbox: 'anna@north.example', refreshToken: null }
export const aWindow = { window: { from: Date.parse('2026-10-23T09:00:00Z'), to: Date.parse('2027-05-21T09:00:00Z') } }
export const refusal = (status: number, code: string, headers: Record<string, string> = {}): Answer => ({ status, headers, json: { error: { code, message: 'words' } } })

export const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' })
/** A full row, as delta writes single appointments. */
export const aRow = (over: Record<string, unknown> = {}) => ({
  '@odata.type': '#microsoft.graph.event', id: 'A1', type: 'singleInstance', subject: 'Offer', iCalUId: 'uid-1', lastModifiedDateTime: '2026-11-20T10:00:00.1234567Z', isAllDay: false, isCancelled: false,
  isOrganizer: true, sensitivity: 'normal', showAs: 'busy', body: { contentType: 'text', content: 'Bring the plans.' }, location: { displayName: 'Hamburg' },
  start: utc('2026-11-25T09:00:00.0000000'), end: utc('2026-11-25T10:00:00.0000000'), originalStartTimeZone: 'W. Europe Standard Time', originalEndTimeZone: 'W. Europe Standard Time',
  organizer: { emailAddress: { name: 'Anna', address: 'anna@north.example' } }, responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  attendees: [{ type: 'required', status: { response: 'accepted', time: '0001-01-01T00:00:00Z' }, emailAddress: { name: 'Bert', address: 'bert@client.example' } }],
  webLink: 'https://outlook.office365.com/owa/?itemid=A1', ...over,
})
export const aSeries = (over: Record<string, unknown> = {}) => aRow({
  id: 'M1', type: 'seriesMaster', subject: 'Stand-up', recurrence: { range: { recurrenceTimeZone: 'W. Europe Standard Time' } }, cancelledOccurrences: [], ...over,
})
export const bare = (id: string, day: string, over: Record<string, unknown> = {}) =>
  ({ id, type: 'occurrence', seriesMasterId: 'M1', start: utc(`${day}T09:00:00.0000000`), end: utc(`${day}T09:30:00.0000000`), ...over })

export async function allPages(pages: AsyncIterable<ChangesPage>): Promise<ChangesPage[]> {
  const found: ChangesPage[] = []
  for await (const page of pages) found.push(page)
  return found
}
export const eventsOf = (changes: readonly CalendarChange[]): CalendarEvent[] => changes.flatMap((change) => (change.kind === 'event' ? [change.event] : []))
/** How it failed; nothing else may come out of an adapter. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code: string; seconds: number | null }> {
  try {
    await promise
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error
    return { code: error.code, seconds: error.retryAfterSeconds }
  }
  return { code: 'none', seconds: null }
}
export const limits = calendarLimits
