import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'

export function useAttributeChanges() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['attributes'] })
  return {
    create: useMutation({ mutationFn: (body: BodyOf<'createAttribute'>) => call('createAttribute', { body }), onSuccess }),
    patch: useMutation({ mutationFn: ({ definition, body }: { definition: AttributeDefinition; body: BodyOf<'patchAttribute'> }) => call('patchAttribute', { id: definition.id, body, ifMatch: definition.etag }), onSuccess, onError: onSuccess }),
    remove: useMutation({ mutationFn: (definition: AttributeDefinition) => call('deleteAttribute', { id: definition.id, ifMatch: definition.etag }), onSuccess, onError: onSuccess }),
  }
}
