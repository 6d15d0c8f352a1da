import type { Contact } from '@counterpane/shared/contract/contact'
import { ProblemError } from '@counterpane/shared/contract/http-client'
import { priorities, states } from '@counterpane/shared/domain/codes'
import { words } from '@counterpane/shared/text/words'
import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import { ClientPicker } from '../filters/client-picker'
import { changedFields, draftOf, type Draft } from './contact-draft'
import { FormFrame } from './form-frame'
import { StaleNotice } from './stale-notice'

/** Edit in place. Only what was changed is sent, against the version that was seen; if somebody was faster, both are shown. */
export function ContactEdit({ contact, onDone }: { contact: Contact; onDone: (said?: string) => void }) {
  const { text, locale } = useSurroundings()
  const { patch, fresh } = useContactChanges(contact)
  // The version that editing began from: the list may bring a newer one meanwhile, the comparison stays with this.
  const [seen, setSeen] = useState(contact)
  const [draft, setDraft] = useState<Draft>(() => draftOf(contact))
  const [newer, setNewer] = useState<Contact | null>(null)
  const set = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const save = (against: Contact) => {
    const body = changedFields(draft, draftOf(seen))
    if (Object.keys(body).length === 0) return onDone()
    patch.mutate({ body, etag: against.etag }, {
      onSuccess: () => onDone(text.logging.done),
      onError: (error) => {
        if (error instanceof ProblemError && error.problem.status === 412) void fresh().then(setNewer)
      },
    })
  }
  const takeNewer = (version: Contact) => {
    setSeen(version)
    setDraft(draftOf(version))
    setNewer(null)
    patch.reset()
  }
  if (newer) return <StaleNotice seen={seen} draft={draft} newer={newer} busy={patch.isPending} onTakeNewer={() => takeNewer(newer)} onKeepMine={() => save(newer)} />
  const isStale = patch.error instanceof ProblemError && patch.error.problem.status === 412
  return (
    <FormFrame title={text.contact.edit} save={text.save} busy={patch.isPending} error={isStale ? null : patch.error} onSave={() => save(seen)} onDiscard={() => onDone()}>
      <Field label={text.contact.subject}><Input autoFocus value={draft.subject} onChange={(_, { value }) => set({ subject: value })} /></Field>
      <Field label={text.contact.result}><Textarea rows={3} value={draft.result} onChange={(_, { value }) => set({ result: value })} /></Field>
      <div className="jn-field-row">
        <Field label={text.contact.state}>
          <Select value={String(draft.state)} onChange={(_, { value }) => set({ state: states.find((one) => String(one) === value) ?? 0 })}>
            {states.map((one) => <option key={one} value={one}>{words[locale].state[one]}</option>)}
          </Select>
        </Field>
        <Field label={text.contact.priority}>
          <Select value={draft.priority} onChange={(_, { value }) => set({ priority: priorities.find((one) => one === value) ?? 'medium' })}>
            {priorities.map((one) => <option key={one} value={one}>{words[locale].priority[one]}</option>)}
          </Select>
        </Field>
      </div>
      <Field label={text.contact.client}>
        <ClientPicker label={text.contact.client} placeholder={text.contact.assignClient} chosen={draft.client} onChoose={(client) => set({ client })} />
      </Field>
    </FormFrame>
  )
}
