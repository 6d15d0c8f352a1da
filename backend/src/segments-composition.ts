import type { Composed } from './composition'
import type { World } from './world'
import { addAttributesRoutes } from './features/attributes/attributes.routes'
import { loadCounterparties } from './features/clients/client-rows'
import { presentCounterparty } from './features/clients/clients.presenter'
import { createSegmentMembers } from './features/segments/segment-members.service'
import { createSegmentsRepository } from './features/segments/segments.repository'
import { addSegmentsRoutes } from './features/segments/segments.routes'
import { createSegments } from './features/segments/segments.service'

/** Named sets of clients, by hand or by rule, and the details that an administrator defines. */
export function composeSegments({ composed, world: { db, clock } }: { composed: Composed; world: World }) {
  const segments = createSegmentsRepository(db)
  const service = createSegments({ db, clock, segments, conditions: composed.segmentConditions, attributeTypes: composed.attributeTypes })
  addAttributesRoutes(composed.api, { attributes: composed.attributes })
  addSegmentsRoutes(composed.api, { service, members: createSegmentMembers({ db, clock, segments, service }), showClients: (ids) => loadCounterparties(db.sql, ids).map(presentCounterparty) })
  return {}
}
