import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'
import type { ContactPages } from './journal-queries'

/** The list keeps its place: a changed contact is put where it stands, an undone one taken out; only a new one makes the lists be asked again. */
export function contactCache(queries: QueryClient) {
  const inLists = (change: (items: Contact[]) => Contact[]) =>
    queries.setQueriesData<ContactPages>({ queryKey: ['contacts'] }, (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) })
  const othersAreOld = () => {
    void queries.invalidateQueries({ queryKey: ['feed'] })
  }
  return {
    changed(contact: Contact) {
      queries.setQueryData(['contact', contact.id], contact)
      inLists((items) => items.map((item) => (item.id === contact.id ? contact : item)))
      othersAreOld()
    },
    removed(id: string) {
      inLists((items) => items.filter((item) => item.id !== id))
      othersAreOld()
    },
    async added(contact: Contact) {
      queries.setQueryData(['contact', contact.id], contact)
      othersAreOld()
      await queries.invalidateQueries({ queryKey: ['contacts'] })
    },
  }
}

export function useContactChanges(contact: Contact) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const cache = contactCache(queries)
  const { id } = contact
  const fresh = () => queries.fetchQuery({ queryKey: ['contact', id], staleTime: 0, queryFn: () => call('getContact', { id }) })
  return {
    patch: useMutation({
      mutationFn: ({ body, etag }: { body: BodyOf<'patchContact'>; etag: string }) => call('patchContact', { id, body, ifMatch: etag }), onSuccess: cache.changed,
    }),
    outcome: useMutation({
      mutationFn: (body: BodyOf<'recordOutcome'>) => call('recordOutcome', { id, body }),
      onSuccess: async (changed, { next }) => {
        cache.changed(changed)
        if (next) await queries.invalidateQueries({ queryKey: ['contacts'] })
      },
    }),
    cancel: useMutation({ mutationFn: (reason: string) => call('cancelContact', { id, body: reason ? { reason } : {} }), onSuccess: cache.changed }),
    undo: useMutation({ mutationFn: () => call('undoContact', { id }), onSuccess: () => cache.removed(id) }),
    planNext: useMutation({
      mutationFn: (body: BodyOf<'planNext'>) => call('planNext', { id, body }),
      onSuccess: async (next) => {
        await cache.added(next)
        cache.changed(await fresh())
      },
    }),
    fresh,
  }
}
export type ContactChanges = ReturnType<typeof useContactChanges>
