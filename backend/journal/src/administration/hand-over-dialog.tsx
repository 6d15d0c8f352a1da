import type { ManagedManager } from '@counterpane/shared/contract/administration'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { useFocusReturn } from '../parts/use-focus-return'
import { useAllManagers, useManagerChanges } from './administration-queries'

interface Props { manager: ManagedManager; onClose: () => void; onDone: (said: string, setId: string | null) => void }
const kinds = ['clients', 'plans', 'tasks'] as const

/** What somebody has open, to one other manager. */
export function HandOverDialog({ manager, onClose, onDone }: Props) {
  const { locale } = useSurroundings()
  const { giving: text, close } = administrationTexts[locale]
  const { data } = useAllManagers()
  const { handOver } = useManagerChanges()
  useFocusReturn()
  const [toId, choose] = useState('')
  const [touched, touch] = useState(false)
  const [wanted, want] = useState({ clients: true, plans: true, tasks: true })
  const there = kinds.filter((kind) => manager[kind] > 0)
  const others = data?.filter(({ id, active }) => active && id !== manager.id) ?? []
  const asked = Object.fromEntries(kinds.map((kind) => [kind, there.includes(kind) && wanted[kind]])) as typeof wanted
  const isSome = kinds.some((kind) => asked[kind])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    touch(true)
    if (!toId || !isSome || handOver.isPending) return
    handOver.mutate({ id: manager.id, body: { toId, ...asked } }, {
      onSuccess: ({ clients, plans, tasks, left, setId }) => onDone([text.done(clients + plans + tasks, others.find(({ id }) => id === toId)?.name ?? ''), left > 0 ? text.left(left) : ''].filter(Boolean).join(' '), setId),
    })
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle className="jn-breakable">{text.title(manager.name)}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              <p>{there.length > 0 ? text.advice : text.nothing}</p>
              {there.map((kind) => <Checkbox key={kind} checked={wanted[kind]} label={text[kind](manager[kind])} onChange={(_, { checked }) => want((old) => ({ ...old, [kind]: checked === true }))} />)}
              <Field label={text.to} required validationMessage={touched && !toId ? text.needTo : undefined}>
                <Select value={toId} onChange={(_, { value }) => choose(value)}><option value="">{text.choose}</option>{others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</Select>
              </Field>
              {handOver.error && <ProblemNotice error={handOver.error} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{close}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={handOver.isPending || !isSome}>{handOver.isPending ? text.busy : text.confirm}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
