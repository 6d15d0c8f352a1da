import type { Contact } from '@counterpane/shared/contract/contact'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { contactCache } from './journal-changes'
import { useSurroundings } from './journal-context'

/** What the calendars know of a contact beyond what stands on it; asked only for contacts that a calendar knows. */
export function useContactCalendar({ id, calendar, appointment }: Pick<Contact, 'id' | 'calendar' | 'appointment'>) {
  const { call } = useSurroundings()
  return useQuery({
    queryKey: ['contact-calendar', id, calendar?.moves, appointment?.state], enabled: calendar !== null || appointment !== null,
    queryFn: ({ signal }) => call('contactCalendar', { id, signal }),
  })
}

export function useContactCalendarChanges({ id }: Pick<Contact, 'id'>) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const cache = contactCache(queries)
  const changed = async (contact: Contact) => {
    cache.changed(contact)
    await queries.invalidateQueries({ queryKey: ['contact-calendar', id] })
  }
  return {
    // The meeting of the past goes on with its new date, and this one becomes a part of it.
    join: useMutation({
      mutationFn: () => call('joinPast', { id }),
      onSuccess: async (past) => {
        cache.removed(id)
        void queries.invalidateQueries({ queryKey: ['contact-calendar', past.id] })
        await cache.added(past)
      },
    }),
    keepApart: useMutation({ mutationFn: () => call('keepApart', { id }), onSuccess: changed }),
    put: useMutation({ mutationFn: () => call('putInCalendar', { id }), onSuccess: changed }),
    takeOut: useMutation({ mutationFn: () => call('takeFromCalendar', { id }), onSuccess: changed }),
  }
}
