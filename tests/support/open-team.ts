import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from './test-server'

/** The whole program for the tests of one file, which Olga calls; `raw` is she too, for what the typed caller can't say. */
export function openTeam() {
  let server: TestServer
  let caller: HttpClient
  beforeAll(async () => {
    server = await startTestServer()
    caller = await server.as('olga@demo.example')
  })
  afterAll(() => server.close())
  const olga: HttpClient = (name, options) => caller(name, options)
  return {
    get server() { return server },
    olga,
    raw: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => server.raw(method, path, { as: 'olga@demo.example', body, headers }),
  }
}
