import type { MailAddress } from '@counterpane/shared/domain/message'
import type { Meetings, OpenMeeting } from './mail-client'
import { MailboxError } from './mailbox'
import { hasSet, officeCall } from './office-call'
import { instantOf, textOf, toAddress, toAddresses } from './office-message'
import { readOfficeText } from './office-text'
import { type OfficeItem, whileOpen } from './open-item-key'

const unknown: MailAddress = { name: '', address: '' }
// Office.js does not say that a meeting is online; its place does, in the words that Teams and others write there.
const onlinePlace = /https?:\/\/|microsoft teams|\bteams\b|\bzoom\b|google meet|\bwebex\b|\bskype\b|телемост/i

/** The appointment window: attendees read it, organisers write it. */
export function createOfficeMeetings({ timeoutMs = 10_000 }: { timeoutMs?: number } = {}): Pick<Meetings, 'read' | 'readText'> {
  const ask = <T>(field: { getAsync(done: (result: Office.AsyncResult<T>) => void): void }) => officeCall<T>((done) => field.getAsync(done), timeoutMs)
  const people = async (field: Office.Recipients) => toAddresses(await officeCall<Office.EmailAddressDetails[]>((done) => field.getAsync(done), timeoutMs))

  function attended(item: OfficeItem): OpenMeeting {
    return withTimes(item.start, item.end, {
      itemId: textOf(item.itemId), seriesId: textOf(item.seriesId), subject: item.subject ?? '', location: textOf(item.location) ?? '',
      organizer: toAddress(item.organizer), required: toAddresses(item.requiredAttendees), optional: toAddresses(item.optionalAttendees),
    })
  }

  async function organised(item: OfficeItem): Promise<OpenMeeting> {
    const meeting = item as unknown as Office.AppointmentCompose
    const organizer = hasSet('1.7') && meeting.organizer ? ask<Office.EmailAddressDetails>(meeting.organizer).then(toAddress, () => unknown) : unknown
    // Only a saved appointment has an id, and asking for it never saves one.
    const itemId = hasSet('1.8') ? officeCall<string>((done) => meeting.getItemIdAsync(done), timeoutMs).then(textOf, () => null) : null
    const [subject, start, end, location, required, optional] = await Promise.all([
      ask<string>(meeting.subject), ask<Date>(meeting.start), ask<Date>(meeting.end), ask<string>(meeting.location).catch(() => ''), people(meeting.requiredAttendees), people(meeting.optionalAttendees),
    ])
    const seriesId = hasSet('1.7') ? textOf(meeting.seriesId) : null
    return withTimes(start, end, { itemId: await itemId, seriesId, subject: subject ?? '', location: location ?? '', organizer: await organizer, required, optional })
  }

  return {
    read: (key) => whileOpen(key, async (item) => (typeof item.subject === 'string' ? attended(item) : organised(item))),
    readText: (key) => whileOpen(key, async (item) => {
      const { text, html } = await readOfficeText(item, timeoutMs)
      return text ?? html ?? ''
    }),
  }
}

function withTimes(start: unknown, end: unknown, meeting: Omit<OpenMeeting, 'startsAt' | 'endsAt' | 'online'>): OpenMeeting {
  const startsAt = instantOf(start)
  if (startsAt === null) throw new MailboxError('not-given', 'no time')
  return { ...meeting, startsAt, endsAt: instantOf(end) ?? startsAt, online: onlinePlace.test(meeting.location) }
}
