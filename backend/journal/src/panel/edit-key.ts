import type { DraftKey } from '../forms/kept-draft'

/** Under which name the unsaved changes of a contact are kept in this window. */
export const editKey = (managerId: string, contactId: string): DraftKey => ({ managerId, form: `edit:${contactId}` })
