import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { assemble } from '@counterpane/backend/assemble'
import { type Environment, readConfig } from '@counterpane/backend/config'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { createHttpClient, type HttpClient } from '@counterpane/shared/contract/http-client'
import { routes } from '@counterpane/shared/contract/routes'
import { freshDatabase, type TestSeed } from './database-template'
import { root } from './repository-files'
import { createTestClock, type TestClock } from './test-clock'

export interface TestServerOptions {
  seed?: TestSeed
  /** A database that stands already and that nobody has open: this server works on a copy of it. */
  copyOf?: string
  clock?: TestClock
  /** With the stand-ins of both mail clients around it, as `npm start` without settings. */
  demo?: boolean
  /** In the demo: with the team's own calendars, connected and living. Their rounds run by `worker`, when the test starts it or ticks. */
  calendars?: boolean
  /** The folder of message files that the stand-ins show, other than the demo's own. */
  mailFolder?: string
  /** Where to listen when others must know it beforehand. */
  port?: number
  /** Settings as the environment would give them. */
  settings?: Environment
}

/** The whole program on a port of its own, over real HTTP and a real database that nobody else has. */
export async function startTestServer({ seed, copyOf, clock = createTestClock(), demo = false, calendars = false, mailFolder, port = 0, settings = {} }: TestServerOptions = {}) {
  const file = await freshDatabase(seed, copyOf)
  const server = http.createServer()
  // Caller and server share one thread: after a long piece of work an idle line would be cut at the moment when it is used again.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config = readConfig({ COUNTERPANE_MODE: demo ? 'demo' : 'test', COUNTERPANE_LOG: 'silent', PUBLIC_URL: url, DATABASE_URL: `file:${file.path}`, ...settings })
  const db = await openDatabase({ path: file.path })
  const program = await assemble({ config, db, clock, log: createLogger(config.COUNTERPANE_LOG), root, mailFolder, serverUrl: () => url, demoCalendars: calendars })
  server.on('request', program.app)

  const tokens = new Map<string, string>()
  /** The token of a demo manager, signed in once. */
  async function tokenOf(email: string): Promise<string> {
    const known = tokens.get(email)
    if (known) return known
    const { token } = await createHttpClient({ routes, origin: url })('signIn', { body: { email } })
    tokens.set(email, token)
    return token
  }

  return {
    url, db, clock, config, worker: program.worker, databasePath: file.path, tokenOf,
    /** A typed caller of the API who is this manager. */
    async as(email: string, locale = 'en'): Promise<HttpClient> {
      const token = await tokenOf(email)
      return createHttpClient({ routes, origin: url, token: () => token, locale: () => locale })
    },
    /** A call as it comes over the wire, for what the typed caller can't say. */
    async raw(method: string, path: string, { as, body, headers = {} }: { as?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Response> {
      const sent = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
      return fetch(url + path, {
        method, redirect: 'manual', ...(sent !== undefined && { body: sent }),
        headers: { ...(sent !== undefined && { 'content-type': 'application/json' }), ...(as && { authorization: `Bearer ${await tokenOf(as)}` }), ...headers },
      })
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await program.close()
      await db.close()
      file.remove()
    },
  }
}
export type TestServer = Awaited<ReturnType<typeof startTestServer>>
