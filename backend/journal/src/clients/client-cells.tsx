import type { ClientColumn, ClientRow } from '@counterpane/shared/contract/client-list'
import { clientListTexts, type ClientListWords } from '@counterpane/shared/text/client-list-journal'
import { Star16Filled } from '@fluentui/react-icons/svg/star'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { MethodIcon } from '@counterpane/shared/ui/method-icon'
import { clientPlace, placeHref } from '../view/hash-route'
import type { ClientMark } from './client-marks'

interface Props { row: ClientRow; column: ClientColumn; mark: ClientMark | null; tabbable: boolean }

/** What one cell of a client's row shows. */
export function ClientCell({ row, column, mark, tabbable }: Props) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale]
  switch (column) {
    case 'name': return (
      <>
        <div className="jn-clip jn-subject" title={row.name}>
          {row.vip && <span className="jn-vip" title={say.vip}><Star16Filled aria-hidden="true" /><span className="jn-hidden">{say.vip}: </span></span>}
          <a className="jn-quiet-link" dir="auto" tabIndex={tabbable ? 0 : -1} href={placeHref(clientPlace(row.id))} onClick={(event) => event.stopPropagation()}>{row.name}</a>
        </div>
        {(mark || row.reach) && <div className="jn-clip jn-second">{mark && <span className="jn-mark">{markWords(mark, say)}</span>}{row.reach}</div>}
      </>
    )
    case 'class': return row.class ?? '–'
    case 'kind': return say.kinds[row.kind] ?? row.kind
    case 'manager': return row.manager?.name ?? '–'
    case 'lastHeldAt': return row.lastHeldAt ? <DateTime at={row.lastHeldAt} clock={false} /> : <span className="jn-quiet">{say.never}</span>
    case 'next': return row.next
      ? <span className={`jn-client-next ${row.next.overdue ? 'jn-late' : ''}`}><MethodIcon method={row.next.method} className="jn-method-icon" /><DateTime at={row.next.at} clock={false} />{row.next.overdue && <span> · {say.late}</span>}</span>
      : <span className="jn-quiet">{say.noNext}</span>
    case 'openTasks': return row.openTasks || '–'
    case 'people': return row.people || '–'
    case 'adSource': return row.adSource?.name ?? '–'
    case 'createdAt': return <DateTime at={row.createdAt} clock={false} />
    default: return row[column] ?? '–'
  }
}

export function markWords({ kind, value, label }: ClientMark, { marks: say }: ClientListWords): string {
  if (label) return label
  return kind === 'silent' ? say.silentWord(value) : kind === 'class' ? say.classWord(value) : kind === 'vip' ? say.vipWord : say.overdueWord
}
export function titleOfCell(row: ClientRow, column: ClientColumn): string | undefined {
  if (column === 'manager') return row.manager?.name
  return column === 'industry' || column === 'region' || column === 'status' || column === 'reach' || column === 'turnover' ? row[column] ?? undefined : undefined
}
