import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { assemble } from '@counterpane/backend/assemble'
import { readConfig } from '@counterpane/backend/config'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import type { Log } from '@counterpane/backend/platform/log/logger'
import { freshDatabase } from '../support/database-template'
import { startEntraAuthority } from '../support/entra-authority'
import { root } from '../support/repository-files'
import { createTestClock } from '../support/test-clock'

/** The whole program with every word that it says at its most talkative. */
async function startListening() {
  const lines: string[] = []
  const say = (fact: unknown, words: unknown) => { lines.push(JSON.stringify([fact, words], (_name, value: unknown) => (value instanceof Error ? `${value.message} ${value.stack}` : value))) }
  const log = { debug: say, info: say, warn: say, error: say } as unknown as Log
  const [entra, file, server] = [await startEntraAuthority(), await freshDatabase(), http.createServer()]
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const db = await openDatabase({ path: file.path })
  const program = await assemble({ config: readConfig({ COUNTERPANE_MODE: 'test', PUBLIC_URL: url, ...entra.settings }), db, clock: createTestClock(), log, root, serverUrl: () => url })
  server.on('request', program.app)
  return {
    entra, lines,
    ask: (path: string, token?: string) => fetch(url + path, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await program.close()
      await db.close()
      await entra.close()
      file.remove()
    },
  }
}

test('a refused token leaves one line that says why, and nothing of itself', async () => {
  const house = await startListening()
  const token = await house.entra.token({ exp: house.entra.nowSeconds() - 600 })
  expect((await house.ask('/api/me', token)).status).toBe(401)
  expect(house.lines.filter((line) => line.includes('token-refused'))).toEqual([JSON.stringify([{ event: 'token-refused', kind: 'invalid', reason: 'expired' }, 'a token was refused'])])
  const asked = [`/api/me?access_token=${token}`, `/api/invitations/accept?token=${token}`, `/nowhere?token=${token}`]
  for (const path of asked) expect((await house.ask(path, token)).status).toBeGreaterThanOrEqual(400)
  expect(house.lines.length).toBeGreaterThan(3)
  const [, payload = '', signature = ''] = token.split('.')
  for (const secret of [payload, signature, payload.slice(0, 40)]) expect(house.lines.join('\n')).not.toContain(secret)
  await house.close()
})
