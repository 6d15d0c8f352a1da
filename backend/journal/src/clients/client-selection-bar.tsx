import type { ClientSelection } from '@counterpane/shared/contract/client-list'
import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { People16Regular } from '@fluentui/react-icons/svg/people'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { Columns } from '../table/use-columns'
import { useSelectionChanges, useSelections } from './client-list-queries'
import { emptyView, readClientList, selectionOf, type ChangeClientList, type ClientListView } from './client-list-view'

interface Props { view: ClientListView; change: ChangeClientList; columns: Columns }

/** Own and shared selections as tabs; what is on screen can be saved as one. */
export function ClientSelectionBar({ view, change, columns }: Props) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale].selections
  const { data, error } = useSelections()
  const { patch, remove } = useSelectionChanges()
  const [asking, ask] = useState(false)
  const [chosen, choose] = useState<string | null>(null)
  const now = selectionOf(view)
  const list = data?.items ?? []
  const open = list.find(({ id, search }) => id === chosen || (chosen === null && search === now && search !== ''))
  const isChanged = open !== undefined && (open.search !== now || JSON.stringify(open.columns) !== JSON.stringify(columns.columns))
  const apply = (selection: ClientSelection) => {
    choose(selection.id)
    if (selection.columns.length > 0) columns.setColumns(selection.columns)
    change({ ...readClientList(selection.search), at: '' })
  }
  return (
    <nav className="jn-views jn-client-selections" aria-label={say.label}>
      <button type="button" className="jn-view" aria-pressed={now === ''} onClick={() => { choose(null); change(emptyView) }}>{say.all}</button>
      {list.map((one) => (
        <button key={one.id} type="button" className="jn-view" aria-pressed={one.id === open?.id} title={`${one.name}. ${one.shared && !one.mine ? say.by(one.owner?.name ?? '–') : one.shared ? say.shared : say.own}`} onClick={() => apply(one)}>
          {one.shared && <People16Regular aria-hidden="true" />}<span className="jn-clip">{one.name}</span>
        </button>
      ))}
      {open?.mine && isChanged && <Button size="small" disabled={patch.isPending} onClick={() => patch.mutate({ selection: open, body: { search: now, columns: [...columns.columns] } })}>{say.update}</Button>}
      {open?.mine && <Button size="small" appearance="subtle" disabled={remove.isPending} onClick={() => remove.mutate(open, { onSuccess: () => choose(null) })}>{say.remove}</Button>}
      <Button size="small" appearance="subtle" icon={<Add16Regular />} onClick={() => ask(true)}>{say.save}</Button>
      {(error ?? patch.error ?? remove.error) && <ProblemNotice error={error ?? patch.error ?? remove.error} />}
      {asking && <SaveDialog search={now} columns={columns} onClose={() => ask(false)} onSaved={({ id }) => { choose(id); ask(false) }} />}
    </nav>
  )
}

function SaveDialog({ search, columns, onClose, onSaved }: { search: string; columns: Columns; onClose: () => void; onSaved: (selection: ClientSelection) => void }) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale].selections
  const { create } = useSelectionChanges()
  const [name, setName] = useState('')
  const [shared, share] = useState(false)
  const [asked, ask] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(true)
    if (name.trim() !== '' && !create.isPending) create.mutate({ name: name.trim(), shared, search, columns: [...columns.columns] }, { onSuccess: onSaved })
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-dialog-small">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{say.title}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              <Field label={say.name} validationMessage={asked && name.trim() === '' ? say.needName : undefined}><Input autoFocus maxLength={120} value={name} onChange={(_, { value }) => setName(value)} /></Field>
              <Checkbox label={say.shared} checked={shared} onChange={(_, { checked }) => share(checked === true)} />
              {create.error && <ProblemNotice error={create.error} />}
            </DialogContent>
            <DialogActions><Button onClick={onClose}>{say.discard}</Button><Button type="submit" appearance="primary" disabled={create.isPending}>{say.keep}</Button></DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
