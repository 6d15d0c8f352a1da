import { defineAction } from '../card-context'

/** The form of a note: one line, for today. */
export const openNoteAction = defineAction('open-note', [], ['counterpartyId', 'contactId', 'message'])
