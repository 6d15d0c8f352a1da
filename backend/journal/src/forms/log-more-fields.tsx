import { priorities } from '@counterpane/shared/domain/codes'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { Field, Textarea } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries, useManagers } from '../api/journal-queries'
import { AccessField } from './access-field'
import { AlsoField } from './clients-field'
import type { LogDraft } from './log-draft'
import { DetailsField } from './details-field'
import { CodeSelect, ReferenceSelect } from './reference-select'

interface Props { draft: LogDraft; set: (part: Partial<LogDraft>) => void; touched: boolean }

/** Whatever else a contact may say, for those who need it. */
export function LogMoreFields({ draft, set, touched }: Props) {
  const { text, locale } = useSurroundings()
  const managers = useManagers()
  const { data } = useDictionaries()
  const { none, part } = panelTexts[locale]
  return (
    <>
      <div className="jn-field-row">
        <ReferenceSelect label={text.logging.manager} value={draft.manager} options={managers.data?.items} onChange={(manager) => set({ manager: manager ?? draft.manager })} />
        <ReferenceSelect label={text.logging.type} value={draft.type} options={data?.contactTypes} none={text.next.noType} onChange={(type) => set({ type })} />
        <CodeSelect label={text.logging.priority} value={draft.priority} codes={priorities} names={words[locale].priority} onChange={(priority) => set({ priority })} />
        <ReferenceSelect label={text.contact.firm} value={draft.firm} options={data?.firms} none={none} onChange={(firm) => set({ firm })} />
        <ReferenceSelect label={text.contact.adSource} value={draft.adSource} options={data?.adSources} none={none} onChange={(adSource) => set({ adSource })} />
      </div>
      <AlsoField client={draft.client} also={draft.also} set={set} />
      <Field label={text.contact.comment}><Textarea rows={2} value={draft.comment} onChange={(_, { value }) => set({ comment: value })} /></Field>
      <fieldset className="jn-part"><legend>{part.details}</legend><DetailsField details={draft.details} touched={touched} onChange={(details) => set({ details })} /></fieldset>
      <fieldset className="jn-part"><legend>{part.access}</legend><AccessField isPrivate={draft.private} visibility={draft.visibility} set={set} /></fieldset>
    </>
  )
}
