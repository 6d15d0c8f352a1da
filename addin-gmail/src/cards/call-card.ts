import { defineAction } from '../card-context'

/** The form of a call or a meeting that has just been. */
export const openCallAction = defineAction('open-call', [], ['counterpartyId', 'personId', 'message'])
