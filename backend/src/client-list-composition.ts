import type { Composed } from './composition'
import type { World } from './world'
import { createBaseExport } from './features/client-list/client-export.repository'
import { createClientList } from './features/client-list/client-list.repository'
import { addClientListRoutes } from './features/client-list/client-list.routes'
import { createClientListService, type ClientListNeeds } from './features/client-list/client-list.service'

/** The client base as a list: rows, filters, marks, preview; `baseRows` of it are brought out as files. */
export function composeClientList({ composed, world: { db, clock } }: { composed: Composed; world: World }) {
  const needs = (): ClientListNeeds => ({ segmentCondition: composed.segmentConditions.segmentCondition, survivors: composed.survivors })
  const service = createClientListService({ db, clock, list: createClientList(db), needs })
  addClientListRoutes(composed.api, { db, clock, service })
  return { baseRows: createBaseExport({ db, service }) }
}
