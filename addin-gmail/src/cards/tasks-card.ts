import { defineAction } from '../card-context'

/** All open tasks of a client, page by page; the caller's own without a client. */
export const openTasksAction = defineAction('open-tasks', [], ['counterpartyId', 'cursor', 'message'])
