import type { MarkRule } from '@counterpane/shared/contract/journal'
import { rowAt } from '../api/row-list'
import { markOf } from '../marks/mark-of'
import { AbsentRow, ContactRow, type RowProps } from './contact-row'
import { blockAt, type Blocks } from './grid-blocks'
import type { GridColumn } from './grid-columns'
import { GroupHead } from './group-head'
import { GroupNote } from './group-waiting'
import type { Selection } from './use-selection'
import type { Visible } from './visible-rows'

interface Props extends Pick<RowProps, 'onOpen' | 'onFocus' | 'onTick'> {
  blocks: Blocks; visible: Visible; columns: readonly GridColumn[]; marks: readonly MarkRule[]; current: number | null; openId: string | null; selection: Selection; onToggle: (path: string) => void
}

/** The lines that are seen, each where it belongs in the whole height. */
export function GridLines({ blocks, visible: { first, last }, columns, marks, current, openId, selection, onToggle, ...row }: Props) {
  const tabbable = current ?? first
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)
  // The current line is drawn wherever it stands: scrolled out of sight it still holds the focus. The order of lines stays, so that none is moved in the page.
  if (current !== null && current < first) drawn.unshift(current)
  if (current !== null && current >= last) drawn.push(current)
  return (
    <div role="rowgroup" className="jn-rows" style={{ height: blocks.height }}>
      {drawn.map((index) => {
        const block = blockAt(blocks, index)
        if (!block) return null
        const top = block.top + (index - block.start) * block.height
        const place = { index, top, height: block.height }
        if (block.kind === 'head') return <GroupHead key={block.node.path} node={block.node} isOpen={block.isOpen} current={index === tabbable} onToggle={onToggle} onFocus={row.onFocus} {...place} />
        if (block.kind === 'note') return <GroupNote key={`${block.node.path} note`} error={block.error} canOpen={block.canOpen} retry={block.retry} onFocus={row.onFocus} {...place} />
        const contact = rowAt(block.list, index - block.start)
        if (!contact) return <AbsentRow key={`absent ${index}`} onFocus={row.onFocus} {...place} />
        return (
          <ContactRow
            stray={block.list.strays?.includes(contact.id) ?? false} key={`${block.parent?.path ?? ''}${contact.id}`} row={contact} level={block.parent ? block.level : null} columns={columns} current={index === tabbable} open={contact.id === openId}
            ticked={selection.ids.has(contact.id)} mark={markOf(contact, marks)} {...place} {...row}
          />
        )
      })}
    </div>
  )
}
