import { calendar, type calendar_v3 } from '@googleapis/calendar'
import type { z } from 'zod'
import type { CalendarAccess } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import { boundedFetch } from './bounded-fetch'
import type { Place } from './calendar-cursor'
import { isDuplicate, toCalendarFailure } from './calendar-errors'
import type { Purpose } from './calendar-grants'
import { googleChannel, googleEvent, googleEvents } from './calendar-json'
import type { WithToken } from './calendar-tokens'

const mebibyte = 1024 * 1024
/** Bytes of an answer, ms of a call with all its bytes. */
const limits = { page: 64 * mebibyte, event: 16 * mebibyte, small: mebibyte, ms: 60_000 } as const

export interface CalendarCallsDeps { apiRoot: string | undefined; clock: Clock; withToken: WithToken }
/** The calendar is named by its owner's address, not as "primary": a consent of another account then opens nothing. */
export function createCalendarCalls({ apiRoot, clock, withToken }: CalendarCallsDeps) {
  const api = calendar({ version: 'v3' })
  // Given with each call: the client's own rootUrl loses the path of the root.
  const root = apiRoot ? { rootUrl: `${apiRoot.replace(/\/+$/, '')}/` } : {}
  // Redirects would carry the token to another house; repeating is the worker's to decide.
  const options = (token: string, maxBytes: number, headers: Record<string, string> = {}) => ({
    ...root, headers: { Authorization: `Bearer ${token}`, ...headers }, timeout: limits.ms, retry: false, redirect: 'error' as const, fetchImplementation: boundedFetch(maxBytes), responseType: 'json' as const,
  })
  const now = () => clock.now()

  async function asked<T extends z.ZodType>(shape: T, call: () => Promise<{ data: unknown }>): Promise<z.output<T>> {
    const parsed = shape.safeParse(await answerOf(call))
    if (!parsed.success) throw new ProviderFailure('temporary')
    return parsed.data
  }
  async function answerOf(call: () => Promise<{ data: unknown }>): Promise<unknown> {
    try {
      return (await call()).data
    } catch (error) {
      throw toCalendarFailure(error, now)
    }
  }

  return (access: CalendarAccess, purpose: Purpose) => {
    const calendarId = checked(access.mailbox)
    const own = <T>(work: (token: string) => Promise<T>) => withToken(access, purpose, work)
    return {
      page: ({ parameters, pageToken }: Place) => own((token) => asked(googleEvents, () => api.events.list({ calendarId, ...parameters, ...(pageToken && { pageToken }) }, options(token, limits.page)))),
      first: () => own((token) => asked(googleEvents, () => api.events.list({ calendarId, maxResults: 1 }, options(token, limits.event)))),
      /** As it came: reading it is the reader's. */
      event: (eventId: string) => own((token) => answerOf(() => api.events.get({ calendarId, eventId: checked(eventId) }, options(token, limits.event)))),
      watch: (channel: calendar_v3.Schema$Channel) => own((token) => asked(googleChannel, () => api.events.watch({ calendarId, requestBody: channel }, options(token, limits.small)))),
      stop: (channel: { id: string; resourceId: string }) => own((token) => answerOf(() => api.channels.stop({ requestBody: channel }, options(token, limits.small)))),
      /** Null when there is one of that id already. */
      insert: (event: calendar_v3.Schema$Event) => own(async (token) => {
        let taken = false
        const answer = await asked(googleEvent.nullable(), () => api.events.insert({ calendarId, sendUpdates: 'none', requestBody: event }, options(token, limits.event)).catch((error: unknown) => {
          taken = isDuplicate(error)
          if (taken) return { data: null }
          throw error
        }))
        return taken ? null : answer
      }),
      patch: (eventId: string, version: string, event: calendar_v3.Schema$Event) => own((token) =>
        asked(googleEvent, () => api.events.patch({ calendarId, eventId: checked(eventId), sendUpdates: 'none', requestBody: event }, options(token, limits.event, { 'If-Match': version })))),
      remove: (eventId: string, version: string) => own((token) =>
        answerOf(() => api.events.delete({ calendarId, eventId: checked(eventId), sendUpdates: 'none' }, options(token, limits.small, { 'If-Match': version })))),
    }
  }
}
export type CalendarCalls = ReturnType<typeof createCalendarCalls>

/** The library encodes what it puts into an address; dots alone would still lead elsewhere. */
function checked(id: string): string {
  if (id === '' || id.length > 1_024 || /^\.+$/.test(id)) throw new ProviderFailure('rejected')
  return id
}
