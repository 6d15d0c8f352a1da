import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { Express } from 'express'
import { createApp } from './app'
import { compose } from './composition'
import type { World } from './world'
import { composeDemo } from './demo-composition'
import { composeFiles } from './files-composition'
import { composeJournal } from './journal-composition'
import { composeCalendars } from './calendar-composition'
import { calendarProvidersOf } from './calendar-settings'
import type { Digests } from './features/digests/digests.service'
import type { SyncWorker } from './features/calendar-sync/sync-worker'
import { composeGmail, type GoogleSettings } from './gmail-composition'
import { composeSigningIn } from './signing-in-composition'
import { composeImports } from './imports-composition'
import { composeCleaning } from './cleaning-composition'
import { composeUnrecognised } from './unrecognised-composition'
import { composeClientList } from './client-list-composition'
import { composeExports } from './exports-composition'
import { composeSegments } from './segments-composition'
import { composeAdministration } from './administration-composition'
import { composeTrail } from './trail-composition'
import type { Config } from './config'
import type { Room } from './room'
import { countMigrations } from './features/about/about.repository'
import { addAboutRoutes } from './features/about/about.routes'
import type { TextCatchUp } from './platform/db/text-catch-up'
import { productVersion } from './platform/product-version'

export interface AssembleOptions extends World {
  /** The checkout, where the built pages and the demo's mail lie. */
  root: string
  mailFolder?: string
  /** Where this server listens; asked when the demo calls it. */
  serverUrl: () => string
  /** The demo's own calendars: made, connected, and living. */
  demoCalendars?: boolean
}

/** `worker` does nothing until it is started: the roles decide. */
export interface Program { app: Express; start(): void; worker: SyncWorker; digests: Digests; textCatchUp: TextCatchUp; endStreams(): void; close(): Promise<void> }

/** The whole program in one process, short of listening. */
export async function assemble({ root, mailFolder = resolve(root, 'tests/fixtures/mail'), serverUrl, demoCalendars = true, ...world }: AssembleOptions): Promise<Program> {
  const { config, log } = world
  const composed = compose(world)
  addAboutRoutes(composed.api, { version: productVersion(root), mode: config.MODE, clock: world.clock, migrations: () => countMigrations(world.db) })
  const own = ownGoogle(config)
  const demo = config.MODE === 'demo' ? await composeDemo({ config, root, mailFolder, serverUrl, db: world.db, log, clock: world.clock, withGoogle: own === null, withCalendars: demoCalendars }) : null
  const google = own ?? demo?.google ?? null
  const secrets = (config.COUNTERPANE_SECRET ?? randomBytes(32).toString('hex')).split(',')
  const files = composeFiles({ composed, world, secrets })
  const journal = composeJournal({ composed, files, world })
  const providers = calendarProvidersOf(config)
  const calendars = composeCalendars({ composed, files, world, secrets, providers: demo?.calendars ?? providers })
  const gmail = google && composeGmail({ composed, files, calendars, google, publicUrl: config.PUBLIC_URL, secrets })
  const rooms: Room[] = [
    composeSigningIn({ composed, world }), composeImports({ composed, world }), composeCleaning({ composed, world }), composeUnrecognised({ composed, world }),
    composeExports({ composed, world, contactRows: journal.contactRows, ...composeClientList({ composed, world }) }), composeSegments({ composed, world }), composeAdministration({ composed, world }), composeTrail({ composed, world }),
  ]
  const app = createApp({ composed, config, root, rooms: rooms.flatMap(({ routes }) => routes ?? []), files, journal: journal.routes, gmail, calendars: calendars.routes, demo: demo?.routes ?? null })
  const endSweeping = files.startSweeping()
  const close = async () => {
    await calendars.worker.stop()
    await Promise.all([endSweeping(), journal.close(), demo?.close(), ...rooms.map(({ close }) => close?.())])
  }
  const start = () => { for (const room of rooms) room.start?.() }
  return { app, start, worker: calendars.worker, digests: journal.digests, textCatchUp: journal.textCatchUp, endStreams: journal.endStreams, close }
}

/** Google as the settings name it; the demo's stand-in serves when they don't. */
function ownGoogle(config: Config): GoogleSettings | null {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_ADDON_SERVICE_ACCOUNT: serviceAccount, GOOGLE_ISSUER_CERTS_URL: certsUrl, GOOGLE_API_ROOT: apiRoot } = config
  return clientId && serviceAccount ? { clientId, serviceAccount, certsUrl, apiRoot } : null
}
