import type { JournalRow } from '@counterpane/shared/contract/journal'
import { rowAt, sizeOf, type RowList } from '../api/row-list'
import type { RowsQuery } from '../api/row-queries'
import type { GroupNode } from './group-tree'

/** What stands in the list one under another: heads of groups, stretches of rows, a line that says what a group waits for. */
export type BlockContent =
  | { kind: 'head'; node: GroupNode; isOpen: boolean }
  | { kind: 'rows'; query: RowsQuery; list: RowList; level: number; parent: GroupNode | null }
  | { kind: 'note'; node: GroupNode; error: unknown; canOpen: boolean; retry: () => void }
/** `start` is the index of its first line among all, `top` where that is drawn. */
export type Block = BlockContent & { start: number; count: number; top: number; height: number }
export interface Blocks { all: readonly Block[]; count: number; height: number }

export function layBlocks(contents: readonly BlockContent[], heights: { row: number; head: number }): Blocks {
  let start = 0
  let top = 0
  const all = contents.map((content): Block => {
    const count = content.kind === 'rows' ? sizeOf(content.list) : 1
    const height = content.kind === 'rows' ? heights.row : heights.head
    const block = { ...content, start, count, top, height }
    start += count
    top += count * height
    return block
  })
  return { all, count: start, height: top }
}

/** The last block for which `before` holds; blocks without lines are passed over. */
function find({ all }: Blocks, before: (block: Block) => boolean): Block | undefined {
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const block = all[middle]
    if (block && before(block)) low = middle
    else high = middle - 1
  }
  return all[low]
}
export const blockAt = (blocks: Blocks, index: number) => find(blocks, ({ start, count }) => start <= index && (count > 0 || start < index))
export function indexAt(blocks: Blocks, y: number): number {
  const block = find(blocks, ({ top }) => top <= y)
  return block ? Math.min(block.start + Math.max(0, block.count - 1), block.start + Math.floor((y - block.top) / block.height)) : 0
}
export function topOf(blocks: Blocks, index: number): { top: number; height: number } {
  const block = blockAt(blocks, index)
  return block ? { top: block.top + (index - block.start) * block.height, height: block.height } : { top: 0, height: 0 }
}
export function rowAtIndex(blocks: Blocks, index: number): JournalRow | null {
  const block = blockAt(blocks, index)
  return block?.kind === 'rows' ? rowAt(block.list, index - block.start) : null
}
/** A line by what stands in it, where it stood last; what is not loaded has no key. */
export interface Line { index: number; key: string | null }
const keyOf = (parent: GroupNode | null, { id }: JournalRow) => `${parent?.path ?? ''} row ${id}`
export function lineAt(blocks: Blocks, index: number): Line {
  const block = blockAt(blocks, index)
  if (block?.kind === 'head') return { index, key: `group ${block.node.path}` }
  const row = rowAtIndex(blocks, index)
  return { index, key: block?.kind === 'rows' && row ? keyOf(block.parent, row) : null }
}
/** Where that line stands now; when it is gone, the line in its place. */
export function indexOfLine(blocks: Blocks, { index, key }: Line): number | null {
  if (blocks.count === 0) return null
  const inPlace = Math.min(index, blocks.count - 1)
  const there = lineAt(blocks, inPlace).key
  if (key === null || there === key || (there === null && inPlace === index)) return inPlace
  for (const block of blocks.all) {
    if (block.kind === 'head' && `group ${block.node.path}` === key) return block.start
    if (block.kind !== 'rows') continue
    let at = block.start
    for (const { rows, count } of block.list.pages) {
      const found = rows?.findIndex((row) => keyOf(block.parent, row) === key) ?? -1
      if (found >= 0) return at + found
      at += count
    }
  }
  return inPlace
}
/** Where a contact stands; -1 when it is not among what is loaded. */
export function indexOfRow(blocks: Blocks, id: string): number {
  for (const block of blocks.all) {
    if (block.kind !== 'rows') continue
    let at = block.start
    for (const { rows, count } of block.list.pages) {
      const found = rows?.findIndex((row) => row.id === id) ?? -1
      if (found >= 0) return at + found
      at += count
    }
  }
  return -1
}
