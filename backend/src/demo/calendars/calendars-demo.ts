import type { CalendarProviders } from '../../calendar-composition'
import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import { createCalendarsDemoRoutes } from './calendars-demo.routes'
import { createDemoCalendarsRepository } from './demo-calendars.repository'
import { openGoogleFace, openGraphFace } from './demo-faces'
import { createDemoPlay } from './demo-play'
import { membersOf } from './demo-team'
import { fillCalendars, mondayOf } from './fill-calendars'
import { demoGraphApp } from './graph/graph-stand-in'
import { createCalendarWorld } from './world/calendar-world'

/** `playing`: things happen by themselves while somebody watches. */
export interface CalendarsDemoDeps { clock: Clock; db: Pick<Db, 'sql' | 'write'>; playing: boolean; everyMs?: number }

const week = 7 * 86_400_000
/** As far back as rounds look, by the default setting: older weeks need not stand in the calendars. */
const weeksBack = 4
/** Watched: the page asked within so long. A tab in the background asks once a minute only. */
const watchedMs = 90_000

/** Microsoft's and Google's calendars on this machine: one world, two interfaces on ports of their own, the calendars of the team, and a page to play with them. */
export async function createCalendarsDemo({ clock, db, playing, everyMs }: CalendarsDemoDeps) {
  const repository = createDemoCalendarsRepository(db)
  const members = membersOf(repository.managers())
  const guests = repository.guests(members.map(({ id }) => id))
  const now = clock.now()
  const thisWeek = mondayOf(now.getTime())
  const since = Math.min(mondayOf(await repository.connect(members, now)), thisWeek)

  // The same week gives the same ids again, so that a restart changes nothing.
  const world = createCalendarWorld({ clock, seed: Math.floor(thisWeek / week) })
  for (const { address, name, kind, zone } of members) world.addMailbox({ address, name, kind, zone })
  fillCalendars({ world, members, guests, now: now.getTime(), from: Math.max(thisWeek - weeksBack * week, since - week), since })

  const [google, graph] = await Promise.all([openGoogleFace({ world, clock }), openGraphFace({ world, clock })])
  let watchedAt = 0
  const play = createDemoPlay({ world, clock, members, guests, isWatched: () => clock.now().getTime() - watchedAt < watchedMs, ...(everyMs !== undefined && { everyMs }) })
  if (playing) play.start()
  const routes = createCalendarsDemoRoutes({ world, clock, members, guests, play, repository, faces: { exchange: graph.face, google: google.face }, watched: () => { watchedAt = clock.now().getTime() } })
  const providers: CalendarProviders = {
    graph: { baseUrl: `${graph.root}/v1.0`, identity: { kind: 'client-credentials', authority: graph.root, ...demoGraphApp } },
    google: { apiRoot: google.root, clientId: 'demo', clientSecret: 'demo', delegationKeyFile: undefined, withoutConsent: true },
  }
  return {
    routes, providers, world, play, members, guests, google: google.google, graph: graph.graph,
    async close() {
      play.stop()
      await Promise.all([google.close(), graph.close()])
    },
  }
}
export type CalendarsDemo = Awaited<ReturnType<typeof createCalendarsDemo>>
