import { defineAction } from '../card-context'

/**
 * Registers the opened message in one press; without ids the server's own match decides, `always` remembers the choice for the team, `alone` means
 * no client. `order`: the letter was started from a contact and joins its chain.
 */
export const registerAction = defineAction('register', ['message'], ['counterpartyId', 'personId', 'always', 'alone', 'order'])
/** Opens the choice between "only this email" and "always" for a person or a client that was picked from a list. */
export const chooseAction = defineAction('choose', ['message'], ['counterpartyId', 'personId'])
/** Registering with a choice: another client, how much of the words, which files, private, a comment. */
export const openOptionsAction = defineAction('open-options', ['message'], ['counterpartyId', 'personId'])
