import { clientActivityTriggers } from './client-activity-triggers'
import { clientListIndexes } from './client-list-indexes'
import { clientManagerTriggers } from './client-manager-triggers'
import { clientTextIndex } from './client-text-index'
import type { Derived } from './derived'
import { nextStepTriggers } from './next-step-triggers'
import { textFoldState } from './text-fold-state'
import { textIndex } from './text-index'
import { waitingSenderTriggers } from './waiting-sender-triggers'

/** Everything that is derived, in the order of its making. */
export const derivedList: readonly Derived[] = [textIndex, textFoldState, nextStepTriggers, clientActivityTriggers, clientManagerTriggers, clientListIndexes, clientTextIndex, waitingSenderTriggers]
