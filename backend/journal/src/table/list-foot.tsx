import { listTexts } from '@counterpane/shared/text/list-journal'
import { useSurroundings } from '../api/journal-context'
import { useCount } from '../api/row-queries'
import { SightNote } from '../parts/sight-note'
import type { FiltersQuery } from '../view/journal-view'
import type { JournalData } from './use-journal-data'

/** "1–100 of 12,480 · 3 selected": how much of the list is here. */
export function ListFoot({ data, filters, selected }: { data: JournalData; filters: FiltersQuery; selected: number }) {
  const { text, locale } = useSurroundings()
  const say = listTexts[locale].count
  // Of a list that is all here one knows how many there are.
  const count = useCount(filters, data.isThere && !data.isGrouped && data.hasMore)
  const total = count.data ? (count.data.isExact ? say.exactly(count.data.count) : say.more(count.data.count)) : null
  const words = data.isGrouped ? say.all(data.total?.count ?? 0) : !data.hasMore ? say.all(data.fitting) : total === null ? say.loaded(data.shown) : say.of(data.shown, total)
  return (
    <footer className="jn-foot">
      <span role="status">{data.isThere && [words, selected > 0 && say.selected(selected)].filter(Boolean).join(' · ')}</span>
      <SightNote />
      <span className="jn-only-wide">{text.list.keysHint}</span>
    </footer>
  )
}
