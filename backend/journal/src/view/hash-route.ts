import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { readView, writeView, type JournalView, type ViewChange } from './journal-view'
import { rememberedView, rememberView } from './remembered-view'

/**
 * Where the journal stands: `#/journal?…`, `#/contacts/{id}?…` (the journal with a contact open), `#/clients?…`, `#/clients/{id}?open={contactId}`, `#/calendars`, `#/calendars/waiting`, `#/calendars/rules`, `#/day`, `#/tasks?…`,
 * `#/segments?…`, `#/unrecognised?…`, `#/duplicates?…`, `#/imports/{id}`, `#/administration/{part}?…`. */
export type Place =
  | { page: 'journal'; search: string; contactId: string | null }
  | { page: 'clients'; search: string }
  | { page: 'segments'; id: string | null; search: string }
  | { page: 'unrecognised'; search: string }
  | { page: 'duplicates'; search: string }
  | { page: 'imports'; id: string | null }
  | { page: 'administration'; part: AdministrationPart; search: string }
  | { page: 'client'; id: string; contactId: string | null }
  | { page: 'calendars'; part: CalendarsPart }
  | { page: 'day'; contactId: string | null }
  | { page: 'tasks'; search: string }

export const calendarsParts = ['standing', 'waiting', 'rules'] as const
export type CalendarsPart = (typeof calendarsParts)[number]

export const administrationParts = ['managers', 'teams', 'firms', 'visibility', 'words', 'details', 'never', 'files', 'retention', 'trail', 'person-data', 'sessions'] as const
export type AdministrationPart = (typeof administrationParts)[number]

export function readPlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const [page, id] = path.split('/').map(safeDecode)
  if (page === 'clients') {
    const params = new URLSearchParams(search)
    return id ? { page: 'client', id, contactId: params.get('open') } : { page: 'clients', search }
  }
  if (page === 'segments') return { page, id: id || null, search }
  if (page === 'unrecognised' || page === 'duplicates') return { page, search }
  if (page === 'imports') return { page, id: id || null }
  if (page === 'administration') return { page, part: administrationParts.find((part) => part === id) ?? 'managers', search }
  if (page === 'calendars') return { page: 'calendars', part: calendarsParts.find((part) => part === id) ?? 'standing' }
  if (page === 'day') return { page: 'day', contactId: new URLSearchParams(search).get('open') }
  if (page === 'tasks') return { page: 'tasks', search }
  return { page: 'journal', search, contactId: page === 'contacts' && id ? id : null }
}
export function placeHref(place: Place): string {
  if (place.page === 'clients' || place.page === 'unrecognised' || place.page === 'duplicates') return `#/${place.page}${asked(place.search)}`
  if (place.page === 'segments') return `#/segments${place.id ? `/${encodeURIComponent(place.id)}` : ''}${asked(place.search)}`
  if (place.page === 'imports') return `#/imports${place.id ? `/${encodeURIComponent(place.id)}` : ''}`
  if (place.page === 'administration') return `#/administration/${place.part}${asked(place.search)}`
  if (place.page === 'client') return `#/clients/${encodeURIComponent(place.id)}${place.contactId ? `?${new URLSearchParams({ open: place.contactId })}` : ''}`
  if (place.page === 'calendars') return `#/calendars${place.part === 'standing' ? '' : `/${place.part}`}`
  if (place.page === 'day') return `#/day${place.contactId ? `?${new URLSearchParams({ open: place.contactId })}` : ''}`
  if (place.page === 'tasks') return `#/tasks${place.search ? `?${place.search}` : ''}`
  return `#/${place.contactId ? `contacts/${encodeURIComponent(place.contactId)}` : 'journal'}${place.search ? `?${place.search}` : ''}`
}
const asked = (search: string) => (search ? `?${search}` : '')
function safeDecode(part: string): string {
  try { return decodeURIComponent(part) } catch { return part }
}

const changed = 'journal-place'
function subscribe(notify: () => void) {
  for (const name of ['hashchange', 'popstate', changed]) window.addEventListener(name, notify)
  return () => { for (const name of ['hashchange', 'popstate', changed]) window.removeEventListener(name, notify) }
}
export function go(place: Place, { replace = false } = {}): void {
  const href = placeHref(place)
  if (href === window.location.hash) return
  window.history[replace ? 'replaceState' : 'pushState'](null, '', href)
  window.dispatchEvent(new Event(changed))
}
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => readPlace(hash), [hash])
}

let lastSearch: string | null = null
/** For the next person the journal opens as this workplace left it. Quietly: the page of who leaves must not ask for anything more. */
export function forgetPlaces(): void {
  lastSearch = null
  window.history.replaceState(null, '', placeHref({ page: 'journal', search: '', contactId: null }))
}
/** The link to the journal from elsewhere: to the view that was last looked at. */
export const journalPlace = (): Place => ({ page: 'journal', search: lastSearch ?? writeView(rememberedView()), contactId: null })
export const clientPlace = (id: string): Place => ({ page: 'client', id, contactId: null })
export const clientsPlace = (search = ''): Place => ({ page: 'clients', search })
export const administrationPlace = (part: AdministrationPart = 'managers', search = ''): Place => ({ page: 'administration', part, search })
export const calendarsPlace = (part: CalendarsPart = 'standing'): Place => ({ page: 'calendars', part })
export const dayPlace = (contactId: string | null = null): Place => ({ page: 'day', contactId })
export const tasksPlace = (search = ''): Place => ({ page: 'tasks', search })
export const contactsOfClient = (id: string): Place => ({ page: 'journal', search: writeView({ ...readView('period=all'), counterpartyId: [id] }), contactId: null })

/** The journal's view as the address bar has it, and the one way to change it. A bare address means "as this workplace left it". */
export function useJournalView(place: Extract<Place, { page: 'journal' }>) {
  const view = useMemo(() => (place.search ? readView(place.search) : rememberedView()), [place.search])
  lastSearch = writeView(view)
  const change = useCallback((part: ViewChange, { replace = false } = {}) => {
    const here = readPlace(window.location.hash)
    if (here.page !== 'journal') return
    const before = here.search ? readView(here.search) : rememberedView()
    const next: JournalView = { ...before, ...part }
    rememberView(next, before)
    go({ ...here, search: writeView(next) }, { replace })
  }, [])
  return { view, change }
}
export type ChangeView = ReturnType<typeof useJournalView>['change']
