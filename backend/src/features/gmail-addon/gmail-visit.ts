import type { CardContext } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { Caller } from '../../platform/http/caller'
import type { GmailEvent } from './gmail-event'

/** One call of Google for one of our managers, verified: all that a handler works with. */
export interface Visit {
  caller: Caller; sub: string; event: GmailEvent; context: CardContext
  /**
   * What makes something new goes through here: the same button pressed again with the same fields gets what the first press made. Gmail repeats
   * presses after a consent and people press twice. `what` tells several things apart that one press makes. Kept for ten minutes in this process;
   * work that failed is done again.
   */
  once<T>(work: () => Promise<T> | T, what?: string): Promise<T>
}

export type Handle = (visit: Visit) => Promise<AddonAnswer>

/** Gmail gave no access to the message with this call; opening it again helps. */
export class ReopenNeeded extends Error {}
