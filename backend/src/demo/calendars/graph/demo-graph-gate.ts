import type { NextFunction, Request, Response } from 'express'
import type { WorldClock } from '../world/calendar-world.types'
import { refusals, refuseAsGraph } from './demo-graph-errors'

export interface MailboxCount { requests: number; inFlight: number; mostInFlight: number; /** Came before a Retry-After had ended. */ early: number; /** Were more than four at once. */ tooMany: number }
export const atOnce = 4
const none = (): MailboxCount => ({ requests: 0, inFlight: 0, mostInFlight: 0, early: 0, tooMany: 0 })

/** Milliseconds of a Retry-After as RFC 9110 and Graph write it; null when it says nothing. */
export function retryAfterOf(text: string | null | undefined, now: number): number | null {
  if (text == null || text.trim() === '') return null
  const seconds = Number(text)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000)
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** Counts what each mailbox is asked, and keeps the limits that Exchange keeps. */
export function createGraphGate(clock: WorldClock) {
  const counts = new Map<string, MailboxCount>()
  const closedUntil = new Map<string, number>()
  const paths: string[] = []
  const state = { /** Each answer takes so long. */ latencyMs: 0 }
  const countOf = (mailbox: string) => counts.get(mailbox) ?? (counts.set(mailbox, none()), counts.get(mailbox) ?? none())
  const nowMs = () => clock.now().getTime()

  function watch(mailbox: string, request: Request, response: Response, next: NextFunction): void {
    const count = countOf(mailbox)
    count.requests += 1
    count.inFlight += 1
    count.mostInFlight = Math.max(count.mostInFlight, count.inFlight)
    paths.push(`${request.method} ${request.originalUrl}`)
    if (paths.length > 5_000) paths.splice(0, 1_000)
    let open = true
    response.once('close', () => { if (open) count.inFlight -= 1; open = false })
    if (count.inFlight > atOnce) {
      count.tooMany += 1
      close(mailbox, refusals.throttled.retryAfter)
      return refuseAsGraph(response, refusals.throttled, clock.now())
    }
    const until = closedUntil.get(mailbox) ?? 0
    if (nowMs() < until) {
      count.early += 1
      return refuseAsGraph(response, { ...refusals.throttled, retryAfter: String((until - nowMs()) / 1_000) }, clock.now())
    }
    if (state.latencyMs === 0) return next()
    setTimeout(next, state.latencyMs)
  }
  /** Until the Retry-After of an answer ends, every request is an early one. */
  function close(mailbox: string, retryAfter: string | null | undefined): void {
    const wait = retryAfterOf(retryAfter, nowMs())
    if (wait !== null) closedUntil.set(mailbox, Math.max(closedUntil.get(mailbox) ?? 0, nowMs() + wait))
  }
  const sum = (pick: (count: MailboxCount) => number) => [...counts.values()].reduce((all, count) => all + pick(count), 0)

  return {
    watch, close, state,
    counts: (mailbox: string): MailboxCount => ({ ...countOf(mailbox.toLowerCase()) }),
    /** Of all mailboxes together; `mostInFlight`: of the one that had most. */
    totals: () => ({ requests: sum((one) => one.requests), early: sum((one) => one.early), tooMany: sum((one) => one.tooMany), mostInFlight: Math.max(0, ...[...counts.values()].map((one) => one.mostInFlight)) }),
    /** The newest requests, as they were written. */
    paths: (): readonly string[] => paths,
    forget() { paths.length = 0; for (const count of counts.values()) Object.assign(count, { requests: 0, mostInFlight: count.inFlight, early: 0, tooMany: 0 }) },
  }
}
export type GraphGate = ReturnType<typeof createGraphGate>
