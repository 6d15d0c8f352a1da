import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import { helpCard } from '../../cards/help-card'
import { settingsCard, type SettingsView } from '../../cards/settings-card'
import type { CardCases } from './card-cases'

export const settingsCases: CardCases = (word) => {
  const policy: AttachmentPolicy = { keep: 'all', maxFileBytes: 26_214_400, maxMessageBytes: 52_428_800 }
  const view: SettingsView = { manager: { name: word, email: word, role: 'manager' }, locale: null, visibility: 'full', keepFiles: true, policy }
  return {
    settings: (c) => settingsCard(view, c),
    'settings, files by choice': (c) => settingsCard({ ...view, manager: { ...view.manager, role: 'lead' }, locale: 'ru', visibility: 'subject', policy: { ...policy, keep: 'chosen' } }, c),
    'settings, no files': (c) => settingsCard({ ...view, manager: { ...view.manager, role: 'administrator' }, locale: 'en', visibility: 'fact', keepFiles: false, policy: { ...policy, keep: 'none' } }, c),
    help: (c) => helpCard(c),
  }
}
