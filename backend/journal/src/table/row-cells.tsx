import type { JournalColumn } from '@counterpane/shared/contract/exports'
import type { JournalRow, MarkRule } from '@counterpane/shared/contract/journal'
import { listTexts } from '@counterpane/shared/text/list-journal'
import { words } from '@counterpane/shared/text/words'
import { ImportantFilled } from '@fluentui/react-icons/svg/important'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { memo } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { DateTime } from '../parts/date-time'
import { MethodMark } from '../parts/method-mark'
import { StatusMark } from '../parts/status-mark'
import { clientPlace, placeHref } from '../view/hash-route'
import type { GridColumn } from './grid-columns'

interface CellProps { row: JournalRow; column: GridColumn; columns: readonly GridColumn[]; tabbable: boolean; mark: MarkRule | null; stray: boolean }
/** Names and texts of which a cell shows the beginning; the whole stands in the tooltip. */
const clipped: ReadonlySet<JournalColumn> = new Set(['counterparty', 'person', 'manager', 'type', 'firm', 'adSource', 'registeredBy', 'source', 'direction', 'priority'])
const twoLines: ReadonlySet<JournalColumn> = new Set(['state', 'result', 'comment'])

export const RowCell = memo(function RowCell({ row, column, columns, tabbable, mark, stray }: CellProps) {
  const { locale } = useSurroundings()
  const { key } = column
  const style = clipped.has(key) ? ' jn-clip' : twoLines.has(key) ? ' jn-two-lines' : ''
  return (
    <div role="gridcell" className={`jn-cell jn-c-${column.mark}${column.number ? ' jn-number' : ''}${style}`} title={titleOf(row, key)}>
      {stray && <span className="jn-stray-word" title={listTexts[locale].stray}>{listTexts[locale].stray}</span>}
      {key === 'subject' ? <Subject row={row} columns={columns} mark={mark} /> : <Value row={row} column={key} tabbable={tabbable} />}
    </div>
  )
})

function titleOf({ counterparty, persons, manager, managers, registeredBy, type, firm, adSource, result, comment }: JournalRow, column: JournalColumn): string | undefined {
  switch (column) {
    case 'counterparty': return counterparty?.name
    case 'person': return persons.map(({ name }) => name).join(', ') || undefined
    case 'manager': return (managers.length > 1 ? managers.map(({ name }) => name).join(', ') : manager?.name) || undefined
    case 'registeredBy': return registeredBy?.name
    case 'type': return type?.name
    case 'firm': return firm?.name
    case 'adSource': return adSource?.name
    case 'result': return result || undefined
    case 'comment': return comment || undefined
    default: return undefined
  }
}

function Value({ row, column, tabbable }: { row: JournalRow; column: Exclude<JournalColumn, 'subject'>; tabbable: boolean }) {
  const { locale } = useSurroundings()
  const say = words[locale]
  switch (column) {
    case 'startsAt': return <ContactTime contact={row} />
    case 'durationMinutes': return row.calendar?.allDay ? '–' : row.durationMinutes ?? '–'
    case 'method': return <MethodMark method={row.method} direction={row.direction} />
    case 'direction': return say.direction[row.direction]
    case 'counterparty': return <Client row={row} tabbable={tabbable} />
    case 'person': return <Several names={row.persons} />
    case 'manager': return row.manager?.name ?? '–'
    case 'result': return row.result || '–'
    case 'state': return say.state[row.state]
    case 'status': return <StatusMark contact={row} />
    case 'priority': return row.priority === 'medium' ? <span className="jn-quiet">{say.priority.medium}</span> : say.priority[row.priority]
    case 'type': return row.type?.name ?? '–'
    case 'firm': return row.firm?.name ?? '–'
    case 'adSource': return row.adSource?.name ?? '–'
    case 'nextAt': return row.nextAt ? <DateTime at={row.nextAt} /> : '–'
    case 'clientClass': return [row.clientClass, row.vip && listTexts[locale].vip].filter(Boolean).join(' · ') || '–'
    case 'registeredBy': return row.registeredBy?.name ?? '–'
    case 'source': return listTexts[locale].source[row.source]
    case 'files': return row.files || '–'
    case 'comment': return row.comment || '–'
    case 'createdAt': return <DateTime at={row.createdAt} />
    case 'updatedAt': return <DateTime at={row.updatedAt} />
  }
}

function Client({ row: { counterparty }, tabbable }: { row: JournalRow; tabbable: boolean }) {
  const { text } = useSurroundings()
  if (!counterparty) return <span className="jn-quiet">{text.list.noClient}</span>
  return <a className="jn-quiet-link" tabIndex={tabbable ? 0 : -1} href={placeHref(clientPlace(counterparty.id))} onClick={(event) => event.stopPropagation()}>{counterparty.name}</a>
}

function Several({ names: [first, ...others] }: { names: readonly { name: string }[] }) {
  const { text } = useSurroundings()
  if (!first) return '–'
  return others.length > 0 ? text.list.andMore(first.name, others.length) : first.name
}

/** The subject, and under it what the contact was for and how it ended, unless these have columns of their own. */
function Subject({ row, columns, mark }: Pick<CellProps, 'row' | 'columns' | 'mark'>) {
  const { text, locale } = useSurroundings()
  const say = listTexts[locale]
  const subject = useSubject()
  const has = (key: JournalColumn) => columns.some((column) => column.key === key)
  const result = has('result') ? '' : row.result
  const goal = has('type') ? null : row.type
  return (
    <>
      <div className="jn-clip jn-subject" title={row.subject || undefined}>
        {row.priority === 'high' && !has('priority') && <span className="jn-important" title={text.list.highPriority}><ImportantFilled aria-hidden="true" /><span className="jn-hidden">{text.list.highPriority}: </span></span>}
        {row.private && <span className="jn-lock" title={say.private}><LockClosed16Regular aria-hidden="true" /><span className="jn-hidden">{say.private}: </span></span>}
        <span className="jn-subject-text">{subject(row)}</span>
      </div>
      {(result || goal || mark) && (
        <div className="jn-clip jn-second" title={[goal?.name, result].filter(Boolean).join(' · ') || undefined}>
          {mark && <span className="jn-mark" title={say.marked(mark.label || say.toneNames[mark.tone])}>{mark.label || say.toneNames[mark.tone]}</span>}
          {goal && <span className="jn-goal">{goal.name}</span>}{result}
        </div>
      )}
    </>
  )
}
