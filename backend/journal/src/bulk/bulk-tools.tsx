import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useBulk } from '../api/bulk-changes'
import { useSurroundings } from '../api/journal-context'
import type { Columns } from '../table/use-columns'
import type { Selection } from '../table/use-selection'
import type { JournalView } from '../view/journal-view'
import { AssignDialog } from './assign-dialog'
import { StateMenu, PostponeMenu } from './bulk-menus'
import { isPlanned, orderOf, type BulkOrder } from './bulk-order'
import { BulkSaid } from './bulk-said'
import { ChosenExport, exportMost } from './chosen-export'
import { PostponeDialog } from './postpone-dialog'

/** Orders for the ticked rows, and what became of the last one. */
export function BulkTools({ selection, view, columns }: { selection: Selection; view: JournalView; columns: Columns }) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].bulk
  const bulk = useBulk()
  const [asking, ask] = useState<'manager' | 'days' | 'date' | 'export' | null>(null)
  const { rows } = selection
  const planned = rows.filter(isPlanned)
  const working = bulk.progress !== null
  const run = (orders: readonly BulkOrder[]) => {
    ask(null)
    selection.set([])
    bulk.undo.reset()
    void bulk.run(orders)
  }
  return (
    <section aria-label={text.label} className="jn-bulk">
      <BulkSaid bulk={bulk} />
      {rows.length > 0 && (
        <div className="jn-bulk-bar">
          <strong role="status">{text.chosen(rows.length)}</strong>
          <Button size="small" disabled={working} onClick={() => ask('manager')}>{text.assign}</Button>
          <StateMenu disabled={working} onChoose={(state) => run(orderOf({ state }, rows))} />
          <PostponeMenu planned={planned.length} all={rows.length} disabled={working} onDays={(postponeDays) => run(orderOf({ postponeDays }, planned))} onAsk={ask} />
          <Button size="small" disabledFocusable={rows.length > exportMost} title={rows.length > exportMost ? text.exportMost(exportMost) : undefined} onClick={() => ask('export')}>{text.exportChosen}</Button>
          <Button size="small" appearance="transparent" onClick={() => selection.set([])}>{text.clear}</Button>
        </div>
      )}
      {asking === 'manager' && rows.length > 0 && <AssignDialog count={rows.length} onClose={() => ask(null)} onChoose={(managerId) => run(orderOf({ managerId }, rows))} />}
      {asking === 'export' && rows.length > 0 && <ChosenExport ids={rows.map(({ id }) => id)} view={view} columns={columns} onClose={() => ask(null)} />}
      {(asking === 'days' || asking === 'date') && planned.length > 0 && <PostponeDialog rows={planned} to={asking} onClose={() => ask(null)} onChoose={run} />}
    </section>
  )
}
