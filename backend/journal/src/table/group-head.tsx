import { listTexts } from '@counterpane/shared/text/list-journal'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { memo } from 'react'
import { useSurroundings } from '../api/journal-context'
import { groupName } from './group-names'
import type { GroupNode, Sums } from './group-tree'

interface Props { node: GroupNode; isOpen: boolean; index: number; top: number; height: number; current: boolean; onToggle: (path: string) => void; onFocus: (index: number) => void }

/** The head of a group: its name, how much is in it, and how that divides. It opens to its contacts. */
export const GroupHead = memo(function GroupHead({ node, isOpen, index, top, height, current, onToggle, onFocus }: Props) {
  const { locale } = useSurroundings()
  const { path, level, sums, by } = node
  const name = groupName(node, locale)
  return (
    <div
      role="row" aria-level={level} aria-expanded={isOpen} aria-rowindex={index + 2} tabIndex={current ? 0 : -1} data-index={index} data-group={path} className={`jn-row jn-group jn-group-${level}`} style={{ top, height }}
      onClick={() => onToggle(path)} onFocus={() => onFocus(index)}
    >
      <div role="rowheader" className="jn-group-name">
        {isOpen ? <ChevronDown16Regular aria-hidden="true" /> : <ChevronRight16Regular aria-hidden="true" />}
        <span className="jn-clip" title={`${listTexts[locale].group.grouping[by]}: ${name}`}>{name}</span>
      </div>
      <SumCells sums={sums} />
    </div>
  )
})

/** Numbers with their words, each in a place of its own, so that groups compare at a glance. */
export function SumCells({ sums }: { sums: Sums }) {
  const { locale } = useSurroundings()
  const { group: text, count: { exactly } } = listTexts[locale]
  const parts = [['held', sums.held, text.held], ['planned', sums.planned, text.planned], ['overdue', sums.overdue, text.overdue], ['cancelled', sums.cancelled, text.cancelled]] as const
  return (
    <>
      <div role="gridcell" className="jn-sum jn-sum-count">{text.contacts(sums.count)}</div>
      {parts.map(([kind, count, word]) => (
        <div key={kind} role="gridcell" className={`jn-sum jn-sum-${kind}`} data-none={count === 0 || undefined}><span className="jn-sum-word">{word}</span> {exactly(count)}</div>
      ))}
      <div role="gridcell" className="jn-sum jn-sum-time">{text.time(sums.minutes)}</div>
    </>
  )
}
