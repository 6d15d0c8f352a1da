import { ProblemError } from '@counterpane/shared/contract/http-client'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { keepFocus } from '../parts/use-focus-return'
import { go } from '../view/hash-route'
import { useSegmentChanges } from './segment-queries'

/** Asked once more; what still uses the segment is said before it goes. */
export function SegmentRemoval({ id }: { id: string }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const [open, setOpen] = useState(false)
  const { remove } = useSegmentChanges()
  const isUsed = remove.error instanceof ProblemError && remove.error.problem.code === 'conflict'
  const back = useRef<() => void>(undefined)
  const close = () => { setOpen(false); remove.reset(); back.current?.() }
  return (
    <>
      <Button appearance="subtle" onClick={() => { back.current = keepFocus(); setOpen(true) }}>{text.remove}</Button>
      <Dialog open={open} onOpenChange={(_, data) => { if (!data.open) close() }}>
        <DialogSurface className="jn-dialog jn-dialog-small">
          <DialogBody>
            <DialogTitle>{text.removeSure}</DialogTitle>
            <DialogContent className="jn-dialog-content">{remove.error && <ProblemNotice error={remove.error} />}</DialogContent>
            <DialogActions>
              <Button onClick={close}>{text.cancel}</Button>
              <Button appearance="primary" disabledFocusable={remove.isPending} onClick={() => remove.mutate({ id, anyway: isUsed }, { onSuccess: () => go({ page: 'segments', id: null, search: '' }) })}>{isUsed ? text.removeAnyway : text.remove}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  )
}
