/** Under which name the unsaved changes of a contact are kept in this window. */
export const editKey = (contactId: string) => `edit:${contactId}`
