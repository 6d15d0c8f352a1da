import { browserStore } from '../../app/browser-stores'
import type { LoggedFailure } from '../../app/failure-log'
import type { PaneServices } from '../../app/pane-context'
import type { HostFacts } from '../../mailbox/mail-client'
import type { SessionFacts } from '../../session/pane-session'
import { keeps } from '../register/outbox-shelf'

/** Everything the pane knows of itself without asking anybody. No token, no word of a message. */
export interface PaneFacts {
  at: number; host: HostFacts | null; itemsSeen: number
  session: SessionFacts; who: string | null
  storage: { local: boolean; session: boolean; apartFor: string | null }
  outbox: { toSend: number; refused: number; lasting: boolean; works: boolean }
  failures: readonly LoggedFailure[]
  network: { online: boolean; kind: string }
}

export function paneFacts({ client, store, session, outbox, failures, itemsSeen, now }: PaneServices): PaneFacts {
  const { toSend, refused, phase } = store.get()
  return {
    at: now().getTime(), host: phase === 'no-host' ? null : tried(() => client.doors.facts()), itemsSeen: itemsSeen(),
    session: session.facts(), who: session.manager()?.name ?? null,
    storage: { local: keeps(browserStore('localStorage')), session: keeps(browserStore('sessionStorage')), apartFor: outerSite() },
    outbox: { toSend, refused, lasting: outbox.lasting(), works: outbox.works() },
    failures: failures.list(),
    network: { online: navigator.onLine, kind: (navigator as Navigator & { connection?: { effectiveType?: string } }).connection?.effectiveType ?? '' },
  }
}

function tried<T>(read: () => T): T | null {
  try { return read() } catch { return null }
}

/** The site around the frame when it is another one: browsers then keep a store of its own for us there. */
function outerSite(): string | null {
  if (window.top === window) return null
  const outermost = Array.from(window.location.ancestorOrigins ?? []).at(-1) ?? document.referrer
  return outermost && new URL(outermost).origin !== window.location.origin ? new URL(outermost).host : null
}
