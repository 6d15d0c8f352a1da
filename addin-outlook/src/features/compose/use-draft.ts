import { usePane } from '../../app/pane-context'
import { useHostReading } from '../../app/use-host-reading'

/** Outlook never tells that the subject has changed, and below requirement set 1.7 not even that a recipient was added. */
const lookAgainMs = 2_000

/** The letter that is being written, read anew when the typing has settled. */
export function useDraft(draftKey: string) {
  const { read, onChanged } = usePane().client.drafts
  const { found, unread, again } = useHostReading({ key: draftKey, read, onChanged, lookAgainMs })
  return { draft: found, unread, again }
}
