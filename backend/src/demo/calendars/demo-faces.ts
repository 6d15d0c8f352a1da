import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Router } from 'express'
import { createGoogleCalendarStandIn } from './google/google-calendar-stand-in'
import { createGraphStandIn } from './graph/graph-stand-in'
import type { CalendarWorld, WorldClock } from './world/calendar-world.types'

/** What the page can make a provider do, alike for both. */
export interface DemoFace {
  /** Answers 429 for so long, and says so. */
  throttle(seconds: number): void
  outage(on: boolean): void
  signOut(mailbox: string, out: boolean): void
  /** What is remembered of this calendar's last round is of no use any more. */
  expire(mailbox: string): void
  silence(on: boolean): void
  standing(): { throttled: boolean; outage: boolean; silent: boolean; signedOut: readonly string[] }
}

/** Listens on a port of its own on this machine. */
export async function listenOnLoopback(router: Router) {
  const app = express().disable('x-powered-by').set('query parser', 'simple')
  app.use(router)
  const server = http.createServer(app)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  server.unref()
  return { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }) }
}

/** Trouble that lasts until a time, or until it is ended. */
export function lasting(clock: WorldClock) {
  let until = 0
  return { begin: (seconds: number) => { until = clock.now().getTime() + seconds * 1_000 }, end: () => { until = 0 }, left: () => Math.max(0, Math.ceil((until - clock.now().getTime()) / 1_000)) }
}

/** Google Calendar over the world, on a port of its own. */
export async function openGoogleFace({ world, clock }: { world: CalendarWorld; clock: WorldClock }) {
  let root = ''
  const google = createGoogleCalendarStandIn({ world, clock, root: () => root })
  const listening = await listenOnLoopback(google.router)
  root = listening.root
  const throttled = lasting(clock)
  const out = new Set<string>()
  let down = false
  function arrange() {
    google.troubles.calm()
    if (down) google.troubles.order({ kind: 'unavailable' })
    if (throttled.left() > 0) google.troubles.order({ kind: 'too-many', retryAfter: () => String(Math.max(1, throttled.left())) })
  }
  const face: DemoFace = {
    throttle(seconds) {
      throttled.begin(seconds)
      arrange()
      setTimeout(arrange, seconds * 1_000 + 50).unref()
    },
    outage(on) { down = on; arrange() },
    signOut(mailbox, gone) {
      if (gone) google.accounts.signOut(mailbox); else google.accounts.letIn(mailbox)
      if (gone) out.add(mailbox); else out.delete(mailbox)
    },
    expire: google.expireCursors,
    silence: google.channels.silence,
    standing: () => ({ throttled: throttled.left() > 0, outage: down, silent: google.channels.isSilent(), signedOut: [...out] }),
  }
  return { root, face, google, async close() { google.close(); await listening.close() } }
}

/** Microsoft Graph and Entra's token endpoint over the world, on a port of their own. */
export async function openGraphFace({ world, clock }: { world: CalendarWorld; clock: WorldClock }) {
  const graph = createGraphStandIn({ world, clock })
  const listening = await listenOnLoopback(graph.router)
  const throttled = lasting(clock)
  let down = false
  const face: DemoFace = {
    throttle(seconds) {
      throttled.begin(seconds)
      for (const { address, kind } of world.mailboxes()) if (kind === 'exchange') graph.gate.close(address.toLowerCase(), String(seconds))
    },
    outage(on) {
      down = on
      graph.troubles.clear()
      if (on) graph.troubles.always({ kind: 'status', status: 503 })
    },
    signOut: (mailbox, out) => { if (out) graph.bend.forbidden.add(mailbox); else graph.bend.forbidden.delete(mailbox) },
    expire: graph.expireRounds,
    silence: (on) => { graph.bells.drop = on },
    standing: () => ({ throttled: throttled.left() > 0, outage: down, silent: graph.bells.drop, signedOut: [...graph.bend.forbidden] }),
  }
  return { root: listening.root, face, graph, close: listening.close }
}
