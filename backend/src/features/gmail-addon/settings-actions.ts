import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { Card } from '@counterpane/addin-gmail/card-schema'
import { helpCard } from '@counterpane/addin-gmail/cards/help-card'
import { searchCard } from '@counterpane/addin-gmail/cards/search-card'
import { asInGmail, openSettingsAction, saveSettingsAction, settingsCard, settingsInputs } from '@counterpane/addin-gmail/cards/settings-card'
import type { Manager } from '@counterpane/shared/contract/access'
import { locales, visibilities, type Locale } from '@counterpane/shared/domain/codes'
import { settingsCardTexts } from '@counterpane/shared/text/settings-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { chosenInputs, localeOfEvent, textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import { onLook, onPress, type PressedAction } from './pressed-action'

/** The cards of the add-on's own menu. */
export function createSettingsCards(needs: GmailAddonNeeds) {
  return {
    async settings(visit: Visit, manager?: Manager): Promise<Card> {
      const { locale, preferences, ...who } = manager ?? (await needs.getMe(visit.caller))
      return settingsCard({ manager: who, locale, ...preferences.gmail, policy: await needs.attachmentPolicy() }, visit.context)
    },
    help: async (visit: Visit): Promise<Card> => helpCard(visit.context),
    search: async (visit: Visit): Promise<Card> => searchCard({ query: '', found: null }, visit.context),
  }
}
export type SettingsCards = ReturnType<typeof createSettingsCards>

/** What the card says where it differs from what is kept. A field that did not come, or holds what was never offered, changes nothing. */
function changesIn({ event }: Visit, { locale, preferences }: Manager) {
  const language = textInput(event, settingsInputs.locale)
  const wanted: Locale | null = language === asInGmail ? null : locales.find((one) => one === language) ?? locale
  const extent = visibilities.find((one) => one === textInput(event, settingsInputs.visibility))
  // A switch that is off does not come at all: what comes with it shows that the card was sent.
  const gmail = extent ? { visibility: extent, keepFiles: chosenInputs(event, settingsInputs.keepFiles).includes('yes') } : preferences.gmail
  const changed = gmail.visibility !== preferences.gmail.visibility || gmail.keepFiles !== preferences.gmail.keepFiles
  return { ...(wanted !== locale && { locale: wanted }), ...(changed && { preferences: { gmail } }) }
}

export function settingsActions(needs: GmailAddonNeeds, cards: SettingsCards): [string, PressedAction][] {
  return [
    onLook(openSettingsAction, async (visit) => pressAnswer('push', await cards.settings(visit))),
    onPress(saveSettingsAction, async (visit) => {
      const before = await needs.getMe(visit.caller)
      const changes = changesIn(visit, before)
      const manager = Object.keys(changes).length > 0 ? await needs.changeMe(visit.caller, changes) : before
      const locale = manager.locale ?? localeOfEvent(visit.event)
      return pressAnswer('update', await cards.settings({ ...visit, context: { ...visit.context, locale } }, manager), settingsCardTexts[locale].saved)
    }),
  ]
}
