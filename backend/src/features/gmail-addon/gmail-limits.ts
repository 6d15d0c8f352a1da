import { invitationAction } from '@counterpane/addin-gmail/cards/stranger-card'
import { createProvenLimit } from '../../platform/http/rate-limits'
import { isSuggesting, type GmailEvent } from './gmail-event'

/**
 * Against harvesting the client base by its search and against guessing of codes, by the verified `sub`: Google's addresses are shared by all. Opening
 * messages and working with them is not limited.
 */
export function createGmailLimits() {
  const [searches, codes] = [createProvenLimit(1_200), createProvenLimit(20)]
  return async (sub: string, event: GmailEvent): Promise<void> => {
    const action = event.commonEventObject.parameters?.action
    if (action === 'search' || isSuggesting(event)) await searches(sub)
    if (action === invitationAction.name) await codes(sub)
  }
}
