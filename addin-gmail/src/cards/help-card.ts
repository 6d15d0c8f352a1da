import { defineAction } from '../card-context'

export const openHelpAction = defineAction('open-help')
