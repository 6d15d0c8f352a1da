import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { assemble } from './assemble'
import type { Config } from './config'
import { seedWhenEmpty } from './demo-composition'
import { offerAdministration } from './features/access/first-administrator.service'
import { filePathOf } from './platform/db/connection'
import { openDatabase } from './platform/db/database'
import { createLogger } from './platform/log/logger'
import { isFirstAdministratorMissing } from './provider-ways'
import { warmLists } from '@counterpane/shared/matching/free-mail'
import { clockFrom, machineClock } from './ports/clock'

export interface StartOptions { config: Config; root: string; mailFolder?: string }
/** `firstCode`: nobody who could invite others can sign in yet, and this code makes the first administrator. It is told here alone. */
export interface Running { url: string; demo: boolean; firstCode: { code: string; expiresAt: Date } | null; stop(): Promise<void> }

/** Opens the database, composes everything and listens. Stopping answers what is in flight and closes the database. */
export async function startServer({ config, root, mailFolder }: StartOptions): Promise<Running> {
  const log = createLogger(config.COUNTERPANE_LOG)
  const clock = config.COUNTERPANE_CLOCK ? clockFrom(config.COUNTERPANE_CLOCK) : machineClock
  const path = resolve(filePathOf(config.DATABASE_URL))
  const db = await openDatabase({ path })
  if (config.MODE === 'demo' && (await seedWhenEmpty(path, clock))) log.info('the demo data is written')

  const server = createServer()
  server.keepAliveTimeout = keepAliveMs
  const serverUrl = () => `http://${config.HOST}:${(server.address() as AddressInfo | null)?.port ?? config.PORT}`
  const program = await assemble({ config, db, clock, log, root, mailFolder, serverUrl })
  server.on('request', program.app)
  await new Promise<void>((started, failed) => server.once('error', failed).listen(config.PORT, config.HOST, started))
  log.info({ url: config.PUBLIC_URL }, 'listening')
  if (config.COUNTERPANE_ROLES.split(',').includes('worker')) {
    program.worker.start()
    program.start()
    program.digests.start()
    program.textCatchUp.start()
  }
  const firstCode = config.COUNTERPANE_ROLES.split(',').includes('web') && isFirstAdministratorMissing({ config, db }) ? await offerAdministration({ db, clock }) : null
  setImmediate(warmLists) // the first unknown sender should not wait for a list to be read
  return {
    url: serverUrl(), demo: config.MODE === 'demo', firstCode,
    async stop() {
      program.endStreams()
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), stopPatienceMs).unref()
      await closed
      await program.close()
      await db.close()
    },
  }
}

/** Longer than the minute that proxies keep an idle line: who closes it must not be this side, at the moment when the next request is on its way. */
const keepAliveMs = 75_000
/** What is in flight gets this long to be answered. */
const stopPatienceMs = 10_000
