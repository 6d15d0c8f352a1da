import type { Person } from '@counterpane/shared/contract/client'
import { ProblemError, type BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'

/** `newer`: what somebody else saved meanwhile. */
export function usePersonSave(person: Person | null, counterpartyId: string | null) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const [newer, setNewer] = useState<Person | null>(null)
  const refresh = () => queries.invalidateQueries({ queryKey: ['persons', counterpartyId] })
  const save = useMutation({
    mutationFn: ({ body, ifMatch }: { body: BodyOf<'createPerson'>; ifMatch: string }) => (person ? call('patchPerson', { id: person.id, body, ifMatch }) : call('createPerson', { body: { ...body, counterpartyId } })),
    onSuccess: refresh,
    onError: async (error) => { if (person && error instanceof ProblemError && error.problem.code === 'stale') setNewer(await call('getPerson', { id: person.id })) },
  })
  return { save, newer }
}
