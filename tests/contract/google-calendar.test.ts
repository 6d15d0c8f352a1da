import { createGoogleCalendar } from '@counterpane/backend/adapters/google/google-calendar'
import { startGoogleCalendarStand } from '../support/google-calendar-stand'
import { calendarSourceCases } from './calendar-source-cases'

calendarSourceCases('calendars of Google', async () => {
  const { google, world, clock, settings, close } = await startGoogleCalendarStand()
  const { source } = createGoogleCalendar({ settings, clock })
  return {
    source, world, clock, kind: 'google', close,
    accessOf: (mailbox) => ({ mailbox, refreshToken: null }),
    expireCursors: google.expireCursors,
    throttleOnce: (mailbox, retryAfter) => { google.troubles.order({ kind: 'too-many', mailbox, retryAfter, times: 1 }) },
    failOnce: (mailbox) => { google.troubles.order({ kind: 'unavailable', mailbox, times: 1 }) },
    counts: (mailbox) => ({ requests: google.counts.requests(mailbox), mostInFlight: google.counts.mostInFlight(mailbox), early: google.troubles.early(mailbox) }),
    settled: google.channels.settle,
    lettersSent: google.counts.letters,
  }
})
