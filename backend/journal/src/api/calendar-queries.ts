import type { CalendarPolicy, ManagersCalendar } from '@counterpane/shared/contract/calendar'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'

const first: string | null = null
const nextPage = (page: { nextCursor: string | null }) => page.nextCursor
const standing = ['calendars'] as const
/** While a calendar is being read one wants to see it happen; otherwise a look now and then is enough. */
const paceOf = (calendars: readonly Pick<ManagersCalendar, 'state'>[] | undefined) => (calendars?.some(({ state }) => state === 'catching-up') ? 3_000 : 30_000)

/** The calendars that one may see: all of them for leads and administrators, otherwise one's own. */
export function useCalendars() {
  const { call, locale } = useSurroundings()
  return useQuery({
    queryKey: [...standing, locale],
    queryFn: async ({ signal }): Promise<ManagersCalendar[]> => (await call('listCalendars', { signal })).items,
    refetchInterval: ({ state }) => (state.status === 'error' ? 30_000 : paceOf(state.data)),
  })
}

export function useCalendarChanges(managerId: string) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: standing })
  return {
    put: useMutation({ mutationFn: (body: BodyOf<'putCalendar'>) => call('putCalendar', { id: managerId, body }), onSuccess: again }),
    sync: useMutation({ mutationFn: () => call('syncCalendar', { id: managerId }), onSuccess: again }),
    connect: useMutation({ mutationFn: () => call('connectCalendar', { id: managerId }) }),
  }
}

export function useWaiting(dismissed: boolean) {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['waiting', dismissed], initialPageParam: first, getNextPageParam: nextPage,
    queryFn: ({ pageParam, signal }) => call('listWaiting', { query: { dismissed: dismissed ? 'true' : undefined, limit: 50, cursor: pageParam }, signal }),
  })
}

export function useWaitingChanges(id: string) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return {
    accept: useMutation({
      mutationFn: (body: BodyOf<'acceptWaiting'>) => call('acceptWaiting', { id, body }),
      onSuccess: () => Promise.all(['waiting', 'contacts', 'feed'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
    }),
    dismiss: useMutation({ mutationFn: (body: BodyOf<'dismissWaiting'>) => call('dismissWaiting', { id, body }), onSuccess: () => queries.invalidateQueries({ queryKey: ['waiting'] }) }),
  }
}

export function useSettings(enabled = true) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: ['settings'], enabled, staleTime: 60_000, queryFn: ({ signal }) => call('getSettings', { signal }) })
}
export function useSettingsChange() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return useMutation({ mutationFn: (calendar: CalendarPolicy) => call('putSettings', { body: { calendar } }), onSuccess: (settings) => { queries.setQueryData(['settings'], settings) } })
}
