import type { Change, nouns } from '@counterpane/shared/contract/changes'
import { useInfiniteQuery, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { contactCache } from './journal-changes'
import { useSurroundings } from './journal-context'

export type ChangeNoun = (typeof nouns)[number]
const first: string | null = null
/** What else is on screen of a record that was put back, by the keys of its queries. */
const readings: Record<ChangeNoun, readonly string[]> = {
  contact: ['contact', 'contact-calendar'], counterparty: ['counterparty', 'counterparties', 'standing'], person: ['person', 'persons'], task: ['task', 'tasks', 'standing'],
}
const outdate = (queries: QueryClient, keys: readonly string[]) => { for (const key of keys) void queries.invalidateQueries({ queryKey: [key] }) }

/** Who changed what of a record, the newest first. */
export function useChanges(noun: ChangeNoun, id: string) {
  const { call, locale } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['changes', noun, id, locale], initialPageParam: first, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor, staleTime: 0,
    queryFn: ({ pageParam, signal }) => call('listChanges', { query: { noun, id, limit: 20, cursor: pageParam }, signal }),
  })
}

/** What has happened to a record is asked for anew wherever it is shown. */
export function useChangesOutdated() {
  const queries = useQueryClient()
  return () => outdate(queries, ['changes'])
}

/** Takes one change back: the record is read again wherever it is shown, and the list of changes with it. */
export function useUndoChange(noun: ChangeNoun, id: string) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const putBack = async (changeId: string) => {
    const answer = await call('undoChange', { id: changeId })
    // What was planned by the same save went with it, out of every list.
    outdate(queries, ['changes', 'feed', ...readings[noun], ...(answer.undone.length > 1 ? ['contacts', 'strip', 'day', 'standing'] : [])])
    // In the lists it changes where it stands; a reading that fails is made up for by the next one.
    if (noun === 'contact') await call('getContact', { id }).then(contactCache(queries).changed, () => undefined)
    return answer
  }
  return {
    undo: useMutation({ mutationFn: (change: Pick<Change, 'id'>) => putBack(change.id) }),
    /** The newest change of one's own that can be taken back; null when there is none. */
    undoNewest: useMutation({
      mutationFn: async (managerId: string) => {
        const { items } = await call('listChanges', { query: { noun, id, limit: 10 } })
        const mine = items.find((change) => change.manager?.id === managerId && change.canUndo && !change.undone)
        return mine ? putBack(mine.id) : null
      },
    }),
  }
}
