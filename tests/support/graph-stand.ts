import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { GraphSettings } from '@counterpane/backend/adapters/graph/graph-calendar'
import { createGraphStandIn, demoGraphApp, type GraphStandInOptions } from '@counterpane/backend/demo/calendars/graph/graph-stand-in'
import { createCalendarWorld } from '@counterpane/backend/demo/calendars/world/calendar-world'
import type { CalendarWorld } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import { createTestClock, type TestClock } from './test-clock'

export interface GraphStandOptions extends Partial<GraphStandInOptions> { clock?: TestClock; world?: CalendarWorld; seed?: number }

/** Microsoft Graph and Entra's tokens on a port of their own, over a world of the test's; `settings` lead an adapter there, `environment` the whole program. */
export async function startGraphStand({ clock = createTestClock(), seed = 1, world = createCalendarWorld({ clock, seed }), ...options }: GraphStandOptions = {}) {
  const graph = createGraphStandIn({ world, clock, ...options })
  const server = http.createServer(express().set('query parser', 'simple').use(graph.router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { tenant, clientId, clientSecret } = options.app ?? demoGraphApp
  const baseUrl = `${root}/v1.0`

  return {
    root, baseUrl, world, clock, graph,
    settings: { baseUrl, identity: { kind: 'client-credentials', authority: root, tenant, clientId, clientSecret } } satisfies GraphSettings,
    environment: { GRAPH_BASE_URL: baseUrl, ENTRA_AUTHORITY: root, ENTRA_TENANT_ID: tenant, ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret },
    /** A request of the test's own, as the program (or with another token). */
    ask: (path: string, { token = 'demo', headers = {}, ...init }: RequestInit & { token?: string | null; headers?: Record<string, string> } = {}) =>
      fetch(path.startsWith('http') ? path : `${baseUrl}${path}`, { ...init, headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers } }),
    async close() {
      graph.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type GraphStand = Awaited<ReturnType<typeof startGraphStand>>
