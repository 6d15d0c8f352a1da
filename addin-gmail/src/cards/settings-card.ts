import { defineAction } from '../card-context'

export const openSettingsAction = defineAction('open-settings')
