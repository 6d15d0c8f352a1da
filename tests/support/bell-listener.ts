import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HeardRing { path: string; headers: http.IncomingHttpHeaders; body: string }

/** An address where providers ring: it answers Graph's handshake and takes everything else. */
export async function startBellListener() {
  const heard: HeardRing[] = []
  const state = { /** What rings are answered with. */ status: 202, /** The handshake is answered wrongly. */ deaf: false }
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://bell')
      const token = url.searchParams.get('validationToken')
      if (token !== null) return void response.writeHead(200, { 'content-type': state.deaf ? 'text/html' : 'text/plain' }).end(token)
      heard.push({ path: url.pathname, headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(state.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    heard, state, url: `${root}/bell`, lifecycleUrl: `${root}/lifecycle`,
    async close() { server.closeAllConnections(); await new Promise((resolve) => server.close(resolve)) },
  }
}
