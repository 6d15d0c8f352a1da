import type { AnswerOf } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { rowsKey, rowsOptions, useMoreRows, useRows, type RowsQuery } from '../api/row-queries'
import type { Reading } from '../api/row-refresh'
import { sizeOf, straysIn, type RowList } from '../api/row-list'
import { groupsQuery, type JournalView } from '../view/journal-view'
import { groupBlocks, openNodes } from './group-blocks'
import { groupTree } from './group-tree'
import type { BlockContent } from './grid-blocks'

const noBlocks: readonly BlockContent[] = []

/** What the list is made of: rows, or groups with the rows of those that are open. */
export function useJournalData({ view, query, today, live }: { view: JournalView; query: RowsQuery; today: Date; live: boolean }) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const isGrouped = view.group.length > 0
  const seen = useRef({ atTop: true, ranges: new Map<string, readonly [number, number]>() })
  const readingOf = (of: RowsQuery): Reading => {
    const [first, last] = seen.current.ranges.get(JSON.stringify(of)) ?? [0, 0]
    return { atTop: seen.current.atTop, first, last }
  }
  const flat = useRows(query, { enabled: !isGrouped, live, reading: () => readingOf(query) })

  const asked = useMemo(() => groupsQuery(view, today), [view, today])
  const groups = useQuery({
    queryKey: ['contacts', 'groups', asked], enabled: isGrouped, placeholderData: keepPreviousData, refetchInterval: live ? false : 60_000,
    queryFn: ({ signal }) => call('journalGroups', { query: { ...asked }, signal }),
  })
  // While another grouping is on its way the old groups stand, and keep the columns they were made of.
  const answer = useAnswered(groups.data, asked.by)
  const tree = useMemo(() => (isGrouped && answer ? groupTree(answer.data, answer.by) : []), [isGrouped, answer])
  const [openPaths, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((path: string) => setOpen((old) => {
    const next = new Set(old)
    if (!next.delete(path)) next.add(path)
    return next
  }), [])
  const open = useMemo(() => openNodes(tree, openPaths, query), [tree, openPaths, query])
  const lists = useQueries({ queries: open.map(({ query: of }) => ({ ...rowsOptions({ call, queries }, of, () => readingOf(of)), refetchInterval: live ? false as const : 30_000 })), combine: combined })
  const contents = useMemo((): readonly BlockContent[] => {
    if (isGrouped) return groupBlocks(tree, openPaths, open, lists)
    return flat.data ? [{ kind: 'rows', query, list: flat.data, level: 1, parent: null }] : noBlocks
  }, [isGrouped, tree, openPaths, open, lists, flat.data, query])
  const loaded = useMemo(() => contents.flatMap((block) => (block.kind === 'rows' ? [block.list] : [])), [contents])

  const more = useMoreRows()
  const { need } = more
  const arrived = isGrouped ? 0 : flat.data?.arrived.length ?? 0
  const placeholder = flat.isPlaceholderData
  const watcher = useMemo(() => ({
    onSeen: (of: RowsQuery, list: RowList, first: number, last: number) => {
      seen.current.ranges.set(JSON.stringify(of), [first, last])
      if (!placeholder) need(of, list, first, last)
    },
    onTop: (atTop: boolean) => {
      seen.current.atTop = atTop
      if (atTop && arrived > 0) void queries.invalidateQueries({ queryKey: rowsKey })
    },
  }), [need, placeholder, arrived, queries])
  const main = isGrouped ? groups : flat
  const shown = loaded.reduce((sum, list) => sum + sizeOf(list), 0)
  const strays = useMemo(() => loaded.reduce((sum, list) => sum + straysIn(list), 0), [loaded])
  return {
    contents, loaded, watcher, toggle, arrived, isGrouped, total: isGrouped ? answer?.data.total ?? null : null, isPartly: isGrouped && answer?.data.isWhole === false,
    shown, fitting: shown - strays, hasMore: loaded.some(({ next }) => next !== null), isLoadingMore: more.loading > 0,
    error: main.error ?? more.error, retry: () => { more.retry(); void main.refetch() }, isPending: main.isPending, isPlaceholder: main.isPlaceholderData, isThere: main.data !== undefined && !main.isPlaceholderData, updatedAt: main.dataUpdatedAt, isEmpty: main.data !== undefined && shown === 0 && !contents.some(({ kind }) => kind === 'head'),
  }
}
export type JournalData = ReturnType<typeof useJournalData>

/** The last answer with the question it answers. */
function useAnswered(data: AnswerOf<'journalGroups'> | undefined, by: JournalView['group']) {
  const last = useRef<{ data: AnswerOf<'journalGroups'>; by: JournalView['group'] } | null>(null)
  const width = data?.groups[0]?.keys.length
  return useMemo(() => {
    if (data && data !== last.current?.data && (width === undefined || width === by.length)) last.current = { data, by }
    return last.current
  }, [data, by, width])
}
const combined = (results: readonly { data: RowList | undefined; error: unknown; refetch: () => unknown }[]) => results.map(({ data, error, refetch }) => ({ data, error, refetch }))
