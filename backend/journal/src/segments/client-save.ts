import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'

export function useClientSave(id: string) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, ifMatch }: { body: BodyOf<'patchCounterparty'>; ifMatch: string }) => call('patchCounterparty', { id, body, ifMatch }),
    onSuccess: (saved) => {
      queries.setQueryData(['counterparty', id], saved)
      for (const key of ['segment-count', 'segment-rows', 'client-rows', 'client-count', 'client-words', 'changes', 'counterparties']) void queries.invalidateQueries({ queryKey: [key] })
    },
    onError: () => queries.invalidateQueries({ queryKey: ['counterparty', id] }),
  })
}
export type ClientSave = ReturnType<typeof useClientSave>
