import { defineAction } from '../card-context'

/** Opens a client or, with `personId`, a person: addresses, phones, people, and what stands between us. It is drawn elsewhere: cards open each other both ways, imports go one way. */
export const openClientAction = defineAction('open-client', [], ['counterpartyId', 'personId', 'message'])
