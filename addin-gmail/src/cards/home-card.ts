import { defineAction } from '../card-context'

/** Draws my day anew. */
export const homeAction = defineAction('home')
