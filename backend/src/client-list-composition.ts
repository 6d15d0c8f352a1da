import type { Composed, World } from './composition'
import { createBaseExport } from './features/client-list/client-export.repository'
import { createClientList } from './features/client-list/client-list.repository'
import { addClientListRoutes } from './features/client-list/client-list.routes'
import { createClientListService, type ClientListNeeds } from './features/client-list/client-list.service'
import { createBaseExportsRoutes } from './features/exports/base-exports.routes'

/** The client base as a list: rows, filters, marks, preview, exports. */
export function composeClientList({ composed, world: { config, db, clock, log } }: { composed: Composed; world: World }) {
  const needs = (): ClientListNeeds => ({ segmentCondition: composed.segmentConditions.segmentCondition })
  const service = createClientListService({ db, clock, list: createClientList(db), needs })
  addClientListRoutes(composed.api, { db, clock, service })
  const { authenticate, cookieName } = composed
  return { routes: createBaseExportsRoutes({ db, clock, log, authenticate, cookieName, publicUrl: config.PUBLIC_URL, rows: createBaseExport({ db, service }) }) }
}
