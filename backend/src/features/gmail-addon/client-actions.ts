import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { MessageDesk } from './message-desk'
import { personFormActions } from './person-form-actions'
import type { PressedAction } from './pressed-action'
import { searchActions } from './search-actions'

export const clientActions = (needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] => [...searchActions(needs, desk), ...personFormActions(needs, desk)]
