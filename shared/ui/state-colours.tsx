import { makeStyles, tokens } from '@fluentui/react-components'

/** The only colours of our own: planned green, overdue red, cancelled pale grey. A word or a mark always stands beside them. */
export const useStateColours = makeStyles({
  planned: { color: tokens.colorPaletteGreenForeground1 },
  overdue: { color: tokens.colorPaletteRedForeground1 },
  cancelled: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  held: { color: tokens.colorNeutralForeground1 },
})

export type ContactStateName = 'planned' | 'overdue' | 'cancelled' | 'held'
export const contactStateName = (contact: { status: 'planned' | 'held' | 'cancelled'; overdue: boolean }): ContactStateName =>
  contact.status === 'planned' && contact.overdue ? 'overdue' : contact.status
