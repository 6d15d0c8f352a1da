import type { ManagedManager } from '@counterpane/shared/contract/administration'
import { ProblemError } from '@counterpane/shared/contract/http-client'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { UnsavedQuestion, useUnsaved } from '../panel/unsaved-guard'
import { ProblemNotice } from '../parts/problem-notice'
import { useFocusReturn } from '../parts/use-focus-return'
import { useManagerChanges } from './administration-queries'
import { bodyOf, draftOf, emptyDraft, isSameDraft } from './manager-draft'
import { ManagerFields } from './manager-fields'
import { ManagerStale } from './manager-stale'

interface Props { manager?: ManagedManager; onClose: () => void; onSaved: (manager: ManagedManager) => void }

/** Somebody new, or what changes of somebody who is there. `manager` stays the newest; what was seen when one began is kept. */
export function ManagerDialog({ manager, onClose, onSaved }: Props) {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const { create, patch } = useManagerChanges()
  useFocusReturn()
  const [seen, see] = useState(manager)
  const [draft, setDraft] = useState(() => (manager ? draftOf(manager) : emptyDraft))
  const [touched, touch] = useState(false)
  const [asking, ask] = useState(false)
  const dirty = !isSameDraft(draft, seen ? draftOf(seen) : emptyDraft)
  useUnsaved(dirty)
  const busy = create.isPending || patch.isPending
  const isStale = patch.error instanceof ProblemError && patch.error.problem.code === 'stale'
  const save = (over: ManagedManager | undefined) => {
    touch(true)
    if (busy || !draft.name.trim() || !draft.main.trim()) return
    if (over) patch.mutate({ manager: over, body: bodyOf(draft) }, { onSuccess: onSaved })
    else create.mutate(bodyOf(draft), { onSuccess: onSaved })
  }
  const submit = (event: FormEvent) => { event.preventDefault(); save(seen) }
  const leave = () => (dirty ? ask(true) : onClose())
  const newer = manager && seen && manager.etag !== seen.etag ? manager : null
  return (
    <Dialog open onOpenChange={(_, { open, type }) => { if (!open && type !== 'backdropClick') leave() }}>
      <DialogSurface className="jn-dialog">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle className="jn-breakable">{manager ? text.form.edit(manager.name) : text.form.create}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              {isStale && newer && seen ? (
                <ManagerStale mine={draft} newer={draftOf(newer)} busy={busy} onMine={() => { see(newer); save(newer) }} onTheirs={() => { see(newer); setDraft(draftOf(newer)); patch.reset() }} />
              ) : <ManagerFields draft={draft} touched={touched} onChange={(part) => setDraft((old) => ({ ...old, ...part }))} />}
              {!isStale && (create.error ?? patch.error) && <ProblemNotice error={create.error ?? patch.error} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={leave}>{text.close}</Button>
              {!(isStale && newer) && <Button type="submit" appearance="primary" disabledFocusable={busy || (Boolean(manager) && !dirty)}>{text.save}</Button>}
            </DialogActions>
          </DialogBody>
        </form>
        {asking && <UnsavedQuestion subject={draft.name} onKeep={() => ask(false)} onDiscard={onClose} />}
      </DialogSurface>
    </Dialog>
  )
}
