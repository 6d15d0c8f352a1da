import { defineAction } from '../card-context'

/** Lists the messages of the open conversation with what each of them is: registered, known client, nobody known. */
export const openConversationAction = defineAction('open-conversation', ['message'])
