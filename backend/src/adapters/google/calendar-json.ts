import { z } from 'zod'

/** The Calendar API's answers as far as they are read here; https://developers.google.com/workspace/calendar/api/v3/reference/events. Only what an appointment can't do without makes it unreadable. */
const text = z.string().catch('')
const flag = z.boolean().catch(false)
const eventTime = z.object({ date: z.string().nullish(), dateTime: z.string().nullish(), timeZone: z.string().nullish().catch(null) })
const someone = z.object({ email: text, displayName: text, self: flag })

export const googleAttendee = someone.extend({ responseStatus: text, optional: flag, resource: flag })
export const googleEvent = z.object({
  id: z.string().min(1).max(1_024),
  etag: text,
  status: text,
  summary: text, description: text, location: text,
  start: eventTime.nullish(), end: eventTime.nullish().catch(null),
  recurrence: z.array(z.unknown()).nullish().catch(null),
  recurringEventId: z.string().min(1).nullish(), originalStartTime: eventTime.nullish(),
  iCalUID: text, updated: text,
  organizer: someone.nullish().catch(null),
  /** Each is parsed by itself: one that can't be read takes no other with it. */
  attendees: z.array(z.unknown()).catch([]),
  visibility: text, transparency: text, eventType: text,
  hangoutLink: text,
  conferenceData: z.object({ entryPoints: z.array(z.object({ entryPointType: text })).catch([]) }).nullish().catch(null),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).catch({}) }).nullish().catch(null),
  htmlLink: text,
})
export const googleEvents = z.object({
  kind: z.literal('calendar#events').optional(),
  items: z.array(z.unknown()).default([]),
  nextPageToken: z.string().min(1).nullish(), nextSyncToken: z.string().min(1).nullish(),
})
export const googleChannel = z.object({ id: z.string().min(1), resourceId: z.string().min(1), expiration: z.coerce.number().int().positive().optional().catch(undefined) })

/** https://developers.google.com/identity/protocols/oauth2/web-server#exchange-authorization-code */
export const googleTokens = z.object({
  access_token: z.string().min(1), expires_in: z.coerce.number().min(0).catch(3_600), scope: text, refresh_token: z.string().min(1).nullish(), id_token: z.string().nullish(),
})
/** RFC 6749, 5.2 */
export const tokenRefusal = z.object({ error: z.string() })
export const serviceAccountKey = z.object({ client_email: z.string().min(3), private_key: z.string().min(1), private_key_id: z.string().optional() })

export type GoogleEvent = z.output<typeof googleEvent>
export type GoogleEvents = z.output<typeof googleEvents>
export type GoogleEventTime = z.output<typeof eventTime>
