import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'
import { withRows, type RowList } from './row-list'
import { rowOfContact } from './row-of-contact'
import { rowsKey } from './row-queries'

const goneOf = new WeakMap<QueryClient, Set<string>>()
/** Contacts that are no longer there as far as this page knows: nobody asks the server for them of its own accord. */
export function goneContacts(queries: QueryClient): Set<string> {
  const gone = goneOf.get(queries) ?? new Set<string>()
  goneOf.set(queries, gone)
  return gone
}

/** The list keeps its place: a changed contact is put where it stands, an undone one taken out; only a new one makes the lists be asked again. */
export function contactCache(queries: QueryClient) {
  const inLists = (change: Parameters<typeof withRows>[1]) => queries.setQueriesData<RowList>({ queryKey: rowsKey }, (list) => list && withRows(list, change))
  const gone = goneContacts(queries)
  const othersAreOld = () => {
    for (const queryKey of [['feed'], ['contacts', 'count'], ['contacts', 'groups']]) void queries.invalidateQueries({ queryKey })
  }
  /** As it is now, where it stands; sums and feeds are another's care. */
  const placed = (contact: Contact) => {
    gone.delete(contact.id)
    queries.setQueryData(['contact', contact.id], contact)
    inLists((row) => (row.id === contact.id ? rowOfContact(contact, row) : row))
  }
  return {
    placed,
    changed(contact: Contact) {
      placed(contact)
      othersAreOld()
    },
    removed(id: string) {
      gone.add(id)
      // Where it is still on screen it stays until one has left.
      queries.removeQueries({ queryKey: ['contact', id], type: 'inactive' })
      inLists((row) => (row.id === id ? null : row))
      othersAreOld()
    },
    async added(contact: Contact) {
      gone.delete(contact.id)
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
