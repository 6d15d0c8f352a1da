import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { contactCache } from '../api/journal-changes'
import { useMe, useSurroundings } from '../api/journal-context'
import { useCounterparty } from '../api/journal-queries'
import { ProblemNotice } from '../parts/problem-notice'
import { createBody, type LogDraft } from './log-draft'
import { LogContactFields } from './log-contact-fields'
import { isLocalTime, roundedNow } from './quick-dates'

/** "Log a call or meeting": what happened now, or what is planned; one save. */
export function LogContactDialog({ counterpartyId, onClose, onSaved }: { counterpartyId: string | null; onClose: () => void; onSaved: (id: string) => void }) {
  const { call, text } = useSurroundings()
  const me = useMe()
  const cache = contactCache(useQueryClient())
  const given = useCounterparty(counterpartyId)
  const [draft, setDraft] = useState<LogDraft>(() => ({
    method: 'call', direction: 'outgoing', when: roundedNow(new Date()), minutes: '', status: 'held', client: null, personIds: [], managerId: me.id,
    subject: '', content: '', result: '', priority: 'medium', state: 0, type: '',
  }))
  const [touched, setTouched] = useState(false)
  const client = draft.client ?? (given.data ? { id: given.data.id, name: given.data.name } : null)
  const set = (part: Partial<LogDraft>) => setDraft((old) => ({ ...old, ...part }))
  const save = useMutation({ mutationFn: (body: BodyOf<'createContact'>) => call('createContact', { body }), onSuccess: (contact) => { void cache.added(contact); onSaved(contact.id) } })
  const problems = { subject: draft.subject.trim() === '', when: !isLocalTime(draft.when) }
  // A click beside the form must not throw away what was typed.
  const begun = Boolean(draft.subject || draft.content || draft.result)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTouched(true)
    if (problems.subject || problems.when || save.isPending) return
    save.mutate(createBody({ ...draft, client }))
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open, type }) => { if (!open && !(type === 'backdropClick' && begun)) onClose() }}>
      <DialogSurface className="jn-dialog">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{text.logging.title}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              <LogContactFields draft={{ ...draft, client }} set={set} problems={touched ? problems : { subject: false, when: false }} />
              {save.error && <ProblemNotice error={save.error} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text.logging.discard}</Button>
              <Button type="submit" appearance="primary" disabled={save.isPending}>{text.logging.save}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
