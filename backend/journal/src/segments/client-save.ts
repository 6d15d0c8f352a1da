import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'

export function useClientSave(id: string) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, ifMatch }: { body: BodyOf<'patchCounterparty'>; ifMatch: string }) => call('patchCounterparty', { id, body, ifMatch }),
    onSuccess: (saved) => { queries.setQueryData(['counterparty', id], saved); void queries.invalidateQueries({ queryKey: ['segment-count'] }) },
    onError: () => queries.invalidateQueries({ queryKey: ['counterparty', id] }),
  })
}
export type ClientSave = ReturnType<typeof useClientSave>
