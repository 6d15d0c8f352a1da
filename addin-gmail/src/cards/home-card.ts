import { defineAction } from '../card-context'

/** Draws my day anew. It is drawn elsewhere: cards open each other both ways, imports go one way. */
export const homeAction = defineAction('home')
/** "Held" in its place, without a result; the answer with one is the outcome card's. */
export const homeHeldAction = defineAction('home-held', ['contactId'])
/** Every contact of the list as it was seen; `contactIds` are joined by commas. */
export const homeAllHeldAction = defineAction('home-all-held', ['contactIds'])
