import { callActions } from './call-actions'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { MessageDesk } from './message-desk'
import { newTaskActions } from './new-task-actions'
import { outcomeActions } from './outcome-actions'
import { planActions } from './plan-actions'
import type { PressedAction } from './pressed-action'
import { taskActions } from './task-actions'

/** The day's work: tasks, notes, plans, calls, outcomes. */
export const workActions = (needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] =>
  [taskActions, newTaskActions, planActions, outcomeActions, callActions].flatMap((actions) => actions(needs, desk))
