import { defineAction } from '../card-context'

/** Opens one contact in full: what was said, how it ended, its files, and what can be done with it. */
export const openContactAction = defineAction('open-contact', ['contactId'], ['message'])
