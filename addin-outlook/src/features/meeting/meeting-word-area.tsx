import { onDemand } from '../../app/on-demand'

/** What a meeting request, an answer to one or a cancellation says; loaded with the first such message. */
export const MeetingWordArea = onDemand(() => import(/* webpackChunkName: "meeting" */ './meeting-word').then((part) => part.MeetingWord))
