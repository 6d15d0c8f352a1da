import { hostDialog } from './host-dialog'
import { createOfficeDrafts } from './office-drafts'
import { createOfficeFiles } from './office-files'
import { createOfficeMeetings } from './office-meetings'
import { createOfficeSelections } from './office-selections'

/** What the first look at a message does not need: it comes when a window of another kind, a selection, a file or a dialog asks for it. */
export const createOfficePorts = (times: { timeoutMs?: number }) => ({
  drafts: createOfficeDrafts(times), meetings: createOfficeMeetings(times), selections: createOfficeSelections(times), files: createOfficeFiles(times), dialog: hostDialog,
})
export type OfficePorts = ReturnType<typeof createOfficePorts>
