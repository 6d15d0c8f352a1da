import type { SavedView } from '@counterpane/shared/contract/journal'
import { viewTexts } from '@counterpane/shared/text/views-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useViewChanges } from '../api/view-queries'
import { ProblemNotice } from '../parts/problem-notice'

/** Says who loses the view before it is deleted. */
export function DeleteViewDialog({ view, onClose, onDeleted }: { view: SavedView; onClose: () => void; onDeleted: () => void }) {
  const { locale } = useSurroundings()
  const text = viewTexts[locale].views
  const { remove } = useViewChanges()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-dialog-small">
        <DialogBody>
          <DialogTitle className="jn-breakable">{text.removeTitle(view.name)}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <p>{view.shared ? text.removeShared : text.removeAdvice}</p>
            {remove.error && <ProblemNotice error={remove.error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text.discard}</Button>
            <Button appearance="primary" disabled={remove.isPending} onClick={() => remove.mutate(view, { onSuccess: onDeleted })}>{text.confirmRemove}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
