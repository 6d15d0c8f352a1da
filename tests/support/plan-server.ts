import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import express, { type RequestHandler } from 'express'
import { createGoogleCalendar } from '@counterpane/backend/adapters/google/google-calendar'
import { createGraphCalendar } from '@counterpane/backend/adapters/graph/graph-calendar'
import { createGoogleCalendarStandIn } from '@counterpane/backend/demo/calendars/google/google-calendar-stand-in'
import { createGraphStandIn } from '@counterpane/backend/demo/calendars/graph/graph-stand-in'
import type { CalendarWorld } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { CalendarSource } from '@counterpane/backend/ports/calendar-source'
import type { Clock } from '@counterpane/backend/ports/clock'

/** How answers bend for the whole of one plan. */
export interface PlanHabits { pageSize: number; reverse: boolean; repeat: boolean; emptyEvery: number; tombstones: boolean; masterTombstoneOnly: boolean; /** What an item said before comes behind what it says now. */ stale: boolean }
export type PlanTrouble = 'throttled' | 'busy' | 'unavailable' | 'reset' | 'mid-body' | 'truncated' | 'page' | 'expired'
/** Which requests it meets: any, pages behind the first one, or single appointments. */
export type TroublePlace = 'any' | 'later-page' | 'item'

/** A provider for one plan: the real adapter, led over HTTP to a stand-in over the plan's world. */
export interface PlanProvider {
  source: CalendarSource
  expire(mailbox: string): void
  trouble(kind: PlanTrouble, mailbox: string, place: TroublePlace): void
  poison(mailbox: string, eventId: string): void
  calm(): void
  requests(mailbox: string): number
  counts(mailbox: string): { early: number; mostInFlight: number }
  letters(): number
  close(): void
}

/** One port for all plans of a file: connections stay open, and each plan brings its own stand-in. */
export async function openPlanServer() {
  let handler: RequestHandler | null = null
  const server = http.createServer(express().set('query parser', 'simple').set('etag', false).use((request, response, next) => (handler ? handler(request, response, next) : next())))
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const patience = watchDepartures(root)
  return {
    root, early: patience.early, quiet: patience.quiet,
    serve: (next: RequestHandler, clock: Clock) => { handler = next; patience.begin(clock) },
    close: () => { patience.end(); server.closeAllConnections(); return new Promise((resolve) => server.close(resolve)) },
  }
}
export type PlanServer = Awaited<ReturnType<typeof openPlanServer>>

/** Counts requests that leave although an answer has told their mailbox to wait. A stand-in sees those too that left together with the one that was told so. */
function watchDepartures(root: string) {
  const original = globalThis.fetch
  const until = new Map<string, number>()
  let clock: Clock = { now: () => new Date(0) }
  let early = 0
  let under = 0
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    const mailbox = url.startsWith(root) ? decodeURIComponent(/\/(?:users|calendars)\/([^/?]+)/.exec(url)?.[1] ?? '').toLowerCase() : ''
    if (mailbox !== '' && clock.now().getTime() < (until.get(mailbox) ?? 0)) early += 1
    under += 1
    const response = await original(input, init).finally(() => { under -= 1 })
    const seconds = Number(response.headers.get('retry-after') ?? 0)
    if (mailbox !== '' && seconds > 0) until.set(mailbox, Math.max(until.get(mailbox) ?? 0, clock.now().getTime() + seconds * 1_000))
    return response
  }
  return {
    early: () => early,
    /** A round that failed leaves its other requests behind: what they say is heard before the clock jumps. */
    async quiet() { do for (let turns = 0; turns < 3; turns++) await setImmediate(); while (under > 0) },
    begin: (next: Clock) => { clock = next; early = 0; until.clear() },
    end: () => { globalThis.fetch = original },
  }
}

export interface PlanStage { world: CalendarWorld; clock: Clock; root: string; habits: PlanHabits }
export interface Face { provider: PlanProvider; handler: RequestHandler }

const retryAfter = '90'
const statuses = { busy: 503, unavailable: 502 } as const

function graphFace({ world, clock, root, habits }: PlanStage): Face {
  const graph = createGraphStandIn({ world, clock })
  Object.assign(graph.habits, { reverse: habits.reverse, repeat: habits.repeat, emptyEvery: habits.emptyEvery, occurrenceTombstones: habits.tombstones, masterTombstoneOnly: habits.masterTombstoneOnly })
  const { source } = createGraphCalendar({ settings: { baseUrl: `${root}/v1.0`, identity: { kind: 'fixed', token: 'demo' } }, clock })
  const paths = { any: undefined, 'later-page': 'skiptoken', item: '/events/' }
  const former = rememberRows()
  return {
    // Small pages, so that few appointments already make a round of several.
    handler: (request, response, next) => {
      request.headers.prefer = request.headers.prefer?.toString().replace(/odata\.maxpagesize=\d+/, `odata.maxpagesize=${habits.pageSize}`)
      if (habits.stale) former(response, 'value')
      graph.router(request, response, next)
    },
    provider: {
      source, expire: graph.expireRounds,
      trouble(kind, mailbox, place) {
        const where = { mailbox, path: paths[place] }
        if (kind === 'throttled') graph.troubles.add({ kind, retryAfter }, where)
        else if (kind === 'busy' || kind === 'unavailable') graph.troubles.add({ kind: 'status', status: statuses[kind], ...(kind === 'busy' && { retryAfter }) }, where)
        else graph.troubles.add({ kind: kind === 'expired' ? 'state-gone' : kind }, where)
      },
      poison: (_mailbox, eventId) => { graph.bend.poison.add(eventId) },
      calm() { graph.troubles.clear(); graph.bend.poison.clear() },
      requests: (mailbox) => graph.gate.counts(mailbox).requests,
      counts: graph.gate.counts,
      letters: () => graph.letters.length,
      close: graph.close,
    },
  }
}

function googleFace({ world, clock, root, habits }: PlanStage): Face {
  const google = createGoogleCalendarStandIn({ world, clock, root: () => root })
  const { source } = createGoogleCalendar({ settings: { apiRoot: root, clientId: 'stand', clientSecret: 'secret', delegationKeyFile: undefined, withoutConsent: true }, clock })
  const poisoned: [string, string][] = []
  const former = rememberRows()
  const kinds = { throttled: 'too-many', busy: 'unavailable', unavailable: 'html', reset: 'reset', 'mid-body': 'reset-midway', truncated: 'truncated', page: 'captive', expired: 'full-sync' } as const
  return {
    handler: (request, response, next) => {
      request.url = request.url.replace(/maxResults=\d+/, `maxResults=${habits.pageSize}`)
      if (habits.stale) former(response, 'items')
      if (habits.reverse || habits.repeat) bendItems(response, habits)
      google.router(request, response, next)
    },
    provider: {
      source, expire: google.expireCursors,
      trouble(kind, mailbox, place) {
        const order = { kind: kinds[kind], mailbox, times: 1, ...(['throttled', 'busy'].includes(kind) && { retryAfter }) }
        google.troubles.order({ ...order, ...(place === 'item' ? { operation: 'get' } : place === 'later-page' ? { operation: 'list', after: 1 } : kind === 'expired' ? { operation: 'list' } : {}) })
      },
      poison(mailbox, eventId) { poisoned.push([mailbox, eventId]); google.poison(mailbox, eventId) },
      calm() { google.troubles.calm(); for (const one of poisoned.splice(0)) google.cure(...one) },
      requests: google.counts.requests,
      counts: (mailbox) => ({ early: google.troubles.early(mailbox), mostInFlight: google.counts.mostInFlight(mailbox) }),
      letters: google.counts.letters,
      close: google.close,
    },
  }
}

interface AnyRow { id?: string; type?: string; status?: string; start?: unknown; lastModifiedDateTime?: string; updated?: string }
/** A reader that lags behind: rows of a page are followed by what they said the last time. */
function rememberRows() {
  const known = new Map<string, AnyRow>()
  return (response: Parameters<RequestHandler>[1], name: 'value' | 'items') => {
    const json = response.json.bind(response)
    response.json = (body: Record<string, unknown>) => {
      const rows = body[name]
      if (!Array.isArray(rows)) return json(body)
      const whole = (rows as AnyRow[]).filter((row) => row.id !== undefined && !JSON.stringify(row.start ?? null).includes('soon') && row.status !== 'cancelled' && row.type !== 'seriesMaster' && (row.lastModifiedDateTime ?? row.updated) !== undefined)
      const old = whole.flatMap((row) => known.get(row.id ?? '') ?? []).filter((row) => !whole.includes(row))
      for (const row of whole) known.set(row.id ?? '', row)
      return json({ ...body, [name]: [...rows as unknown[], ...old] })
    }
  }
}

/** Google's own order is not promised, and an item may come twice. */
function bendItems(response: Parameters<RequestHandler>[1], { reverse, repeat }: PlanHabits): void {
  const json = response.json.bind(response)
  response.json = (body: { items?: unknown[] }) => {
    const items = Array.isArray(body.items) ? (reverse ? [...body.items].reverse() : body.items) : undefined
    return json(items ? { ...body, items: repeat ? [...items, ...items.filter((_, index) => index % 3 === 0)] : items } : body)
  }
}

export function openFaces(providers: readonly CalendarProvider[], stage: PlanStage): { of: (provider: CalendarProvider) => PlanProvider; all: readonly PlanProvider[]; handler: RequestHandler } {
  const faces = new Map(providers.map((name) => [name, name === 'graph' ? graphFace(stage) : googleFace(stage)]))
  const of = (name: CalendarProvider) => {
    const face = faces.get(name)
    if (!face) throw new Error(`There is no ${name} in this plan.`)
    return face.provider
  }
  return {
    of, all: [...faces.values()].map(({ provider }) => provider),
    handler: (request, response, next) => (request.url.startsWith('/v1.0') ? faces.get('graph') : faces.get('google'))?.handler(request, response, next),
  }
}
