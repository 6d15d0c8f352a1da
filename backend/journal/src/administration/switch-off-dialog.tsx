import type { ManagedManager } from '@counterpane/shared/contract/administration'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { useFocusReturn } from '../parts/use-focus-return'
import { useManagerChanges } from './administration-queries'
import { hasLoad } from './manager-line'

/** Says what ends and what stays; what is open is offered to somebody else right after. */
export function SwitchOffDialog({ manager, onClose, onDone }: { manager: ManagedManager; onClose: () => void; onDone: (hasLoad: boolean) => void }) {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const { patch } = useManagerChanges()
  useFocusReturn()
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog">
        <DialogBody>
          <DialogTitle className="jn-breakable">{text.switching.title(manager.name)}</DialogTitle>
          <DialogContent className="jn-dialog-content">
            <p>{text.switching.advice}</p>
            {hasLoad(manager) && <p>{text.switching.load(text.managers.load(manager.clients, manager.plans, manager.tasks))}</p>}
            {patch.error && <ProblemNotice error={patch.error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text.close}</Button>
            <Button appearance="primary" disabledFocusable={patch.isPending} onClick={() => patch.mutate({ manager, body: { active: false } }, { onSuccess: () => onDone(hasLoad(manager)) })}>{text.switching.confirm}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
