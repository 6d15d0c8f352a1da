import { defineAction } from '../card-context'

/** Held, not held or rescheduled: the question of a planned contact whose time has passed. */
export const openOutcomeAction = defineAction('open-outcome', ['contactId'], ['message'])
