import { defineAction } from '../card-context'

export const openNoteAction = defineAction('open-note', [], ['counterpartyId', 'contactId', 'message'])
