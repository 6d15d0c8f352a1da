import type { CalendarSource } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import type { OwnCalendar } from '../../ports/own-calendar'
import { createMailboxGate } from '../gate/mailbox-gate'
import { createGraphBells } from './graph-bells'
import { createGraphCalls, type graphPatience } from './graph-calls'
import { changesOf } from './graph-changes'
import { readItem } from './graph-items'
import { createGraphOwnCalendar } from './graph-own-calendar'
import type { GraphSettings } from './graph-settings'
import { verifyCalendar } from './graph-standing'
import { createGraphToken } from './graph-token'

export type { GraphIdentity, GraphSettings } from './graph-settings'
/** `patience`: other limits of time than the usual. */
export interface GraphCalendarDeps { settings: GraphSettings; clock: Clock; patience?: typeof graphPatience }

/** Exchange calendars through Microsoft Graph v1.0. */
export function createGraphCalendar({ settings, clock, patience }: GraphCalendarDeps): { source: CalendarSource; own: OwnCalendar } {
  const calls = createGraphCalls({ baseUrl: settings.baseUrl, token: createGraphToken(settings, clock), gate: createMailboxGate({ clock }), clock, patience })
  return {
    source: {
      verify: (access) => verifyCalendar(calls, access),
      changesSince: ({ mailbox }, from) => changesOf(calls, mailbox, from),
      read: (access, eventId) => readItem(calls, access, eventId),
      ...createGraphBells(calls, clock),
    },
    own: createGraphOwnCalendar(calls),
  }
}
