import { createHash } from 'node:crypto'
import type { calendar_v3 } from '@googleapis/calendar'
import { anyVersion, type OwnCalendar, type OwnEvent, type WrittenEvent } from '../../ports/own-calendar'
import { ProviderFailure } from '../../ports/provider-failure'
import type { CalendarAccess } from '../../ports/calendar-source'
import type { CalendarCalls } from './calendar-calls'
import { hasGuests, markName } from './calendar-event'
import { googleEvent, type GoogleEvent } from './calendar-json'
import { instantOf } from './calendar-times'

/** Appointments of one's own, without guests. Before each change the appointment is read: what has guests, or does not carry our mark, is not ours to touch. */
export function createOwnEvents(calls: CalendarCalls): OwnCalendar {
  const own = (access: CalendarAccess) => {
    const ask = calls(access, 'write')
    return { ...ask, read: async (eventId: string) => readOwn(await ask.event(eventId)) }
  }

  return {
    create: (access, event) => permitted(async () => {
      const ask = own(access)
      for (let turn = 0; turn < turns; turn += 1) {
        const eventId = idFor(event.mark, turn)
        const made = await ask.insert({ id: eventId, ...bodyOf(event), extendedProperties: { private: { [markName]: event.mark } } })
        if (made) return written(made)
        const there = await goneAsNull(ask.read(eventId))
        // An id is never free again: what was taken out and is wanted once more gets the next one.
        if (!there || there.status === 'cancelled') continue
        if (there.extendedProperties?.private[markName] !== event.mark) throw new ProviderFailure('rejected')
        return written(saysTheSame(there, event) ? there : await ask.patch(eventId, there.etag, bodyOf(event, there)))
      }
      throw new ProviderFailure('rejected')
    }),
    change: (access, { eventId, version }, event) => permitted(async () => {
      const ask = own(access)
      const there = await ask.read(eventId)
      if (there.status === 'cancelled') throw new ProviderFailure('gone')
      if (version !== anyVersion && there.etag !== version) throw new ProviderFailure('stale')
      return written(await ask.patch(eventId, there.etag, bodyOf(event, there)))
    }),
    remove: (access, eventId) => permitted(async () => {
      const ask = own(access)
      const there = await goneAsNull(ask.read(eventId))
      if (there && there.status !== 'cancelled') await goneAsNull(ask.remove(eventId, there.etag))
    }),
  }
}

/** How often one plan may be taken out of the calendar and put there again. */
const turns = 20
/** Letters and digits of base32hex (RFC 2938), the same for the same mark: asked twice, Google answers that it is there. */
const idFor = (mark: string, turn: number) => `counterpane${BigInt(`0x${createHash('sha256').update(`${turn}:${mark}`).digest('hex')}`).toString(32)}`
const written = ({ id, etag }: GoogleEvent): WrittenEvent => ({ eventId: id, version: etag })

function readOwn(item: unknown): GoogleEvent {
  const parsed = googleEvent.safeParse(item)
  // Without an etag nothing could be changed as it was seen.
  if (!parsed.success || parsed.data.etag === '') throw new ProviderFailure('temporary')
  const there = parsed.data
  if (there.status !== 'cancelled' && (hasGuests(there) || !there.extendedProperties?.private[markName])) throw new ProviderFailure('rejected')
  return there
}

/** `before`: an all-day appointment lets its dates go only when it is told so. */
function bodyOf({ subject, text, location, startsAt, endsAt }: OwnEvent, before?: GoogleEvent): calendar_v3.Schema$Event {
  const at = (ms: number) => ({ dateTime: new Date(ms).toISOString(), ...(before?.start?.date && { date: null }) })
  return { summary: subject, description: text, location, start: at(startsAt), end: at(endsAt) }
}

const saysTheSame = (there: GoogleEvent, { subject, text, location, startsAt, endsAt }: OwnEvent) =>
  there.summary === subject && there.description === text && there.location === location && instantOf(there.start?.dateTime) === startsAt && instantOf(there.end?.dateTime) === endsAt

async function goneAsNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ProviderFailure && error.code === 'gone') return null
    throw error
  }
}

/** Reading is agreed to, writing is not: that is the administrator's switch and a new consent, no missing sign-in. */
async function permitted<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof ProviderFailure && error.code === 'consent-missing' ? new ProviderFailure('forbidden') : error
  }
}
