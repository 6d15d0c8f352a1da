import { visibilities, type Visibility } from '@counterpane/shared/domain/codes'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Checkbox, Field } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import type { SetDraft } from './contact-draft'
import { CodeSelect } from './reference-select'

/** Who may read the contact's words, and how much of them. */
export function AccessField({ isPrivate, visibility, set }: { isPrivate: boolean; visibility: Visibility; set: SetDraft }) {
  const { locale } = useSurroundings()
  const words = panelTexts[locale]
  return (
    <div className="jn-several">
      <Field hint={words.privateHint}><Checkbox label={words.privateLabel} checked={isPrivate} onChange={(_, { checked }) => set({ private: checked === true })} /></Field>
      <CodeSelect label={words.visibilityLabel} value={visibility} codes={visibilities} names={words.visibility} onChange={(value) => set({ visibility: value })} />
      <p className="jn-quiet">{words.visibilityHint[visibility]}</p>
    </div>
  )
}
