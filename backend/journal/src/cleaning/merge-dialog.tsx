import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useFocusReturn } from '../parts/use-focus-return'

/** Says once more who goes and who stays. */
export function MergeDialog({ goes, stays, busy, onClose, onMerge }: { goes: string; stays: string; busy: boolean; onClose: () => void; onMerge: () => void }) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  useFocusReturn()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog">
        <DialogBody>
          <DialogTitle className="jn-breakable">{say.confirm(goes, stays)}</DialogTitle>
          <DialogContent className="jn-dialog-content"><p>{say.confirmText}</p></DialogContent>
          <DialogActions>
            <Button disabledFocusable={busy} onClick={onClose}>{say.back}</Button>
            <Button appearance="primary" disabledFocusable={busy} onClick={onMerge}>{busy ? say.merging : say.merge}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
