import { z } from 'zod'

/** Graph's answers as far as they are read here; https://learn.microsoft.com/graph/api/resources/event. Members of enumerations are text: new ones come. */
const text = z.string().nullish()
const flag = z.boolean().nullish()
const time = z.object({ dateTime: z.string(), timeZone: text })
/** What an appointment can do without: what can't be read of it takes nothing else along. */
const word = text.catch(null)
const mailbox = z.object({ emailAddress: z.object({ name: word, address: word }).nullish().catch(null) })
const attendee = mailbox.extend({ type: word, status: z.object({ response: word }).nullish().catch(null) })
const place = z.union([z.object({ displayName: word }), z.string().transform((displayName) => ({ displayName }))])

export const graphEvent = z.object({
  id: z.string().min(1).max(4_096), type: text, seriesMasterId: text, iCalUId: text, transactionId: text, lastModifiedDateTime: text,
  start: time.nullish(), end: time.nullish(), isAllDay: flag, originalStart: text, occurrenceId: text, originalStartTimeZone: text, originalEndTimeZone: text,
  subject: text, body: z.object({ contentType: word, content: word }).nullish().catch(null), location: place.nullish().catch(null),
  isCancelled: flag, isOrganizer: flag, organizer: mailbox.nullish().catch(null), responseStatus: z.object({ response: text }).nullish(),
  attendees: z.array(attendee.nullable().catch(null)).nullish().catch(null),
  sensitivity: text, showAs: text, isOnlineMeeting: flag, onlineMeeting: z.object({ joinUrl: word }).nullish().catch(null), onlineMeetingUrl: word, webLink: word,
})
export type GraphEvent = z.output<typeof graphEvent>

export const graphSeries = graphEvent.extend({
  recurrence: z.object({ range: z.object({ recurrenceTimeZone: word }).nullish() }).nullish().catch(null),
  cancelledOccurrences: z.array(z.string().catch('')).nullish().catch(null),
})
export type GraphSeries = z.output<typeof graphSeries>

/** Rows are parsed one by one: one that can't be read takes no other with it. */
export const deltaPage = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().min(1).optional(), '@odata.deltaLink': z.string().min(1).optional() })
export const removedRow = z.object({ id: z.string().min(1).max(4_096), '@removed': z.unknown().refine((value) => value !== undefined) })

export const writtenEvent = z.object({ id: z.string().min(1), '@odata.etag': z.string().min(1) })
export const guestedEvent = writtenEvent.extend({ attendees: z.array(z.unknown()).nullish(), isOrganizer: flag })
export const subscription = z.object({ id: z.string().min(1), expirationDateTime: text })
export const subscriptionList = z.object({ value: z.array(z.object({ id: z.string(), resource: text, notificationUrl: text })), '@odata.nextLink': z.string().optional() })

/** What `$select` asks for: `cancelledOccurrences` is answered to no other request; not every version knows `occurrenceId` by that way, and a name that isn't known is refused. */
const asked = (shape: object) => Object.keys(shape).filter((name) => name !== 'occurrenceId')
export const eventFields = asked(graphEvent.shape).join(',')
export const seriesFields = asked(graphSeries.shape).join(',')
export const seriesFieldsWithoutDeleted = asked(graphSeries.shape).filter((name) => name !== 'cancelledOccurrences').join(',')
