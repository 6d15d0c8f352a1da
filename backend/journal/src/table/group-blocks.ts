import type { RowList } from '../api/row-list'
import type { RowsQuery } from '../api/row-queries'
import type { BlockContent } from './grid-blocks'
import { narrowed, type GroupNode } from './group-tree'

export interface OpenNode { node: GroupNode; query: RowsQuery }
interface Loaded { data: RowList | undefined; error: unknown; refetch: () => unknown }

/** The open groups whose contacts are shown: those of which no smaller ones are made. */
export function openNodes(tree: readonly GroupNode[], paths: ReadonlySet<string>, query: RowsQuery): OpenNode[] {
  return tree.flatMap((node) => {
    if (!paths.has(node.path)) return []
    if (node.children.length > 0) return openNodes(node.children, paths, query)
    const asked = narrowed(query, node.keys)
    return asked ? [{ node, query: asked }] : []
  })
}

/** Heads in their order, each open one followed by its smaller groups or its contacts. */
export function groupBlocks(tree: readonly GroupNode[], paths: ReadonlySet<string>, open: readonly OpenNode[], loaded: readonly Loaded[]): BlockContent[] {
  return tree.flatMap((node): BlockContent[] => {
    const isOpen = paths.has(node.path)
    const head: BlockContent = { kind: 'head', node, isOpen }
    if (!isOpen) return [head]
    if (node.children.length > 0) return [head, ...groupBlocks(node.children, paths, open, loaded)]
    const at = open.findIndex((one) => one.node === node)
    const { data, error, refetch } = loaded[at] ?? { data: undefined, error: null, refetch: () => undefined }
    const query = open[at]?.query
    if (data && query) return [head, { kind: 'rows', query, list: data, level: node.level + 1, parent: node }]
    return [head, { kind: 'note', node, error, canOpen: query !== undefined, retry: () => void refetch() }]
  })
}
