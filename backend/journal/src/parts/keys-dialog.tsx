import { listTexts } from '@counterpane/shared/text/list-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { text, locale } = useSurroundings()
  const keys = [
    ['/', text.keys.search], ['n', text.keys.create], ['j', text.keys.down], ['k', text.keys.up], ['Enter', text.keys.open],
    ['e', text.keys.edit], ['Ctrl+Enter', text.save], ['x', listTexts[locale].select.key], ['Esc', text.keys.close], ['?', text.keys.help],
  ] as const
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog-small">
        <DialogBody>
          <DialogTitle>{text.keys.title}</DialogTitle>
          <DialogContent>
            <dl className="jn-keys">{keys.map(([key, name]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{name}</dd></div>)}</dl>
            <p className="jn-quiet">{text.keys.go}</p>
          </DialogContent>
          <DialogActions><Button appearance="primary" onClick={onClose}>{text.close}</Button></DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
