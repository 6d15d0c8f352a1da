import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { AttributeNoun } from '@counterpane/shared/contract/attribute'
import type { Segment } from '@counterpane/shared/contract/segments'
import type { RuleGroup } from '@counterpane/shared/domain/rule-fields'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'
import { useRested } from '../api/journal-queries'

export function useSegmentCount(id: string) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['segment-count', id], queryFn: ({ signal }) => call('countSegment', { id, signal }) })
}
const first: string | null = null
export function useSegmentRows(id: string) {
  const { call } = useSurroundings()
  return useInfiniteQuery({ queryKey: ['segment-rows', id], initialPageParam: first, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor, queryFn: ({ pageParam, signal }) => call('segmentRows', { id, query: { limit: 50, cursor: pageParam }, signal }) })
}
/** How many fit a rule that is being written, once it has rested. */
export function useRulePreview(rule: RuleGroup, segmentId: string | undefined) {
  const { call } = useSurroundings()
  const rested = useRested(JSON.stringify(rule), 400)
  return useQuery({ queryKey: ['segment-preview', segmentId, rested], placeholderData: keepPreviousData, retry: false, queryFn: ({ signal }) => call('previewSegment', { body: { rule: JSON.parse(rested) as RuleGroup, segmentId }, signal }) })
}
export function useAttributes(noun: AttributeNoun) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['attributes', noun], staleTime: 60_000, queryFn: ({ signal }) => call('listAttributes', { query: { noun }, signal }) })
}

/** Ways to change segments; whatever shows them asks anew afterwards. */
export function useSegmentChanges() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSuccess = () => Promise.all(['segments', 'segment-count', 'segment-rows'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  return {
    create: useMutation({ mutationFn: (body: BodyOf<'createSegment'>) => call('createSegment', { body }), onSuccess }),
    patch: useMutation({ mutationFn: ({ segment, body }: { segment: Pick<Segment, 'id' | 'etag'>; body: BodyOf<'patchSegment'> }) => call('patchSegment', { id: segment.id, body, ifMatch: segment.etag }), onSuccess, onError: onSuccess }),
    // What is gone is not asked about once more on its way out; others that referred to it may count otherwise now.
    remove: useMutation({ mutationFn: ({ id, anyway }: { id: string; anyway: boolean }) => call('deleteSegment', { id, body: { anyway } }), onSuccess: (_gone, { id }) => queries.invalidateQueries({ predicate: ({ queryKey: [key, of] }) => ['segments', 'segment-count', 'segment-rows'].some((name) => name === key) && of !== id }) }),
    members: useMutation({ mutationFn: ({ id, body }: { id: string; body: BodyOf<'changeMembers'> }) => call('changeMembers', { id, body }), onSuccess }),
    undo: useMutation({ mutationFn: (changeId: string) => call('undoMembers', { id: changeId }), onSuccess }),
  }
}
