import { Router } from 'express'
import { streamRoutes } from '@counterpane/shared/contract/routes'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import type { Authenticate, Caller } from '../../platform/http/caller'
import { credentialsOf, refuseForeignOrigin } from '../../platform/http/credentials'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { asHouse } from '../../platform/visibility/sight'
import { createChangeWatch, overlapMs } from './change-watch'
import { openEventStream } from './event-stream'
import { createJournalEventsRepository } from './journal-events.repository'
import { createListeners } from './listeners'

export interface JournalEventsDeps { db: Db; clock: Clock; log: Log; authenticate: Authenticate; asRequest<T>(work: () => T): T; cookieName: string; publicUrl: string; onChanged(hear: (contactId: string) => void): void }
/** `gatherMs`: changes of this process are told together after so long. */
export interface EventTimings { lookMs: number; gatherMs: number; beatMs: number; sessionMs: number }
const usual: EventTimings = { lookMs: 2_000, gatherMs: 60, beatMs: 20_000, sessionMs: 30_000 }

/** What changed while a page was being loaded, before it listened. */
const loadingMs = 5_000
const longestAbsenceMs = 60 * 60_000
const resumedMost = 1_000

/** GET /api/journal/events: which contacts were made or changed, as it happens. Ids only: the page asks for the rows under its own rights. `close` ends the streams that are open. */
export function createJournalEvents({ db, clock, log, authenticate, asRequest, cookieName, publicUrl, onChanged }: JournalEventsDeps, timings: EventTimings = usual) {
  const repository = createJournalEventsRepository(db)
  const listeners = createListeners({ authenticate, asRequest, seen: repository.seen, onFirst: () => asHouse(start), onNone: stop })
  const watch = createChangeWatch({ repository, clock, tell: (ids, at) => void listeners.tell(ids, at) })
  const heard = new Set<string>()
  let timers: NodeJS.Timeout[] = []
  let gathering: NodeJS.Timeout | null = null
  let closed = false

  function look() {
    try {
      watch.look(heard)
      heard.clear()
    } catch (error) { log.warn({ error: describeError(error) }, 'changes could not be looked for') }
  }
  function start() {
    watch.begin()
    timers = [setInterval(look, timings.lookMs), setInterval(listeners.beat, timings.beatMs), setInterval(() => void listeners.checkSessions(), timings.sessionMs)]
    for (const timer of timers) timer.unref()
  }
  function stop() {
    for (const timer of timers) clearInterval(timer)
    if (gathering) clearTimeout(gathering)
    gathering = null
    heard.clear()
  }
  onChanged((contactId) => {
    if (listeners.count() === 0) return
    heard.add(contactId)
    gathering ??= setTimeout(() => { gathering = null; look() }, timings.gatherMs).unref()
  })

  /** What a page missed between its last event, or its loading, and now. */
  function missed(lastEventId: string | undefined) {
    const now = clock.now().getTime()
    const from = /^\d{1,16}$/.test(lastEventId ?? '') ? Number(lastEventId) - overlapMs : now - loadingMs
    return { now, ids: repository.changed({ from: Math.max(from, now - longestAbsenceMs), to: now, limit: resumedMost }).map(({ id }) => id) }
  }

  const routes = Router({ caseSensitive: true })
  routes.get(streamRoutes.journalEvents.replace('GET ', ''), async (request, response) => {
    const credentials = credentialsOf(request, cookieName)
    if (credentials?.via === 'cookie') refuseForeignOrigin(request, publicUrl)
    const caller: Caller | null = credentials && (await authenticate(credentials))
    if (!credentials || !caller) throw new AppError('no-session')
    if (request.method === 'HEAD' || response.destroyed) return void response.end()
    if (closed) throw new AppError('database-unavailable')
    const { now, ids } = missed(request.headers['last-event-id'] as string | undefined)
    const stream = openEventStream(response)
    const leave = listeners.add({ stream, managerId: caller.id, credentials })
    response.once('close', leave)
    if (ids.length > 0) stream.tell(ids, now)
  })
  return {
    routes,
    close() {
      closed = true
      listeners.endAll()
    },
  }
}
