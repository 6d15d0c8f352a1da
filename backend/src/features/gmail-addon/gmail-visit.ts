import type { CardContext } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { Caller } from '../../platform/http/caller'
import type { GmailEvent } from './gmail-event'

/** One call of Google for one of our managers, verified: all that a handler works with. */
export interface Visit { caller: Caller; sub: string; event: GmailEvent; context: CardContext }

export type Handle = (visit: Visit) => Promise<AddonAnswer>

/** Gmail gave no access to the message with this call; opening it again helps. */
export class ReopenNeeded extends Error {}
