import type { SavedView } from '@counterpane/shared/contract/journal'
import { journalTexts } from '@counterpane/shared/text/journal-texts'
import { viewTexts } from '@counterpane/shared/text/views-journal'
import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useViewChanges } from '../api/view-queries'
import { ProblemNotice } from '../parts/problem-notice'
import type { JournalView } from '../view/journal-view'
import { periodTitle } from '../view/period'
import type { ViewContent } from './view-match'

interface Props { view: JournalView; now: ViewContent; renamed: SavedView | null; onClose: () => void; onSaved: (view: SavedView) => void }
const longest = 120

/** A name for what is on screen, and who may use it; or another name for a view that exists. */
export function ViewDialog({ view, now, renamed, onClose, onSaved }: Props) {
  const { locale } = useSurroundings()
  const text = viewTexts[locale].views
  const { create, patch } = useViewChanges()
  const [name, setName] = useState(renamed?.name ?? '')
  const [shared, share] = useState(renamed?.shared ?? false)
  const [asked, ask] = useState(false)
  const waiting = create.isPending || patch.isPending
  const problem = name.trim() === '' ? text.needName : name.trim().length > longest ? text.tooLong : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(true)
    if (problem || waiting) return
    if (renamed) patch.mutate({ view: renamed, body: { name: name.trim(), shared } }, { onSuccess: onSaved })
    else create.mutate({ name: name.trim(), shared, search: now.search, columns: now.columns, marks: now.marks }, { onSuccess: onSaved })
  }
  const title = periodTitle(view, locale, journalTexts[locale].period, new Date())
  const moves = view.period === 'range' || (view.at !== '' && view.period !== 'all') ? text.fixed(title) : text.moving(text.periods[view.period])
  const error = create.error ?? patch.error
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-dialog-small">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{renamed ? text.renameTitle : text.saveTitle}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              <Field label={text.name} validationMessage={asked && problem ? problem : undefined}><Input autoFocus value={name} onChange={(_, { value }) => setName(value)} /></Field>
              <Checkbox label={text.sharedChoice} checked={shared} onChange={(_, { checked }) => share(checked === true)} />
              {!renamed && <p className="jn-quiet">{text.keeps} {view.period === 'all' ? '' : moves}</p>}
              {error && <ProblemNotice error={error} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text.discard}</Button>
              <Button type="submit" appearance="primary" disabled={waiting}>{text.save}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
