import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ClientPicker } from '../filters/client-picker'
import { ProblemNotice } from '../parts/problem-notice'
import { useClientCleaning } from './cleaning-queries'

interface Props { person: { id: string; name: string }; counterpartyId: string; onDone: (said: { text: string; setId: string }) => void; onClose: () => void }

/** The day begins where its reader is. */
const startOf = (day: string) => { const [year = 0, month = 1, date = 1] = day.split('-').map(Number); return new Date(year, month - 1, date) }

/** Somebody works elsewhere now: where, since when, and what becomes of what is planned. */
export function EmployerForm({ person, counterpartyId, onDone, onClose }: Props) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const [client, setClient] = useState<{ id: string; name: string } | null>(null)
  const [position, setPosition] = useState('')
  const [since, setSince] = useState('')
  const [along, setAlong] = useState(false)
  const { employer } = useClientCleaning(counterpartyId)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const body = { counterpartyId: client?.id ?? null, position: position.trim() || null, ...(since && { at: startOf(since).toISOString() }), open: along && client ? 'move' as const : 'stay' as const }
    employer.mutate({ personId: person.id, body }, { onSuccess: ({ setId, movedContacts, movedTasks }) => onDone({ setId, text: say.changed(person.name, movedContacts, movedTasks) }) })
  }
  return (
    <form className="jn-employer-form" aria-label={say.changeOf(person.name)} onSubmit={save} onKeyDown={(event) => { if (event.key === 'Escape') onClose() }}>
      <Field label={say.newEmployer} hint={say.leaveEmpty}><ClientPicker label={say.newEmployer} placeholder="" chosen={client} onChoose={setClient} autoFocus /></Field>
      <Field label={say.position}><Input value={position} maxLength={1_000} onChange={(_, { value }) => setPosition(value)} /></Field>
      <Field label={say.since}><Input type="date" value={since} onChange={(_, { value }) => setSince(value)} /></Field>
      {client && <Checkbox label={say.along} checked={along} onChange={(_, { checked }) => setAlong(checked === true)} />}
      {employer.error && <ProblemNotice error={employer.error} />}
      <div className="jn-buttons"><Button type="submit" appearance="primary" size="small" disabledFocusable={employer.isPending}>{say.save}</Button><Button size="small" onClick={onClose}>{say.back}</Button></div>
    </form>
  )
}
