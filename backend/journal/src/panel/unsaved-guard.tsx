import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { createContext, useContext, useLayoutEffect } from 'react'
import { useSurroundings } from '../api/journal-context'

/** Tells the panel whether a form in it holds words that are not saved. */
export const UnsavedContext = createContext<(dirty: boolean) => void>(() => undefined)

export function useUnsaved(dirty: boolean): void {
  const tell = useContext(UnsavedContext)
  // At once: a key pressed right after the last letter must find it known.
  useLayoutEffect(() => {
    tell(dirty)
    if (!dirty) return
    // The window itself asks in its own words before it is closed.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      tell(false)
    }
  }, [dirty, tell])
}

/** Asks before what was changed is lost. */
export function UnsavedQuestion({ subject, onKeep, onDiscard }: { subject: string; onKeep: () => void; onDiscard: () => void }) {
  const { locale } = useSurroundings()
  const say = panelTexts[locale].unsaved
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open) onKeep() }}>
      <DialogSurface className="jn-dialog-small">
        <DialogBody>
          <DialogTitle>{say.title}</DialogTitle>
          <DialogContent className="jn-breakable">{say.advice(subject.length > 120 ? `${subject.slice(0, 120)}…` : subject)}</DialogContent>
          <DialogActions>
            <Button onClick={onDiscard}>{say.discard}</Button>
            <Button appearance="primary" autoFocus onClick={onKeep}>{say.keep}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
