import type { JsonWebKey } from 'node:crypto'
import http from 'node:http'
import { lookUp, register, type FloorMessage } from './floor-answers'
import { createCardFloor } from './floor-card'
import { createJournalFloor } from './floor-journal'
import { openFloor } from './floor-sql'

/** The floor: bare node:http around prepared statements. Settings come as one JSON argument. */
const { path, port, clock, jwk, gmailRoot } = JSON.parse(process.argv[2] ?? '{}') as { path: string; port: number; clock: number; jwk: JsonWebKey; gmailRoot: string }
const offset = clock - Date.now()
const floor = openFloor(path)
const card = createCardFloor(floor, { jwk, gmailRoot })
const journal = createJournalFloor(floor.db)

const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body: unknown = parts.length === 0 ? null : JSON.parse(Buffer.concat(parts).toString('utf8'))
    const now = Date.now() + offset
    const send = (status: number, answer: unknown) => sendText(status, JSON.stringify(answer))
    const sendText = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text)
    }
    const { message } = (body ?? {}) as { message: FloorMessage }
    if (request.url === '/api/sidebar') send(200, lookUp(floor, message, now))
    else if (request.url === '/api/contacts/register-message') send(201, register(floor, message, now))
    else if (request.url?.startsWith('/api/journal/rows?')) sendText(200, journal(request.url, now))
    else if (request.url === '/gmail/on-message') void card(request.headers.authorization ?? '', body as Parameters<typeof card>[1], now).then((answer) => send(answer ? 200 : 401, answer), () => send(500, {}))
    else send(200, {})
  })
})
server.listen(port, '127.0.0.1')
process.once('SIGTERM', () => {
  server.closeAllConnections()
  server.close()
  floor.db.close()
  process.exit(0)
})
