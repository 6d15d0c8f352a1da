import type { Authenticate, Credentials } from '../../platform/http/caller'
import { stillStands } from '../../platform/http/session-standing'
import type { EventStream } from './event-stream'

interface Listener { stream: EventStream; managerId: string; credentials: Credentials }
/** `asRequest`: each page is told as if it asked; `seen`: those of the contacts that whoever is asking sees. */
export interface ListenersDeps { authenticate: Authenticate; asRequest<T>(work: () => T): T; seen(ids: string[]): string[]; onFirst(): void; onNone(): void }

/** Pages that one manager has open at a time; another one ends the oldest. */
const mostOfManager = 12

/** Who listens now. Nobody: nothing runs. */
export function createListeners({ authenticate, asRequest, seen, onFirst, onNone }: ListenersDeps) {
  const all = new Set<Listener>()
  function leave(listener: Listener) {
    if (!all.delete(listener)) return
    if (all.size === 0) onNone()
  }
  function end(listener: Listener) {
    leave(listener)
    listener.stream.end()
  }
  return {
    count: () => all.size,
    add(listener: Listener): () => void {
      if (all.size === 0) onFirst()
      const own = [...all].filter(({ managerId }) => managerId === listener.managerId)
      all.add(listener)
      for (const old of own.slice(0, Math.max(0, own.length + 1 - mostOfManager))) end(old)
      return () => leave(listener)
    },
    /** Whoever was switched off since the last word hears no other. */
    async tell(ids: string[], at: number) {
      for (const listener of [...all]) {
        await asRequest(async () => {
          if (!(await stillStands(authenticate, listener.credentials))) return end(listener)
          const theirs = seen(ids)
          if (theirs.length > 0) listener.stream.tell(theirs, at)
        })
      }
    },
    beat() { for (const { stream } of all) stream.beat() },
    /** A session that has ended, or whose manager was switched off, hears nothing more. */
    async checkSessions() {
      for (const listener of [...all]) if (!(await stillStands(authenticate, listener.credentials))) end(listener)
    },
    endAll() { for (const listener of [...all]) end(listener) },
  }
}
