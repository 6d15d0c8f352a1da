import { ProblemError } from '@counterpane/shared/contract/http-client'
import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'

/** A card that cannot be shown. Who was merged into another client is found there: an old link goes on to them. */
export function NoClient({ id, error, onRetry, onMerged }: { id: string; error: unknown; onRetry: () => void; onMerged: (survivorId: string) => void }) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const isGone = error instanceof ProblemError && error.problem.code === 'not-found'
  const { data: merge, isLoading } = useQuery({ queryKey: ['merge-of', id], enabled: isGone, retry: false, staleTime: 0, queryFn: ({ signal }) => call('mergeOf', { id, signal }) })
  const isMerged = merge?.noun === 'counterparty'
  useEffect(() => {
    if (!isMerged) return
    queries.setQueryData(['merged-into', merge.survivorId], merge.mergedName)
    onMerged(merge.survivorId)
  }, [isMerged, merge, onMerged, queries])
  return isLoading || isMerged ? <DelayedSkeleton lines={8} /> : <ProblemNotice error={error} onRetry={onRetry} />
}

/** Says once, on the card of who stayed, by which old name one came to it. */
export function MergedInto({ client: { id, name } }: { client: { id: string; name: string } }) {
  const { locale } = useSurroundings()
  const queries = useQueryClient()
  const [former] = useState(() => queries.getQueryData<string>(['merged-into', id]))
  useEffect(() => queries.removeQueries({ queryKey: ['merged-into', id] }), [queries, id])
  return former ? <p role="status" className="jn-merged-into jn-breakable">{cleaningTexts[locale].merged(former, name)}</p> : null
}
