import type { Preferences } from '@counterpane/shared/contract/access'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { JournalDay } from '@counterpane/shared/contract/my-day'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'

/** A record whose last change, or orders that, can be taken back. */
export type WayBack = { noun: 'contact' | 'task'; id: string } | { setIds: readonly string[] }

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The reader's own day, in this browser's zone. */
export function useJournalDay() {
  const { call, locale } = useSurroundings()
  const now = new Date()
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate())
  const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  return useQuery<JournalDay>({
    queryKey: ['day', from.toISOString(), locale], refetchInterval: ({ state }) => (state.status === 'error' ? false : 60_000),
    queryFn: ({ signal }) => call('journalDay', { query: { from: from.toISOString(), to: to.toISOString(), timeZone: zone() }, signal }),
  })
}

/** What one answers in place; whatever lists the same is asked again. */
export function useDayChanges() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const othersAreOld = () => Promise.all(['day', 'contacts', 'contact', 'feed', 'tasks', 'strip'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  return {
    outcome: useMutation({ mutationFn: (body: BodyOf<'recordOutcomes'>) => call('recordOutcomes', { body }), onSuccess: othersAreOld }),
    done: useMutation({ mutationFn: ({ id, done }: { id: string; done: boolean }) => call('patchTask', { id, body: { done } }), onSuccess: othersAreOld }),
    /** Takes back the last change of a record, or whole orders; how many records were left since somebody changed them. */
    undo: useMutation({
      mutationFn: async (what: WayBack) => {
        if ('setIds' in what) {
          let left = 0
          for (const id of [...what.setIds].reverse()) left += (await call('undoChangeSet', { id })).left.length
          return left
        }
        const { items } = await call('listChanges', { query: { noun: what.noun, id: what.id, limit: 1 } })
        const last = items[0]
        return last ? (await call('undoChange', { id: last.id })).left.length : 0
      },
      onSettled: othersAreOld,
    }),
  }
}

export function useDigestChoice() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return {
    choose: useMutation({
      mutationFn: (digest: Preferences['digest']) => call('patchMe', { body: { preferences: { digest: { ...digest, timeZone: zone() } } } }),
      onSuccess: (me) => { queries.setQueryData(['me'], me) },
    }),
    allow: useMutation({ mutationFn: (send: boolean) => call('putSettings', { body: { digests: { send } } }), onSuccess: (settings) => { queries.setQueryData(['settings'], settings) } }),
    send: useMutation({ mutationFn: (kind: 'mine' | 'team') => call('sendDigest', { body: { kind } }) }),
  }
}
export function useDigest(kind: 'mine' | 'team', enabled: boolean) {
  const { call, locale } = useSurroundings()
  return useQuery({ queryKey: ['digest', kind, locale], enabled, staleTime: 0, queryFn: ({ signal }) => call('readDigest', { query: { kind }, signal }) })
}
