import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'

/** Who gets the ticked contacts. */
export function AssignDialog({ count, onClose, onChoose }: { count: number; onClose: () => void; onChoose: (managerId: string) => void }) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].bulk
  const { data } = useManagers()
  const [managerId, setManagerId] = useState('')
  const [asked, ask] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(true)
    if (managerId) onChoose(managerId)
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-dialog-small">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{text.assignTitle(count)}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              <Field label={text.newManager} validationMessage={asked && !managerId ? text.chooseManager : undefined}>
                <Select autoFocus value={managerId} onChange={(_, { value }) => setManagerId(value)}>
                  <option value="">{text.chooseManager}</option>
                  {data?.items.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
                </Select>
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text.discard}</Button>
              <Button type="submit" appearance="primary">{text.confirmAssign}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
