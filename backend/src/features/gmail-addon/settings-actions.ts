import type { Card } from '@counterpane/addin-gmail/card-schema'
import { homeCard } from '@counterpane/addin-gmail/cards/plain-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import type { PressedAction } from './pressed-action'

/** The cards of the add-on's own menu. */
export function createSettingsCards(_needs: GmailAddonNeeds) {
  const soon = async (visit: Visit): Promise<Card> => homeCard({ manager: visit.caller.name }, visit.context)
  return { settings: soon, help: soon, search: soon }
}
export type SettingsCards = ReturnType<typeof createSettingsCards>

export function settingsActions(_needs: GmailAddonNeeds, _cards: SettingsCards): [string, PressedAction][] {
  return []
}
