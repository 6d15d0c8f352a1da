import { bulkTexts } from '@counterpane/shared/text/bulk-journal'
import { exportTexts } from '@counterpane/shared/text/export-text'
import { journalTexts } from '@counterpane/shared/text/journal-texts'
import type { AnswerOf } from '@counterpane/shared/contract/http-client'
import { useSurroundings } from '../api/journal-context'
import { filterChips } from '../filters/filter-chips'
import { useFilterNames } from '../filters/filter-names'
import type { Columns } from '../table/use-columns'
import { ownZone, type JournalView } from '../view/journal-view'
import { periodTitle } from '../view/period'
import { exportedColumns } from './use-export'

interface Props { view: JournalView; columns: Columns; count: AnswerOf<'countJournal'> | undefined; chosen: boolean }

/** What will be in the file, before it is made. */
export function ExportFacts({ view, columns, count, chosen }: Props) {
  const { locale } = useSurroundings()
  const text = bulkTexts[locale].exports
  const { nameOf } = useFilterNames(view)
  const now = new Date()
  const names = exportTexts[locale].column
  const nameOfColumn = (key: string) => (key in names ? names[key as keyof typeof names].name : key)
  const down = view.sort.startsWith('-')
  const chips = filterChips(view, { locale, nameOf, now })
  const facts: [string, string][] = [
    [text.size, count ? (count.isExact ? text.rows : text.someRows)(count.count) : text.counting],
    ...(chosen ? [] : [
      [text.period, periodTitle(view, locale, journalTexts[locale].period, now)],
      [text.filters, chips.map(({ words }) => words).join('; ') || text.noFilters],
    ] satisfies [string, string][]),
    [text.order, exportedColumns(columns).map(nameOfColumn).join(', ')],
    [text.sorted, text.sorting(nameOfColumn(view.sort.replace('-', '')), down)],
    [text.zone, ownZone()],
  ]
  return <dl className="jn-export-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="jn-breakable">{value}</dd></div>)}</dl>
}
