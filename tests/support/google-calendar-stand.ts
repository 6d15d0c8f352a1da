import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { GoogleCalendarSettings } from '@counterpane/backend/adapters/google/google-calendar'
import { createGoogleCalendarStandIn } from '@counterpane/backend/demo/calendars/google/google-calendar-stand-in'
import { createCalendarWorld } from '@counterpane/backend/demo/calendars/world/calendar-world'
import type { CalendarWorld } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import { createTestClock, type TestClock } from './test-clock'

export interface GoogleStandOptions { clock?: TestClock; world?: CalendarWorld; seed?: number; settings?: Partial<GoogleCalendarSettings> }

/** Google Calendar on a port of its own, over a world of the test's; `settings` lead an adapter there. */
export async function startGoogleCalendarStand({ clock = createTestClock(), seed = 1, world = createCalendarWorld({ clock, seed }), settings = {} }: GoogleStandOptions = {}) {
  const app = express().set('query parser', 'simple')
  const server = http.createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const google = createGoogleCalendarStandIn({ world, clock, root: () => root })
  app.use(google.router)

  return {
    root, world, clock, google,
    settings: { apiRoot: root, clientId: 'stand', clientSecret: 'secret', delegationKeyFile: undefined, withoutConsent: true, ...settings } satisfies GoogleCalendarSettings,
    /** A token that may read and write this mailbox's events. */
    tokenOf: async (mailbox: string): Promise<string> => {
      const response = await fetch(`${root}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: `demo:${mailbox}`, client_id: 'stand', client_secret: 'secret' }) })
      return ((await response.json()) as { access_token: string }).access_token
    },
    async close() {
      google.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type GoogleCalendarStand = Awaited<ReturnType<typeof startGoogleCalendarStand>>
