import type { Manager } from '@counterpane/shared/contract/access'
import { type HttpClient, ProblemError } from '@counterpane/shared/contract/http-client'
import { SignInRefused, type Session, type SignInOptions } from './pane-session'
import type { SignedOutMark } from './signed-out-mark'

interface Deps { call: HttpClient; address: string; storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null; mark: SignedOutMark; now: () => number }
interface Kept { address: string; token: string; manager: Manager; at?: number }

/** The demo's sign-in: the owner of the mailbox is the manager, nothing else is asked. */
export function createDemoSession({ call, address, storage, mark, now }: Deps): Session {
  const place = 'counterpane.session'
  let kept = read()
  let underWay: Promise<void> | null = null
  let trouble: { code: string; at: number } | null = null

  function read(): Kept | null {
    // Storage may be forbidden in a frame of another site (outlook-and-graph 7): then the token lives in memory alone.
    try {
      const found = JSON.parse(storage?.getItem(place) ?? 'null') as Kept | null
      return found?.address === address ? found : null
    } catch { return null }
  }

  async function ask() {
    try {
      const { token, manager } = await call('signIn', { body: { email: address } })
      kept = { address, token, manager, at: now() }
      trouble = null
      try { storage?.setItem(place, JSON.stringify(kept)) } catch { /* see read */ }
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 429) throw error
      trouble = { code: error.problem.code, at: now() }
      throw new SignInRefused('refused', { code: error.problem.code, account: address })
    }
  }

  return {
    token: () => kept?.token ?? null,
    manager: () => kept?.manager ?? null,
    async signIn({ refused, by }: SignInOptions = {}) {
      if (mark.stands() && !by) throw new SignInRefused('signed-out')
      mark.clear()
      if (kept && !by && (refused == null || refused !== kept.token)) return
      underWay ??= ask().finally(() => { underWay = null })
      await underWay
    },
    async signOut() {
      const token = kept?.token
      mark.set()
      // The server forgets the session when it can be reached; this window forgets it in any case.
      if (token) await call('signOut').catch(() => undefined)
      kept = null
      try { storage?.removeItem(place) } catch { /* see read */ }
    },
    facts: () => ({ kind: 'demo', account: kept?.manager.email ?? address, way: kept ? 'demo' : null, gotAt: kept?.at ?? null, expiresAt: null, hostOwnsAccount: false, trouble }),
  }
}
