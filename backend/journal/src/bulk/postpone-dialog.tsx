import type { JournalRow } from '@counterpane/shared/contract/journal'
import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { orderOf, ordersToDate, type BulkOrder } from './bulk-order'

interface Props { rows: readonly JournalRow[]; to: 'days' | 'date'; onClose: () => void; onChoose: (orders: BulkOrder[]) => void }

/** By so many days, or to one date. */
export function PostponeDialog({ rows, to, onClose, onChoose }: Props) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].bulk
  const [typed, type] = useState('')
  const [asked, ask] = useState(false)
  const days = /^[-−]?\d{1,4}$/.test(typed.trim()) ? Number(typed.trim().replace('−', '-')) : 0
  const orders = to === 'date' ? ordersToDate(typed, rows) : days !== 0 && Math.abs(days) <= 3_650 ? orderOf({ postponeDays: days }, rows) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(true)
    if (orders) onChoose(orders)
  }
  const problem = asked && !orders ? (to === 'date' ? text.badDate : text.badDays) : undefined
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DialogSurface className="jn-dialog jn-dialog-small">
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{text.postponeTitle(rows.length)}</DialogTitle>
            <DialogContent className="jn-dialog-content">
              <Field label={to === 'date' ? text.date : text.days} hint={to === 'date' ? text.dateHint : text.daysHint} validationMessage={problem}>
                <Input autoFocus type={to === 'date' ? 'date' : 'text'} value={typed} onChange={(_, { value }) => type(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text.discard}</Button>
              <Button type="submit" appearance="primary">{text.confirmPostpone}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
