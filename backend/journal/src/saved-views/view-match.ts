import type { SavedView } from '@counterpane/shared/contract/journal'
import type { Marks } from '../marks/use-marks'
import type { Columns } from '../table/use-columns'
import { readView, writeView, type JournalView } from '../view/journal-view'

/** What a saved view keeps of the screen. */
export type ViewContent = Pick<SavedView, 'search' | 'columns' | 'marks'>
export const contentOf = (view: JournalView, { columns }: Columns, { marks }: Marks): ViewContent => ({ search: writeView(view), columns: [...columns], marks: [...marks] })

/** A view whose period moves with the calendar is still the same one a week earlier: that is looking around, not changing it. */
function sameSearch(saved: string, now: string): boolean {
  const [kept, shown] = [readView(saved), readView(now)]
  return writeView(kept) === writeView(kept.at === '' ? { ...shown, at: '' } : shown)
}
/** The order of a rule's own fields says nothing. */
const rulesText = (marks: ViewContent['marks']) => JSON.stringify(marks.map(({ column, values, tone, label }) => [column, values, tone, label]))
const columnsText = (columns: ViewContent['columns']) => JSON.stringify(columns.map(({ key, width }) => [key, width]))

/** Whether the screen shows what the view keeps. A view without columns takes any. */
export const isAsSaved = (saved: ViewContent, now: ViewContent) =>
  sameSearch(saved.search, now.search) && (saved.columns.length === 0 || columnsText(saved.columns) === columnsText(now.columns)) && rulesText(saved.marks) === rulesText(now.marks)

/** The view that is open: the one that was chosen, unless the screen shows exactly another. */
export function openViewOf(views: readonly SavedView[], chosenId: string | null, now: ViewContent): { open: SavedView | null; changed: boolean } {
  const chosen = views.find(({ id }) => id === chosenId) ?? null
  if (chosen && isAsSaved(chosen, now)) return { open: chosen, changed: false }
  const other = views.find((view) => isAsSaved(view, now))
  if (other) return { open: other, changed: false }
  return { open: chosen, changed: chosen !== null }
}
