import type { Composed } from './composition'
import type { World } from './world'
import { baseFiles, type BaseRows } from './features/exports/base-files'
import { contactFile } from './features/exports/contact-file'
import { createExportsRoutes } from './features/exports/exports.routes'
import type { ExportRows } from './features/exports/exports.types'
import type { Room } from './room'

interface Given { composed: Composed; world: World; contactRows: ExportRows; baseRows: BaseRows }

/** Files of the journal's contacts, of clients and of their people, all made in one way. */
export function composeExports({ composed: { authenticate, cookieName }, world: { config, db, clock, log }, contactRows, baseRows }: Given): Room {
  return { routes: createExportsRoutes({ db, clock, log, authenticate, cookieName, publicUrl: config.PUBLIC_URL, nouns: [contactFile({ db, rows: contactRows }), ...baseFiles(baseRows)] }) }
}
