import { createContext, useContext, useSyncExternalStore } from 'react'
import type { About } from '@counterpane/shared/contract/access'
import type { DateOptions } from '@counterpane/shared/text/dates'
import { paneTexts } from '@counterpane/shared/text/pane'
import type { PaneTexts } from '@counterpane/shared/text/pane-en'
import type { Outbox } from '../features/register/outbox'
import type { Registering } from '../features/register/registering'
import type { Session } from '../session/pane-session'
import { type Failure, toFailure } from './failure'
import type { FailureLog } from './failure-log'
import type { MailClient } from '../mailbox/mail-client'
import type { PaneApi } from './pane-api'
import type { PaneStore } from './pane-store'

export interface PaneServices {
  client: MailClient; store: PaneStore; api: PaneApi; session: Session; registering: Registering; outbox: Outbox; now: () => Date
  /** Sends what waits, asks again what could not be answered. */
  reconnect: () => Promise<void>
  /** Looks for the mail client once more, where it was not found. */
  restart: () => Promise<void>
  /** Ends the session, empties what this browser keeps for the manager, and begins the pane anew. */
  leave: () => Promise<void>
  failures: FailureLog
  /** What the doctor asks of the server; it signs nobody in. */
  about: () => Promise<About>
  /** How many items this pane has stood beside: more than one means that it is pinned. */
  itemsSeen: () => number
}
export const PaneContext = createContext<PaneServices | null>(null)

export function usePane(): PaneServices {
  const services = useContext(PaneContext)
  if (!services) throw new Error('the pane has no services')
  return services
}
export function usePaneState() {
  const { store } = usePane()
  return useSyncExternalStore(store.subscribe, store.get)
}
export const useTexts = (): PaneTexts => paneTexts[usePaneState().locale]
export function useDates(): DateOptions {
  const { now } = usePane()
  return { locale: usePaneState().locale, now: now() }
}

/** Runs one deed of the manager's; a failure goes to `onFailure` in words, never to the console. */
export function useDeed(onFailure: (failure: Failure | null) => void) {
  return async (deed: () => Promise<unknown>) => {
    onFailure(null)
    try { await deed(); return true } catch (error) { onFailure(toFailure(error)); return false }
  }
}
