import type { DemoMeeting } from './demo-meetings'
import { doneOf, type OfficeAnswers, upToSet } from './office-answers'
import { itemHandlers } from './office-draft-item'
import { bodyOf, toDetails } from './office-item'
import type { StandInHost } from './stand-in-host'

type Attended = Pick<
  Office.AppointmentRead,
  'itemType' | 'itemClass' | 'itemId' | 'seriesId' | 'subject' | 'normalizedSubject' | 'start' | 'end' | 'location' | 'organizer' | 'requiredAttendees' | 'optionalAttendees' | 'dateTimeCreated' | 'dateTimeModified' | 'attachments'
> & { body: Pick<Office.Body, 'getAsync'> }
type People = Pick<Office.Recipients, 'getAsync'>
type Organised = Pick<Office.AppointmentCompose, 'itemType' | 'seriesId' | 'addHandlerAsync' | 'removeHandlerAsync' | 'getItemIdAsync'> & {
  subject: Pick<Office.Subject, 'getAsync'>; start: Pick<Office.Time, 'getAsync'>; end: Pick<Office.Time, 'getAsync'>; location: Pick<Office.Location, 'getAsync'>
  organizer: Pick<Office.Organizer, 'getAsync'>; requiredAttendees: People; optionalAttendees: People; body: Pick<Office.Body, 'getAsync'>
}
const itemType = 'appointment' as unknown as Office.MailboxEnums.ItemType
const seriesOf = (meeting: DemoMeeting) => meeting.seriesId || (null as unknown as string)
const textOf = (meeting: DemoMeeting) => () => Promise.resolve({ text: meeting.text, html: null })

/** An appointment as one who was invited sees it: values. */
export function toAttendedMeeting(meeting: DemoMeeting, host: StandInHost, answers: OfficeAnswers): Partial<Attended> {
  const whole: Partial<Attended> = {
    itemType, itemClass: 'IPM.Appointment', itemId: meeting.itemId, seriesId: seriesOf(meeting), subject: meeting.subject, normalizedSubject: meeting.subject,
    start: new Date(meeting.startsAt), end: new Date(meeting.endsAt), location: meeting.location, organizer: toDetails(meeting.organizer),
    requiredAttendees: meeting.required.map(toDetails), optionalAttendees: meeting.optional.map(toDetails), dateTimeCreated: new Date(meeting.startsAt), dateTimeModified: new Date(meeting.startsAt), attachments: [],
    body: { getAsync: bodyOf(host, answers, textOf(meeting)) },
  }
  return upToSet(host, whole, { seriesId: '1.7' })
}

/** An appointment of one's own: getters, as in every window for writing. */
export function toOrganisedMeeting(meeting: DemoMeeting, host: StandInHost, answers: OfficeAnswers): Partial<Organised> {
  const ask = <T>(value: () => T) => (...rest: unknown[]) => answers.ask(doneOf<T>(rest), value)
  const whole: Partial<Organised> = {
    itemType, seriesId: seriesOf(meeting), subject: { getAsync: ask(() => meeting.subject) }, start: { getAsync: ask(() => new Date(meeting.startsAt)) }, end: { getAsync: ask(() => new Date(meeting.endsAt)) },
    location: { getAsync: ask(() => meeting.location) }, organizer: { getAsync: ask(() => toDetails(meeting.organizer)) }, requiredAttendees: { getAsync: ask(() => meeting.required.map(toDetails)) },
    optionalAttendees: { getAsync: ask(() => meeting.optional.map(toDetails)) }, body: { getAsync: bodyOf(host, answers, textOf(meeting)) },
    getItemIdAsync: (...rest: unknown[]) => (meeting.itemId ? answers.ask(doneOf<string>(rest), () => meeting.itemId) : answers.refuse(doneOf(rest), 9017, 'ItemNotSaved')),
    ...itemHandlers(host, answers, { olkRecipientsChanged: 'recipients', olkAppointmentTimeChanged: 'time' }),
  }
  return upToSet(host, whole, { seriesId: '1.7', organizer: '1.7', addHandlerAsync: '1.7', removeHandlerAsync: '1.7', getItemIdAsync: '1.8' })
}
