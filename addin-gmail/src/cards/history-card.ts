import { defineAction } from '../card-context'

/**
 * A page of the history of a client or person, narrowed to a method when one is given. What is chosen in the card's own list of methods goes before
 * `method`. It is drawn elsewhere: cards open each other both ways, imports go one way.
 */
export const openHistoryAction = defineAction('open-history', [], ['counterpartyId', 'personId', 'method', 'cursor', 'message'])
/** No other card has an input of this name: where it comes in, the history card is on top already. */
export const historyInputs = { method: 'historyMethod' } as const
export const everyMethod = 'all'
