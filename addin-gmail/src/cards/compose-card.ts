import { defineAction } from '../card-context'

/** Makes a draft to a contact's person, or to a person, and opens it in Gmail. */
export const composeToAction = defineAction('compose-to', [], ['contactId', 'personId', 'message'])
