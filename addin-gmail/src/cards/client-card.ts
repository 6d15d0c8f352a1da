import { defineAction } from '../card-context'

/** Opens a client or a person: addresses, phones, people, and what stands between us. */
export const openClientAction = defineAction('open-client', [], ['counterpartyId', 'personId', 'message'])
