import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { MessageDesk } from './message-desk'
import type { PressedAction } from './pressed-action'

export function conversationActions(_needs: GmailAddonNeeds, _desk: MessageDesk): [string, PressedAction][] {
  return []
}
