import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startEntraAuthority } from './entra-authority'
import { startTestServer, type TestServer, type TestServerOptions } from './test-server'

/** The whole program with Entra set up, and an authority on this machine that signs its tokens. */
export async function startEntraHouse({ settings, ...options }: TestServerOptions = {}) {
  const entra = await startEntraAuthority()
  const server: TestServer = await startTestServer({ ...options, settings: { ...entra.settings, ...settings } })
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  return {
    entra, server,
    me: (token: string) => server.raw('GET', '/api/me', { headers: bearer(token) }),
    accept: (token: string, code: string) => server.raw('POST', '/api/invitations/accept', { headers: bearer(token), body: { code } }),
    administrator: (): Promise<HttpClient> => server.as('admin@demo.example'),
    async close() { await server.close(); await entra.close() },
  }
}
export type EntraHouse = Awaited<ReturnType<typeof startEntraHouse>>

/** Binds whoever the token is of to the manager, as an administrator and the person would. */
export async function bindByInvitation(house: EntraHouse, managerId: string, token: string): Promise<void> {
  const { code } = await (await house.administrator())('inviteManager', { id: managerId })
  const answer = await house.accept(token, code)
  if (answer.status !== 200) throw new Error(`the invitation was not accepted: HTTP ${answer.status}`)
}
