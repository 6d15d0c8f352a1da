import type { ManagedManager, Word } from '@counterpane/shared/contract/administration'
import { ProblemError, type AnswerOf, type BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'

const [managersKey, wordsKey, domainsKey] = [['all-managers'], ['words'], ['own-domains']] as const

export function useAllManagers() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: managersKey, queryFn: async ({ signal }): Promise<ManagedManager[]> => (await call('listAllManagers', { signal })).items })
}
export interface ManagerEdit { manager: ManagedManager; body: BodyOf<'patchManager'> }
export function useManagerChanges() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  // Whoever is elsewhere in the journal chooses from the same people.
  const again = () => Promise.all([managersKey, ['managers'], ['me']].map((queryKey) => queries.invalidateQueries({ queryKey })))
  return {
    create: useMutation({ mutationFn: (body: BodyOf<'createManager'>) => call('createManager', { body }), onSuccess: again }),
    patch: useMutation({ mutationFn: ({ manager, body }: ManagerEdit) => call('patchManager', { id: manager.id, ifMatch: manager.etag, body }), onSuccess: again, onError: again }),
    invite: useMutation({ mutationFn: (id: string) => call('inviteManager', { id }), onSuccess: again }),
    endSessions: useMutation({ mutationFn: (id: string) => call('endSessions', { id }), onSuccess: again }),
    handOver: useMutation({ mutationFn: ({ id, body }: { id: string; body: BodyOf<'handOverManager'> }) => call('handOverManager', { id, body }), onSuccess: () => queries.invalidateQueries() }),
    undoSet: useMutation({ mutationFn: (id: string) => call('undoChangeSet', { id }), onSuccess: () => queries.invalidateQueries() }),
  }
}
export type ManagerChanges = ReturnType<typeof useManagerChanges>

export function useWords() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: wordsKey, queryFn: ({ signal }) => call('listWords', { signal }) })
}
export function useWordChanges() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const again = () => Promise.all([wordsKey, ['dictionaries'], managersKey].map((queryKey) => queries.invalidateQueries({ queryKey })))
  const rest = { onSuccess: again, onError: again }
  return {
    create: useMutation({ mutationFn: (body: BodyOf<'createWord'>) => call('createWord', { body }), ...rest }),
    patch: useMutation({ mutationFn: ({ word, body }: { word: Word; body: Omit<BodyOf<'patchWord'>, 'noun'> }) => call('patchWord', { id: word.id, ifMatch: word.etag, body: { ...body, noun: word.noun } }), ...rest }),
    remove: useMutation({ mutationFn: ({ id, noun, etag }: Word) => call('deleteWord', { id, query: { noun }, ifMatch: etag }), ...rest }),
    order: useMutation({ mutationFn: (body: BodyOf<'orderWords'>) => call('orderWords', { body }), ...rest }),
    /** Clients go back to the old word first: what was changed since stays as it is. */
    undoRename: useMutation({
      mutationFn: async ({ word, name, setId }: { word: Word; name: string; setId: string | null }) => {
        const left = setId === null ? 0 : (await call('undoChangeSet', { id: setId })).left.length
        await call('patchWord', { id: word.id, body: { noun: word.noun, name } })
        return left
      },
      ...rest,
    }),
  }
}

export function useOwnDomains() {
  const { call } = useSurroundings()
  return useQuery({ queryKey: domainsKey, queryFn: async ({ signal }) => (await call('listOwnDomains', { signal })).items })
}
export function useOwnDomainChanges() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: domainsKey })
  return {
    add: useMutation({ mutationFn: (domain: string) => call('addOwnDomain', { body: { domain } }), onSuccess }),
    remove: useMutation({ mutationFn: (domain: string) => call('removeOwnDomain', { body: { domain } }), onSuccess }),
  }
}

export type SettingsSeen = AnswerOf<'getSettings'>
/** Saves a part of the settings. `newer`: what another administrator made of that part meanwhile; nothing of it is overwritten before it was seen. */
export function useSettingsSaved(partOf: (settings: SettingsSeen) => unknown) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const [newer, setNewer] = useState<SettingsSeen | null>(null)
  const save = useMutation({
    mutationFn: async ({ body, seen }: { body: BodyOf<'putSettings'>; seen: SettingsSeen }) => {
      try {
        return await call('putSettings', { body, ifMatch: seen.etag })
      } catch (error) {
        if (!(error instanceof ProblemError) || error.problem.code !== 'stale') throw error
        const now = await call('getSettings')
        // What was decided about something else meanwhile is no matter of this form.
        if (JSON.stringify(partOf(now)) === JSON.stringify(partOf(seen))) return call('putSettings', { body, ifMatch: now.etag })
        setNewer(now)
        throw error
      }
    },
    onSuccess: (settings) => { setNewer(null); queries.setQueryData(['settings'], settings); return queries.invalidateQueries({ queryKey: ['dictionaries'] }) },
  })
  return { save, newer, takeTheirs: () => { queries.setQueryData(['settings'], newer); setNewer(null); save.reset() } }
}
