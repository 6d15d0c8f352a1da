import type { CalendarProblem, CalendarProvider, CalendarState } from '@counterpane/shared/contract/calendar'
import { ProviderFailure } from '../../ports/provider-failure'
import { backOff, notBefore, type Random } from './back-off'

/** What a calendar is after a round that failed. `waitUntil`: the provider's word, not our own patience. Instants in ms. */
export interface Setback { state: CalendarState; problem: CalendarProblem; dueAt: number; waitUntil: number | null; failures: number; restart: boolean }
export interface FailedRound { provider: CalendarProvider; failures: number; now: number; random: Random }

const hour = 3_600_000
const day = 24 * hour
const week = 7 * day

/** A provider's failure decides wait, full round, park or retry; whatever else went wrong is tried again later. */
export function setbackOf(error: unknown, { failures: before, now, random }: FailedRound, isStorage: (error: unknown) => boolean): Setback {
  const failures = before + 1
  const after = (ms: number) => ({ dueAt: now + ms, waitUntil: null, failures, restart: false })
  const later = () => after(backOff(failures, random))
  const parked = (ms: number) => after(notBefore(ms, random))
  if (!(error instanceof ProviderFailure)) return { state: 'waiting', problem: isStorage(error) ? 'storage' : 'unreadable-answer', ...later() }
  /** Nobody asks before it ends: neither a person nor a program that was started again. */
  const told = (seconds: number) => {
    const wait = Math.min(week, Math.max(0, Math.ceil(seconds * 1_000)))
    return { dueAt: now + notBefore(wait, random), waitUntil: now + wait, failures, restart: false }
  }
  const patience = () => (error.retryAfterSeconds === null ? later() : told(error.retryAfterSeconds))
  switch (error.code) {
    case 'rate-limited': return { state: 'waiting', problem: 'throttled', ...patience() }
    case 'temporary': case 'timed-out': return { state: 'waiting', problem: 'unreachable', ...patience() }
    case 'auth-expired': return { state: 'needs-sign-in', problem: 'signed-out', ...parked(hour) }
    case 'consent-missing': return { state: 'needs-sign-in', problem: 'no-consent', ...parked(hour) }
    case 'forbidden': return { state: 'not-permitted', problem: 'refused', ...parked(hour) }
    case 'not-configured': return { state: 'not-permitted', problem: 'not-configured', ...parked(hour) }
    case 'gone': return { state: 'not-permitted', problem: 'no-mailbox', ...parked(day) }
    case 'cursor-expired': return { state: 'catching-up', problem: 'full-round', ...later(), restart: true }
    case 'too-large': case 'stale': case 'rejected': return { state: 'waiting', problem: 'unreadable-answer', ...later() }
  }
}
