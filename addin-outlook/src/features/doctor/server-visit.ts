import type { About } from '@counterpane/shared/contract/access'
import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'

/** What came of asking the server who it is. `aheadMs`: how far this machine's clock is ahead of the server's. */
export type ServerVisit =
  | { state: 'answered'; about: Pick<About, 'version' | 'mode'>; roundTripMs: number; aheadMs: number }
  | { state: 'wants-sign-in'; aheadMs: number | null }
  | { state: 'trouble'; status: number; title: string; reference: string }
  | { state: 'silent' }

interface Ways { now?: () => number; alive?: () => Promise<number | null> }

/**
 * Asks once; an unanswered question is an answer too. The server's clock is read in the middle of the way there and back. Without a session
 * (`about` null, or refused) only whether the server lives, and its clock: a wrong clock keeps people from signing in.
 */
export async function visitServer(about: (() => Promise<About>) | null, { now = Date.now, alive = askAlive }: Ways = {}): Promise<ServerVisit> {
  const from = now()
  try {
    if (!about) return await peek()
    const { version, mode, now: told } = await about()
    const to = now()
    return { state: 'answered', about: { version, mode }, roundTripMs: to - from, aheadMs: (from + to) / 2 - new Date(told).getTime() }
  } catch (error) {
    if (error instanceof NoConnectionError || !(error instanceof ProblemError)) return { state: 'silent' }
    const { status, title, reference } = error.problem
    return status === 401 || status === 403 ? peek() : { state: 'trouble', status, title, reference }
  }

  async function peek(): Promise<ServerVisit> {
    try {
      const told = await alive()
      return { state: 'wants-sign-in', aheadMs: told === null ? null : now() - told }
    } catch { return { state: 'silent' } }
  }
}

/** The `Date` of an answer that needs no session, to the second. */
async function askAlive(): Promise<number | null> {
  const { headers } = await fetch('/healthz', { credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(10_000) })
  return Date.parse(headers.get('date') ?? '') || null
}
