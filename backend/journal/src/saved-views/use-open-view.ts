import type { SavedView } from '@counterpane/shared/contract/journal'
import { useState } from 'react'
import { readMarks } from '../marks/kept-marks'
import type { Marks } from '../marks/use-marks'
import type { Columns } from '../table/use-columns'
import type { ChangeView } from '../view/hash-route'
import { readView, type JournalView } from '../view/journal-view'
import { contentOf, openViewOf, type ViewContent } from './view-match'

export interface OnScreen { view: JournalView; change: ChangeView; columns: Columns; marks: Marks }
/** Of this tab: which view was chosen, and what stood on screen before the first one was. */
const keys = { chosen: 'counterpane.journal.open-view', before: 'counterpane.journal.before-views' } as const
function read(key: keyof typeof keys): string | null {
  try { return sessionStorage.getItem(keys[key]) } catch { return null }
}
function write(key: keyof typeof keys, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(keys[key])
    else sessionStorage.setItem(keys[key], value)
  } catch { /* nothing depends on it */ }
}
export const forgetOpenView = () => { for (const key of ['chosen', 'before'] as const) write(key, null) }
function readContent(text: string | null): ViewContent | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<ViewContent> | null
    return kept && typeof kept.search === 'string' ? { search: kept.search, columns: Array.isArray(kept.columns) ? kept.columns : [], marks: readMarks(JSON.stringify(kept.marks ?? [])) } : null
  } catch { return null }
}

/** Which saved view is open, whether the screen has gone away from it, and the ways between them. */
export function useOpenView({ view, change, columns, marks }: OnScreen, views: readonly SavedView[]) {
  const [chosenId, choose] = useState(() => read('chosen'))
  const now = contentOf(view, columns, marks)
  const { open, changed } = openViewOf(views, chosenId, now)
  const remember = (id: string | null) => {
    choose(id)
    write('chosen', id)
  }
  const show = (content: ViewContent) => {
    columns.setColumns(content.columns)
    marks.setMarks(readMarks(JSON.stringify(content.marks)))
    change(readView(content.search))
  }
  return {
    open, changed, now, remember,
    apply(saved: SavedView) {
      if (!open) write('before', JSON.stringify(now))
      remember(saved.id)
      show(saved)
    },
    leave() {
      const before = readContent(read('before'))
      remember(null)
      write('before', null)
      show(before ?? { search: 'period=day', columns: [], marks: [] })
    },
  }
}
export type OpenView = ReturnType<typeof useOpenView>
