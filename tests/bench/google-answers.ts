import http from 'node:http'

/** Gmail's API and Google's keys for one machine, as little as an opened message needs. Settings come as one JSON argument; the sender is named by the message's id. */
const { port, jwk, addresses } = JSON.parse(process.argv[2] ?? '{}') as { port: number; jwk: object; addresses: readonly string[] }

http.createServer((request, response) => {
  const id = /\/messages\/([^?]+)/.exec(request.url ?? '')?.[1]
  const answer = id === undefined ? { keys: [jwk] } : {
    id, threadId: id, labelIds: ['INBOX'], internalDate: '1795168800000',
    payload: { mimeType: 'text/plain', headers: Object.entries({
      From: `Somebody <${addresses[Number(id.split('-').at(-1))]}>`, To: 'olga@demo.example', Subject: `Question ${id}`, Date: 'Fri, 20 Nov 2026 10:00:00 +0000', 'Message-ID': `<${id}@bench.example>`,
    }).map(([name, value]) => ({ name, value })) },
  }
  const text = JSON.stringify(answer)
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text)
}).listen(port, '127.0.0.1')
