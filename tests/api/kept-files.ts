import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Contact } from '@counterpane/shared/contract/contact'
import { aLetter } from '../support/letters'
import type { TestServer } from '../support/test-server'

export const olga = 'olga@demo.example'
export const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
type Letter = Parameters<typeof aLetter>[0]
type Sent = Uint8Array | string | ReadableStream<Uint8Array>
export interface Problem { code: string; detail: string; title: string }

/** Files in the folder of the store, as `ab/cdef…`, unfinished ones included. */
export function filesBelow(folder: string): string[] {
  const names = (() => { try { return readdirSync(folder, { recursive: true, encoding: 'utf8' }) } catch { return [] } })()
  return names.filter((name) => statSync(join(folder, name)).isFile()).sort()
}

/** Registers letters and sends their files over the wire, as the pane does. */
export function createFileCalls(server: TestServer) {
  const headersOf = async (as: string | null, headers: Record<string, string>) => ({ ...(as !== null && { authorization: `Bearer ${await server.tokenOf(as)}` }), ...headers })
  return {
    folder: join(dirname(server.databasePath), 'files'),
    async register(files: readonly { name: string; contentType?: string; size?: number }[], { as = olga, private: isPrivate, visibility, ...letter }: Letter & { as?: string; private?: boolean; visibility?: 'full' | 'subject' | 'fact' } = {}): Promise<Contact> {
      const attachments = files.map(({ name, contentType = 'application/pdf', size = 1 }) => ({ name, contentType, size }))
      const body = { message: aLetter({ attachments, ...letter }), ...(isPrivate && { private: true }), ...(visibility && { visibility }) }
      const answer = await server.raw('POST', '/api/contacts/register-message', { as, body })
      return (await answer.json() as { contact: Contact }).contact
    },
    async put(id: string, bytes: Sent, { as = olga, headers = {} }: { as?: string | null; headers?: Record<string, string> } = {}): Promise<Response> {
      const init = { method: 'PUT', body: bytes as BodyInit, duplex: 'half', headers: { 'content-type': 'application/octet-stream', ...await headersOf(as, headers) } }
      return fetch(`${server.url}/api/attachments/${encodeURIComponent(id)}/content`, init as RequestInit)
    },
    async get(id: string, { as = olga, method = 'GET', headers = {} }: { as?: string | null; method?: string; headers?: Record<string, string> } = {}): Promise<Response> {
      return fetch(`${server.url}/api/attachments/${encodeURIComponent(id)}/content`, { method, headers: await headersOf(as, headers) })
    },
    async setPolicy(policy: Partial<{ keep: 'all' | 'chosen' | 'none'; maxFileBytes: number; maxMessageBytes: number }>): Promise<void> {
      const attachments = { keep: 'all', maxFileBytes: 25 * 1024 ** 2, maxMessageBytes: 50 * 1024 ** 2, ...policy }
      const answer = await server.raw('PUT', '/api/settings', { as: await administratorOf(server), body: { attachments } })
      if (answer.status !== 200) throw new Error(`the policy was not taken: ${answer.status}`)
    },
  }
}
export type FileCalls = ReturnType<typeof createFileCalls>

export async function administratorOf(server: Pick<TestServer, 'raw'>): Promise<string> {
  const { items } = await (await server.raw('GET', '/api/demo/managers')).json() as { items: { email: string; role: string }[] }
  return items.find((one) => one.role === 'administrator')!.email
}

export const problemIn = async (answer: Response) => await answer.json() as Problem
