import { lazy, useState } from 'react'
import { LazyPart } from '../parts/lazy-part'
import type { Columns } from '../table/use-columns'
import type { Selection } from '../table/use-selection'
import type { JournalView } from '../view/journal-view'

const BulkTools = lazy(() => import('./bulk-tools').then(({ BulkTools: tools }) => ({ default: tools })))

/** What can be done with the ticked rows; loaded with the first tick, and there until the page is left, with what it has to say. */
export function BulkBar({ selection, view, columns }: { selection: Selection; view: JournalView; columns: Columns }) {
  const [wanted, want] = useState(false)
  if (selection.ids.size > 0 && !wanted) want(true)
  return wanted ? <LazyPart lines={0}><BulkTools selection={selection} view={view} columns={columns} /></LazyPart> : null
}
