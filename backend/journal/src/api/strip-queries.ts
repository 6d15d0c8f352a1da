import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { JournalView } from '../view/journal-view'
import { useSurroundings } from './journal-context'

/** What was forgotten by the managers and teams chosen. Whatever is changed here counts it anew; what others change shows within a minute. */
export function useStrip({ managerId, teamId }: Pick<JournalView, 'managerId' | 'teamId'>) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  useEffect(() => queries.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') void queries.invalidateQueries({ queryKey: ['strip'] })
  }), [queries])
  return useQuery({ queryKey: ['strip', managerId, teamId], refetchInterval: 60_000, queryFn: ({ signal }) => call('journalStrip', { query: { managerId, teamId }, signal }) })
}
