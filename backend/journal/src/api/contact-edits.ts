import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { contactCache } from './journal-changes'
import { useSurroundings } from './journal-context'

/** Persons of a client whose name or address has these letters. */
export function usePersonsFound(counterpartyId: string | null, q: string, enabled: boolean) {
  const { call } = useSurroundings()
  return useQuery({
    queryKey: ['persons', counterpartyId, q], enabled: enabled && counterpartyId !== null, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('listPersons', { query: { counterpartyId, q, limit: 50 }, signal }),
  })
}
export function useNewPerson() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return useMutation({ mutationFn: (body: BodyOf<'createPerson'>) => call('createPerson', { body }), onSuccess: () => queries.invalidateQueries({ queryKey: ['persons'] }) })
}

/** In whose mailboxes the original of a contact lies. */
export function useOriginals(contact: Pick<Contact, 'id' | 'messageId' | 'source'>) {
  const { call } = useSurroundings()
  const fromMail = contact.messageId !== null || contact.source === 'outlook' || contact.source === 'gmail'
  return useQuery({ queryKey: ['originals', contact.id], enabled: fromMail, staleTime: 60_000, queryFn: ({ signal }) => call('listOriginals', { id: contact.id, signal }) })
}

/** Contacts of the same client that were before this one, to link it to. */
export function useEarlier(contact: Contact, q: string) {
  const { call } = useSurroundings()
  const counterpartyId = contact.counterparty?.id
  return useQuery({
    queryKey: ['earlier', contact.id, counterpartyId, contact.startsAt, q], enabled: counterpartyId !== undefined, placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('listContacts', { query: { counterpartyId, to: contact.startsAt, sort: '-startsAt', limit: 20, q }, signal }),
  })
}

/** A form's save that may be followed by a next step. The contact is saved even when only the planning fails. */
export function useLogging() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const cache = contactCache(queries)
  return useMutation({
    mutationFn: async ({ body, next }: { body: BodyOf<'createContact'>; next: BodyOf<'planNext'> | null }) => {
      const contact = await call('createContact', { body })
      const failure: unknown = next && await call('planNext', { id: contact.id, body: next }).then(() => null, (error: unknown) => error)
      return { contact, failure }
    },
    onSuccess: ({ contact }, { next }) => {
      void cache.added(contact)
      if (next) void queries.invalidateQueries({ queryKey: ['contact', contact.id] })
    },
  })
}
