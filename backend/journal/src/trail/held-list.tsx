import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { useSurroundings } from '../api/journal-context'

/** How many rows of what. */
export function HeldList({ counts }: { counts: Readonly<Record<string, number>> }) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].person
  const known = Object.entries(counts)
  if (known.length === 0) return <p className="jn-quiet">{text.nothingHeld}</p>
  return <dl className="jn-held">{known.map(([table, count]) => <div key={table}><dt>{text.tables[table] ?? table}</dt><dd>{count.toLocaleString(locale)}</dd></div>)}</dl>
}
