import type { ImportDetails } from '@counterpane/shared/contract/imports'
import type { TestServer } from './test-server'

interface Sent { as?: string; name?: string; headers?: Record<string, string>; locale?: string }
/** Sends a file's bytes to be imported, as a browser does. */
export async function sendTable(server: TestServer, bytes: string | Uint8Array | ReadableStream<Uint8Array>, { as = 'admin@demo.example', name = 'clients.csv', headers = {}, locale = 'en' }: Sent = {}) {
  const answer = await fetch(`${server.url}/api/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST', headers: { 'content-type': 'application/octet-stream', 'accept-language': locale, authorization: `Bearer ${await server.tokenOf(as)}`, ...headers },
    body: bytes as BodyInit, duplex: 'half',
  } as RequestInit)
  const body = await answer.json() as ImportDetails & { code?: string; detail?: string }
  return { status: answer.status, body }
}

/** Waits until the import has come to rest. */
export async function settled(server: TestServer, id: string, as = 'admin@demo.example', { longest = 600 } = {}): Promise<ImportDetails> {
  const call = await server.as(as)
  for (let patience = 0; patience < longest; patience++) {
    const found = await call('getImport', { id })
    if (!['waiting', 'checking', 'reading', 'undoing'].includes(found.state)) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the import ${id} does not come to rest`)
}

/** Uploads and runs a table to its end. */
export async function importTable(server: TestServer, bytes: string | Uint8Array, sent: Sent = {}): Promise<ImportDetails> {
  const { status, body } = await sendTable(server, bytes, sent)
  if (status !== 201) throw new Error(`${status} ${body.code}: ${body.detail}`)
  await (await server.as(sent.as ?? 'admin@demo.example', sent.locale))('runImport', { id: body.id })
  return settled(server, body.id, sent.as)
}
