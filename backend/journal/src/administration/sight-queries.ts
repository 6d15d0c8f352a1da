import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'
import { sameRules } from './sight-rules'

/** Saves the rules unless somebody has changed them since they were `seen`; then the newer ones come to the screen and nothing is saved. */
export function useSightSaved() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ rules, seen }: { rules: SightPolicy; seen: SightPolicy }): Promise<boolean> => {
      const now = await call('getSettings')
      const isFresh = sameRules(now.visibility, seen)
      queries.setQueryData(['settings'], isFresh ? await call('putSettings', { body: { visibility: rules }, ifMatch: now.etag }) : now)
      return isFresh
    },
  })
}
