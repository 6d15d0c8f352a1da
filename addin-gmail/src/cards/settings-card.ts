import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import { locales, visibilities, type Locale, type Role, type Visibility } from '@counterpane/shared/domain/codes'
import { sizeText } from '@counterpane/shared/text/file-refusals'
import { settingsCardTexts } from '@counterpane/shared/text/settings-cards'
import { defineAction, type CardContext } from '../card-context'
import { buttons, card, choice, linkButton, row, section, text, toggle } from '../card-parts'
import type { Card } from '../card-schema'
import { joined } from '../card-text'

export const openSettingsAction = defineAction('open-settings')
/** Saves what stands in the card, as soon as any of it is changed. */
export const saveSettingsAction = defineAction('save-settings')
export const settingsInputs = { locale: 'locale', visibility: 'visibility', keepFiles: 'keepFiles' } as const
/** The manager's language is Gmail's own: no choice of ours. */
export const asInGmail = 'gmail'

export interface SettingsView {
  manager: { name: string; email: string; role: Role }
  locale: Locale | null; visibility: Visibility; keepFiles: boolean; policy: AttachmentPolicy
}

export function settingsCard({ manager, locale, visibility, keepFiles, policy }: SettingsView, context: CardContext): Card {
  const words = settingsCardTexts[context.locale]
  const save = { ...saveSettingsAction.on(context, {}), persistValues: true }
  const names: Record<Locale, string> = { en: words.english, ru: words.russian }
  const size = (bytes: number) => sizeText(bytes, context.locale)
  const rules = policy.keep === 'none' ? words.keepsNone : policy.keep === 'chosen' ? words.keepsChosen : words.keepsAll({ file: size(policy.maxFileBytes), message: size(policy.maxMessageBytes) })
  return card({
    name: 'settings', title: words.title,
    sections: [
      section(null, [row({ top: words.you, text: manager.name, bottom: joined(words.role[manager.role], manager.email) })]),
      section(null, [
        choice(settingsInputs.locale, words.language, [{ value: asInGmail, text: words.asInGmail }, ...locales.map((value) => ({ value, text: names[value] }))], locale ?? asInGmail, { onChange: save }),
        choice(settingsInputs.visibility, words.oneClick, visibilities.map((value) => ({ value, text: words.visibility[value] })), visibility, { onChange: save, open: true }),
        row({ text: words.keepFiles, bottom: rules, toggle: { ...toggle(settingsInputs.keepFiles, keepFiles), onChangeAction: save } }),
        text(words.forLater),
      ]),
      section(null, [buttons(linkButton(words.openJournal, context.links.journal))]),
    ],
  })
}
