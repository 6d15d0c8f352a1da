import { onDemand } from '../../app/on-demand'

/** What the conversation of this message has already brought; loaded only where there is something to say. */
export const ConversationArea = onDemand(() => import(/* webpackChunkName: "conversation" */ './conversation-card').then((part) => part.ConversationCard))
