import type { Contact } from '@counterpane/shared/contract/contact'
import { ProblemError } from '@counterpane/shared/contract/http-client'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { useEffect, useMemo, useState } from 'react'
import { useChangesOutdated } from '../api/change-queries'
import { useContactChanges } from '../api/journal-changes'
import { useMe, useSurroundings } from '../api/journal-context'
import { useRested } from '../api/journal-queries'
import { bodyOf, differing, draftOf, draftProblems, isWholeDay, type Draft } from '../forms/contact-draft'
import { dropDraft, keepDraft, keptDraft } from '../forms/kept-draft'
import { bodyLimit, bytesOf } from '../forms/text-size'
import { EditFields } from './edit-fields'
import { editKey } from './edit-key'
import type { OnDone } from './form-done'
import { FormFrame } from './form-frame'
import { isMasked } from './may-read'
import { StaleNotice } from './stale-notice'
import { useUnsaved } from './unsaved-guard'

const isStale = (error: unknown) => error instanceof ProblemError && error.problem.status === 412

/** Edit in place. Only what was changed is sent, against the version that was seen; if somebody was faster, both are shown. */
export function ContactEdit({ contact, onDone }: { contact: Contact; onDone: OnDone }) {
  const { text, locale } = useSurroundings()
  const me = useMe()
  const { patch, fresh } = useContactChanges(contact)
  const changesOutdated = useChangesOutdated()
  const key = useMemo(() => editKey(me.id, contact.id), [me.id, contact.id])
  // The version that editing began from: the list may bring a newer one meanwhile, the comparison stays with this.
  const [seen, setSeen] = useState(contact)
  const [draft, setDraft] = useState<Draft>(() => keptDraft(key, draftOf(contact))?.draft ?? draftOf(contact))
  const [newer, setNewer] = useState<Contact | null>(null)
  const [touched, setTouched] = useState(false)
  const base = draftOf(seen)
  const changed = differing(draft, base)
  useUnsaved(changed.length > 0)
  const rested = useRested(draft, 400)
  useEffect(() => { if (differing(rested, draftOf(seen)).length > 0) keepDraft(key, rested, new Date()) }, [rested, seen, key])

  const problems = draftProblems(draft)
  const tooLong = draft.content.length > bodyLimit / 12 && bytesOf(draft.content) > bodyLimit
  const finish: OnDone = (done) => {
    dropDraft(key)
    onDone(done)
  }
  const save = (mine: Draft, against: Contact) => {
    setTouched(true)
    const fields = differing(mine, draftOf(against))
    if (fields.length === 0) return finish()
    if (tooLong || Object.entries(problems).some(([field, wrong]) => wrong && fields.includes(field as keyof typeof problems))) return
    patch.mutate({ body: bodyOf(mine, fields, isWholeDay(against)), etag: against.etag }, {
      onSuccess: () => { changesOutdated(); finish({ said: panelTexts[locale].saved.saved, canPutBack: true }) },
      onError: (error) => {
        setDraft(mine)
        if (isStale(error)) void fresh().then(setNewer)
      },
    })
  }
  const goOnFrom = (version: Contact, mine: Draft) => {
    setSeen(version)
    setDraft(mine)
    setNewer(null)
    patch.reset()
  }
  if (newer) {
    return (
      <StaleNotice
        key={newer.etag} seen={base} mine={draft} newer={draftOf(newer)} busy={patch.isPending} error={isStale(patch.error) ? null : patch.error}
        onSave={(merged) => { setSeen(newer); save(merged, newer) }} onEdit={(merged) => goOnFrom(newer, merged)}
      />
    )
  }
  return (
    <FormFrame long title={text.contact.edit} save={text.save} busy={patch.isPending} error={isStale(patch.error) ? null : patch.error} onSave={() => save(draft, seen)} onDiscard={() => finish()}>
      <EditFields contact={seen} draft={draft} set={(part) => setDraft((old) => ({ ...old, ...part }))} problems={touched ? problems : { when: false, minutes: false, details: false }} masked={isMasked(contact, me.id)} />
    </FormFrame>
  )
}
