import { defineAction } from '../card-context'

/** Registering with a choice: another client, how much of the words, which files, private, a comment. */
export const openOptionsAction = defineAction('open-options', ['message'], ['counterpartyId', 'personId'])
