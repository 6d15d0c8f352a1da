import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { lazy, useEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useLogging } from '../api/contact-edits'
import { useMe, useSurroundings } from '../api/journal-context'
import { useCounterparty, useRested } from '../api/journal-queries'
import { LazyPart } from '../parts/lazy-part'
import { ProblemNotice } from '../parts/problem-notice'
import { draftProblems } from './contact-draft'
import { offerNextFor } from './fresh-contacts'
import { dropDraft, keepDraft, keptDraft } from './kept-draft'
import { KeptForm } from './kept-form'
import { LogContactFields } from './log-contact-fields'
import { createBody, emptyLog, type LogDraft } from './log-draft'
import { firstNextStep, nextStepBody, NextStepFields } from './next-step-fields'
import { isLocalTime } from './quick-dates'
import { bodyLimit, bytesOf } from './text-size'

const LogMoreFields = lazy(() => import('./log-more-fields').then(({ LogMoreFields: fields }) => ({ default: fields })))
const begun = (draft: LogDraft) => Boolean(draft.subject || draft.content || draft.result || draft.comment || draft.persons.length || draft.details.length)

/** "Log a call or meeting": what happened now, or what is planned; one save. Closed by accident, it is offered again. */
export function LogContactDialog({ counterpartyId, onClose, onSaved }: { counterpartyId: string | null; onClose: () => void; onSaved: (id: string) => void }) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale].log
  const me = useMe()
  const key = useMemo(() => ({ managerId: me.id, form: 'log' }), [me.id])
  const given = useCounterparty(counterpartyId)
  const [base] = useState(() => emptyLog(me, null, new Date()))
  const [draft, setDraft] = useState<LogDraft>(base)
  const [touched, setTouched] = useState(false)
  const [more, setMore] = useState(false)
  const [next, setNext] = useState<ReturnType<typeof firstNextStep> | null>(null)
  const [kept, setKept] = useState(() => keptDraft(key, base))
  const form = useRef<HTMLFormElement>(null)
  const save = useLogging()
  // Until somebody chooses otherwise, the client is the one whose page or filter this was opened from.
  const [choseClient, setChoseClient] = useState(false)
  const client = choseClient || draft.client || !given.data ? draft.client : { id: given.data.id, name: given.data.name }
  const whole = { ...draft, client }
  const set = (part: Partial<LogDraft>) => {
    if ('client' in part) setChoseClient(true)
    setDraft((old) => ({ ...old, ...(!choseClient && { client }), ...part }))
  }
  const rested = useRested(draft, 400)
  useEffect(() => { if (begun(rested)) keepDraft(key, rested, new Date()) }, [rested, key])

  const common = draftProblems(whole)
  const problems = { ...common, subject: draft.subject.trim() === '' }
  const tooLong = draft.content.length > bodyLimit / 12 && bytesOf(draft.content) > bodyLimit
  const finish = (id: string) => {
    dropDraft(key)
    if (!next && whole.status === 'held') offerNextFor(id)
    onSaved(id)
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setTouched(true)
    if (problems.details) setMore(true)
    const wrong = Object.values(problems).some(Boolean) || tooLong || (next !== null && !isLocalTime(next.at))
    if (wrong) return requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
    if (save.isPending || save.data) return
    save.mutate({ body: createBody(whole, base), next: next && nextStepBody({ ...next, subject: next.subject || whole.subject }) }, { onSuccess: ({ contact, failure }) => { if (!failure) finish(contact.id) } })
  }
  const keys = (event: KeyboardEvent) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit() } }
  const close = () => { if (begun(draft) && !save.data) keepDraft(key, draft, new Date()); onClose() }
  const saved = save.data?.contact
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open, type }) => { if (!open && !(type === 'backdropClick' && begun(draft))) close() }}>
      {/* A click beside the form leaves the focus where it was, so that the keys go on working. */}
      <DialogSurface className="jn-dialog" backdrop={{ onMouseDown: (event) => event.preventDefault() }}>
        <form ref={form} onSubmit={submit} onKeyDown={keys} noValidate>
          <DialogBody>
            <DialogTitle>{text.logging.title}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              {kept && !saved && <KeptForm at={kept.at} onResume={() => { setDraft(kept.draft); setChoseClient(true); setKept(null) }} onDrop={() => { dropDraft(key); setKept(null) }} />}
              <LogContactFields draft={whole} set={set} problems={touched ? problems : { subject: false, when: false, minutes: false, details: false }} />
              <div><Button size="small" appearance="subtle" aria-expanded={more} onClick={() => setMore(!more)}>{more ? say.less : say.more}</Button></div>
              {more && <LazyPart><LogMoreFields draft={whole} set={set} touched={touched} /></LazyPart>}
              <Checkbox label={say.nextStep} checked={next !== null} onChange={(_, { checked }) => setNext(checked === true ? firstNextStep(draft.subject) : null)} />
              {next && <NextStepFields value={next} onChange={setNext} />}
              {save.error && <ProblemNotice error={save.error} />}
              {Boolean(save.data?.failure) && <><p role="status">{say.planFailed}</p><ProblemNotice error={save.data?.failure} /></>}
            </DialogContent>
            <DialogActions>
              {saved
                ? <Button appearance="primary" onClick={() => finish(saved.id)}>{say.openIt}</Button>
                : <><Button onClick={close}>{text.logging.discard}</Button><Button type="submit" appearance="primary" title="Ctrl+Enter" disabled={save.isPending}>{text.logging.save}</Button></>}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
