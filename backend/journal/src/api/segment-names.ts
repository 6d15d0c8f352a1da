import { useQuery } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'

/** The segments that one may use; what is asked under this key is what the segments' page shows too. */
export function useSegmentNames(enabled: boolean) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['segments'], enabled, staleTime: 60_000, queryFn: ({ signal }) => call('listSegments', { signal }) })
}
