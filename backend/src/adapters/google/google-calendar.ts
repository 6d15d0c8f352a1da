import type { CalendarAccess, CalendarChange, CalendarSource } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import type { OwnCalendar } from '../../ports/own-calendar'
import { ProviderFailure } from '../../ports/provider-failure'
import { createMailboxGate } from '../gate/mailbox-gate'
import { createCalendarCalls } from './calendar-calls'
import { readChanges } from './calendar-changes'
import { createChannels } from './calendar-channels'
import { toChange } from './calendar-event'
import { createGrants, type GoogleCalendarSettings } from './calendar-grants'
import { createOwnEvents } from './calendar-own-events'
import { createCalendarTokens } from './calendar-tokens'

export type { GoogleCalendarSettings }
export interface GoogleCalendarDeps { settings: GoogleCalendarSettings; clock: Clock }

const requestsAtOnce = 4

/** Google calendars through the Calendar API v3. */
export function createGoogleCalendar({ settings, clock }: GoogleCalendarDeps): { source: CalendarSource; own: OwnCalendar } {
  const gate = createMailboxGate({ clock, max: requestsAtOnce })
  const withToken = createCalendarTokens({ proofFor: createGrants(settings), gate, clock })
  const calls = createCalendarCalls({ apiRoot: settings.apiRoot, clock, withToken })

  async function verify(access: CalendarAccess): Promise<void> {
    await calls(access, 'read').first()
  }
  async function read(access: CalendarAccess, eventId: string): Promise<CalendarChange> {
    try {
      return toChange(asOf(await calls(access, 'read').event(eventId), eventId))
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.code !== 'gone') throw error
    }
    // A calendar that is gone answers alike; then nothing is known of its appointments.
    await verify(access)
    return { kind: 'gone', eventId }
  }
  return { source: { verify, read, changesSince: (access, from) => readChanges(calls, access, from), ...createChannels({ calls, clock }) }, own: createOwnEvents(calls) }
}

/** A page of HTML or half an answer is no appointment that can't be understood: it is no answer. */
function asOf(answer: unknown, eventId: string): unknown {
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || answer.id !== eventId) throw new ProviderFailure('temporary')
  return answer
}
