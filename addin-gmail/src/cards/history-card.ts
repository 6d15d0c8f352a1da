import { defineAction } from '../card-context'

/** A page of the history of a client or person, narrowed to a method when one is given. */
export const openHistoryAction = defineAction('open-history', [], ['counterpartyId', 'personId', 'method', 'cursor', 'message'])
