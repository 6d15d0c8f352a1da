import type { ImportDetails } from '@counterpane/shared/contract/imports'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { go } from '../view/hash-route'
import type { useImportSteps } from './import-queries'

/** What can be done with it next. */
export function ImportSteps({ details: { state, total, counts }, steps: { step, remove, map } }: { details: ImportDetails; steps: ReturnType<typeof useImportSteps> }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  const [asking, setAsking] = useState<'undo' | 'remove' | null>(null)
  const idle = !step.isPending && !map.isPending
  const isOpen = state === 'uploaded' || state === 'checked'
  const mayUndo = (state === 'done' || state === 'stopped' || state === 'failed') && counts.created + counts.updated > 0
  const close = () => setAsking(null)
  return (
    <div className="jn-import-steps">
      {isOpen && (
        <div className="jn-buttons">
          <Button appearance={state === 'checked' ? 'secondary' : 'primary'} disabled={!idle} onClick={() => step.mutate('checkImport')}>{state === 'checked' ? text.checkAgain : text.check}</Button>
          <Button appearance={state === 'checked' ? 'primary' : 'secondary'} disabled={!idle} onClick={() => step.mutate('runImport')}>{text.run(state === 'checked' ? total : null)}</Button>
          <Button appearance="subtle" disabled={!idle} onClick={() => setAsking('remove')}>{text.remove}</Button>
        </div>
      )}
      {state === 'uploaded' && <p className="jn-quiet">{text.checkAdvice}</p>}
      {mayUndo && <div className="jn-buttons"><Button disabled={!idle} onClick={() => setAsking('undo')}>{text.undo}</Button></div>}
      {asking === 'undo' && <Confirm words={text.undoDialog} error={step.error} busy={step.isPending} onClose={close} onConfirm={() => step.mutate('undoImport', { onSuccess: close })} />}
      {asking === 'remove' && <Confirm words={text.removeDialog} error={remove.error} busy={remove.isPending} onClose={close} onConfirm={() => remove.mutate(undefined, { onSuccess: () => go({ page: 'imports', id: null }) })} />}
    </div>
  )
}

interface ConfirmProps { words: { title: string; advice: string; left?: string; confirm: string; close: string }; error: unknown; busy: boolean; onClose: () => void; onConfirm: () => void }
function Confirm({ words, error, busy, onClose, onConfirm }: ConfirmProps) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-dialog-small">
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <p>{words.advice}</p>
            {words.left && <p>{words.left}</p>}
            {error !== null && <ProblemNotice error={error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.close}</Button>
            <Button appearance="primary" disabled={busy} onClick={onConfirm}>{words.confirm}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
