import type { Contact } from '@counterpane/shared/contract/contact'
import { ProblemError } from '@counterpane/shared/contract/http-client'
import { exactTime, nearTime } from '@counterpane/shared/text/dates'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { Button, Combobox, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { useEarlier } from '../api/contact-edits'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import { useRested } from '../api/journal-queries'
import { useSubject } from '../parts/contact-subject'
import { ProblemNotice } from '../parts/problem-notice'

/** An earlier contact of the same client, found by its words, becomes what led to this one. */
export function LinkPicker({ contact, onClose }: { contact: Contact; onClose: (words?: string) => void }) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale].chain
  const subject = useSubject()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const { data, isPending } = useEarlier(contact, useRested(typed.trim()))
  const { patch } = useContactChanges(contact)
  if (!contact.counterparty) return <p className="jn-quiet">{say.needClient} <Button size="small" appearance="subtle" onClick={() => onClose()}>{say.discard}</Button></p>
  const found = (data?.items ?? []).filter(({ id }) => id !== contact.id)
  const link = (previousId: string | undefined) => { if (previousId) patch.mutate({ body: { previousId }, etag: contact.etag }, { onSuccess: () => onClose(say.linked) }) }
  const when = (one: Contact) => nearTime(one, { locale, now: new Date() })
  const circle = patch.error instanceof ProblemError && isCircle(patch.error)
  return (
    <div className="jn-several">
      <Combobox
        autoFocus freeform className="jn-picker" aria-label={say.find} placeholder={say.find} value={typed} selectedOptions={[]} disabled={patch.isPending} open={open} listbox={{ className: 'jn-listbox' }} expandIcon={{ 'aria-label': text.filter.showList(say.find) }}
        onOpenChange={(_, { open: next }) => setOpen(next)} onChange={(event) => { setTyped(event.target.value); setOpen(true) }} onOptionSelect={(_, { optionValue }) => link(optionValue)}
      >
        {found.map((one) => (
          <Option key={one.id} value={one.id} text={subject(one)}>
            <span className="jn-option" title={exactTime(one, { locale, now: new Date() })}><span>{subject(one).slice(0, 200)}</span><small>{when(one)} · {words[locale].method[one.method]}{one.manager && ` · ${one.manager.name}`}</small></span>
          </Option>
        ))}
        {found.length === 0 && <Option disabled value="" text="">{isPending ? text.filter.searching : say.nothing}</Option>}
      </Combobox>
      <div><Button size="small" appearance="subtle" onClick={() => onClose()}>{say.discard}</Button></div>
      {circle && <p role="alert" className="jn-ask">{say.cyclic}</p>}
      {patch.error && !circle && <ProblemNotice error={patch.error} />}
    </div>
  )
}
const isCircle = ({ problem }: ProblemError) => problem.status === 409 && (problem.errors ?? []).some(({ path }) => path.includes('previousId'))

export function UnlinkButton({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const { locale } = useSurroundings()
  const { patch } = useContactChanges(contact)
  return (
    <>
      <Button size="small" appearance="subtle" disabled={patch.isPending} onClick={() => patch.mutate({ body: { previousId: null }, etag: contact.etag }, { onSuccess: onDone })}>{panelTexts[locale].chain.unlink}</Button>
      {patch.error && <ProblemNotice error={patch.error} />}
    </>
  )
}
