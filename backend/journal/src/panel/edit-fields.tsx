import type { Contact } from '@counterpane/shared/contract/contact'
import { directions, methods, priorities, states } from '@counterpane/shared/domain/codes'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { Field, Input, Textarea } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries, useManagers } from '../api/journal-queries'
import { AccessField } from '../forms/access-field'
import { AlsoField, ClientField } from '../forms/clients-field'
import type { Draft, SetDraft } from '../forms/contact-draft'
import { DetailsField } from '../forms/details-field'
import { LongTextField } from '../forms/long-text-field'
import { PersonsField } from '../forms/persons-field'
import { CodeSelect, ReferenceSelect } from '../forms/reference-select'
import { ResultField } from '../forms/result-field'
import { EditTime } from './edit-time'

export interface EditProblems { when: boolean; minutes: boolean; details: boolean }
interface Props { contact: Contact; draft: Draft; set: SetDraft; problems: EditProblems; masked: boolean }

/** All fields of a contact, what is changed most at the top. Words that one may not read cannot be written over either. */
export function EditFields({ contact, draft, set, problems, masked }: Props) {
  const { text, locale } = useSurroundings()
  const { part, masked: maskedWords } = panelTexts[locale]
  const say = words[locale]
  return (
    <>
      {masked ? <p className="jn-quiet">{maskedWords}</p> : <Field label={text.contact.subject}><Input autoFocus maxLength={100_000} value={draft.subject} onChange={(_, { value }) => set({ subject: value })} /></Field>}
      {!masked && <ResultField label={text.contact.result} rows={3} value={draft.result} method={draft.method} onChange={(result) => set({ result })} />}
      <div className="jn-field-row">
        <CodeSelect label={text.contact.state} value={draft.state} codes={states} names={say.state} onChange={(state) => set({ state })} />
        <CodeSelect label={text.contact.priority} value={draft.priority} codes={priorities} names={say.priority} onChange={(priority) => set({ priority })} />
      </div>
      <fieldset className="jn-part">
        <legend>{part.when}</legend>
        <EditTime contact={contact} draft={draft} set={set} problems={problems} />
        <div className="jn-field-row jn-short-row">
          <CodeSelect label={text.contact.method} value={draft.method} codes={methods} names={say.method} onChange={(method) => set({ method })} />
          <CodeSelect label={text.contact.direction} value={draft.direction} codes={directions} names={say.direction} onChange={(direction) => set({ direction })} />
        </div>
      </fieldset>
      <fieldset className="jn-part">
        <legend>{part.who}</legend>
        <ClientField client={draft.client} set={set} clientLabel={text.contact.client} clientHint={text.contact.assignClient} />
        <PersonsField client={draft.client} persons={draft.persons} set={set} />
        <AlsoField client={draft.client} also={draft.also} set={set} />
      </fieldset>
      <Kinds draft={draft} set={set} />
      {!masked && (
        <fieldset className="jn-part">
          <legend>{part.texts}</legend>
          <LongTextField label={text.contact.content} rows={4} value={draft.content} onChange={(content) => set({ content })} />
          <Field label={text.contact.comment}><Textarea rows={2} value={draft.comment} onChange={(_, { value }) => set({ comment: value })} /></Field>
        </fieldset>
      )}
      {!masked && <fieldset className="jn-part"><legend>{part.details}</legend><DetailsField details={draft.details} touched={problems.details} onChange={(details) => set({ details })} /></fieldset>}
      {!masked && <fieldset className="jn-part"><legend>{part.access}</legend><AccessField isPrivate={draft.private} visibility={draft.visibility} set={set} /></fieldset>}
    </>
  )
}

function Kinds({ draft, set }: { draft: Draft; set: SetDraft }) {
  const { text, locale } = useSurroundings()
  const managers = useManagers()
  const { data } = useDictionaries()
  const { none, part } = panelTexts[locale]
  return (
    <fieldset className="jn-part">
      <legend>{part.matter}</legend>
      <div className="jn-field-row">
        <ReferenceSelect label={text.contact.manager} value={draft.manager} options={managers.data?.items} onChange={(manager) => set({ manager: manager ?? draft.manager })} />
        <ReferenceSelect label={text.contact.type} value={draft.type} options={data?.contactTypes} none={text.next.noType} onChange={(type) => set({ type })} />
        <ReferenceSelect label={text.contact.firm} value={draft.firm} options={data?.firms} none={none} onChange={(firm) => set({ firm })} />
        <ReferenceSelect label={text.contact.adSource} value={draft.adSource} options={data?.adSources} none={none} onChange={(adSource) => set({ adSource })} />
      </div>
    </fieldset>
  )
}
