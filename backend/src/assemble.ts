import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { Express } from 'express'
import { createApp } from './app'
import { compose, type World } from './composition'
import { composeDemo } from './demo-composition'
import { composeFiles } from './files-composition'
import { composeGmail, type GoogleSettings } from './gmail-composition'
import type { Config } from './config'
import { countMigrations } from './features/about/about.repository'
import { addAboutRoutes } from './features/about/about.routes'
import { productVersion } from './platform/product-version'

export interface AssembleOptions extends World {
  /** The checkout, where the built pages and the demo's mail lie. */
  root: string
  mailFolder?: string
  /** Where this server listens; asked when the demo calls it. */
  serverUrl: () => string
}

/** The whole program in one process, short of listening. */
export async function assemble({ root, mailFolder = resolve(root, 'tests/fixtures/mail'), serverUrl, ...world }: AssembleOptions): Promise<{ app: Express; close(): Promise<void> }> {
  const { config, log } = world
  const composed = compose(world)
  addAboutRoutes(composed.api, { version: productVersion(root), mode: config.MODE, clock: world.clock, migrations: () => countMigrations(world.db) })
  const own = ownGoogle(config)
  const demo = config.MODE === 'demo' ? await composeDemo({ config, root, mailFolder, serverUrl, log, clock: world.clock, withGoogle: own === null }) : null
  const google = own ?? demo?.google ?? null
  const secrets = (config.COUNTERPANE_SECRET ?? randomBytes(32).toString('hex')).split(',')
  const files = composeFiles({ composed, world, secrets })
  const gmail = google && composeGmail({ composed, files, google, publicUrl: config.PUBLIC_URL, secrets })
  const app = createApp({ composed, config, root, files, gmail, demo: demo?.routes ?? null })
  const endSweeping = files.startSweeping()
  return { app, close: async () => { await Promise.all([endSweeping(), demo?.close()]) } }
}

/** Google as the settings name it; the demo's stand-in serves when they don't. */
function ownGoogle(config: Config): GoogleSettings | null {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_ADDON_SERVICE_ACCOUNT: serviceAccount, GOOGLE_ISSUER_CERTS_URL: certsUrl, GOOGLE_API_ROOT: apiRoot } = config
  return clientId && serviceAccount ? { clientId, serviceAccount, certsUrl, apiRoot } : null
}
