import type { ClientRow } from '@counterpane/shared/contract/client-list'
import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { useSurroundings } from '../api/journal-context'
import { ClientCell, titleOfCell } from './client-cells'
import type { ClientGridColumn } from './client-columns'
import type { ClientMark } from './client-marks'

interface Props {
  row: ClientRow; index: number; top: number; height: number; columns: readonly ClientGridColumn[]; mark: ClientMark | null; current: boolean; open: boolean; ticked: boolean
  onAt: () => void; onFocus: () => void; onOpen: () => void; onTick: () => void
}

/** One client: a click puts the client beside the list, a double click opens the card. */
export function ClientLine({ row, index, top, height, columns, mark, current, open, ticked, onAt, onFocus, onOpen, onTick }: Props) {
  const { locale } = useSurroundings()
  return (
    <div
      role="row" aria-rowindex={index + 2} aria-selected={ticked} aria-current={open || undefined} tabIndex={current ? 0 : -1} data-index={index} data-row="" className={`jn-row ${mark ? `jn-marked jn-mark-${mark.tone}` : ''}`} style={{ top, height }}
      onClick={(event) => (event.ctrlKey || event.metaKey ? onTick() : onAt())} onDoubleClick={onOpen} onFocus={onFocus}
    >
      <div role="gridcell" className="jn-c-tick" onClick={(event) => { event.stopPropagation(); onTick() }}><input type="checkbox" checked={ticked} readOnly tabIndex={current ? 0 : -1} aria-label={clientListTexts[locale].pick(row.name)} /></div>
      {columns.map(({ key, number }) => <div key={key} role="gridcell" className={`jn-cell jn-c-${key} ${number ? 'jn-number' : ''} ${key === 'name' ? '' : 'jn-clip'}`} title={titleOfCell(row, key)}><ClientCell row={row} column={key} mark={mark} tabbable={current} /></div>)}
    </div>
  )
}
