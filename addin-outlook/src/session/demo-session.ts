import type { Manager } from '@counterpane/shared/contract/access'
import { type HttpClient, ProblemError } from '@counterpane/shared/contract/http-client'
import { SignInRefused, type Session } from './pane-session'

interface Deps { call: HttpClient; address: string; storage: Pick<Storage, 'getItem' | 'setItem'> }
interface Kept { address: string; token: string; manager: Manager }

/** The demo's sign-in: the owner of the mailbox is the manager, nothing else is asked. */
export function createDemoSession({ call, address, storage }: Deps): Session {
  const place = 'counterpane.session'
  let kept = read()
  let underWay: Promise<void> | null = null

  function read(): Kept | null {
    // Storage may be forbidden in a frame of another site (outlook-and-graph 7): then the token lives in memory alone.
    try {
      const found = JSON.parse(storage.getItem(place) ?? 'null') as Kept | null
      return found?.address === address ? found : null
    } catch { return null }
  }

  async function ask() {
    try {
      const { token, manager } = await call('signIn', { body: { email: address } })
      kept = { address, token, manager }
      try { storage.setItem(place, JSON.stringify(kept)) } catch { /* see read */ }
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429) throw new SignInRefused(error.problem.title)
      throw error
    }
  }

  return {
    token: () => kept?.token ?? null,
    manager: () => kept?.manager ?? null,
    async signIn({ afresh = false } = {}) {
      if (kept && !afresh) return
      underWay ??= ask().finally(() => { underWay = null })
      await underWay
    },
  }
}
