import { listTexts } from '@counterpane/shared/text/list-journal'
import { useSurroundings } from '../api/journal-context'
import { SumCells } from './group-head'
import type { Sums } from './group-tree'

/** All groups together; it stays in sight at the lower end. */
export function TotalLine({ sums }: { sums: Sums }) {
  const { locale } = useSurroundings()
  return (
    <div role="rowgroup" className="jn-total">
      <div role="row" className="jn-group">
        <div role="rowheader" className="jn-group-name">{listTexts[locale].group.total}</div>
        <SumCells sums={sums} />
      </div>
    </div>
  )
}
