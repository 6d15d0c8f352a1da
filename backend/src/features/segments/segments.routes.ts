import { limits } from '@counterpane/shared/contract/parts'
import type { Counterparty } from '@counterpane/shared/contract/client'
import type { Segment } from '@counterpane/shared/contract/segments'
import type { Api } from '../../platform/http/api'
import type { Caller } from '../../platform/http/caller'
import { etagOf } from '../../platform/http/etag'
import type { SegmentMembers } from './segment-members.service'
import type { SegmentRecord } from './segments.repository'
import { mayChange, type Segments } from './segments.service'

export interface SegmentsRoutesDeps { service: Segments; members: SegmentMembers; showClients: (ids: readonly string[]) => Counterparty[] }

export function addSegmentsRoutes(api: Api, { service, members, showClients }: SegmentsRoutesDeps): void {
  const tagged = (record: SegmentRecord, caller: Caller) => { const answer = present(record, caller); return { answer, headers: { ETag: answer.etag } } }
  api.on('listSegments', ({ caller }) => ({ answer: { items: service.list(caller).map((one) => present(one, caller)), nextCursor: null } }))
  api.on('getSegment', ({ caller, id }) => tagged(service.get(caller, id), caller))
  api.on('createSegment', async ({ caller, body }) => tagged(await service.create(caller, body), caller))
  api.on('patchSegment', async ({ caller, id, body, ifMatch }) => tagged(await service.patch(caller, id, { body, ifMatch }), caller))
  api.on('deleteSegment', async ({ caller, id, body, ifMatch }) => {
    await service.remove(caller, id, { anyway: body.anyway ?? false, ifMatch })
    return { answer: undefined }
  })
  api.on('previewSegment', async ({ caller, body }) => {
    const { count, ids } = await service.preview(caller, body)
    return { answer: { count, items: showClients(ids) } }
  })
  api.on('countSegment', async ({ caller, id }) => ({ answer: { count: await service.count(caller, id) } }))
  api.on('segmentRows', async ({ caller, id, query: { cursor, limit = limits.pageDefault } }) => {
    const { ids, nextCursor } = await service.rows(caller, id, { cursor, limit })
    return { answer: { items: showClients(ids), nextCursor } }
  })
  api.on('changeMembers', async ({ caller, id, body }) => ({ answer: await members.change(caller, id, body) }))
  api.on('undoMembers', async ({ caller, id }) => ({ answer: await members.undo(caller, id) }))
}

const present = ({ version, ownerId, createdAt, updatedAt, ...record }: SegmentRecord, caller: Caller): Segment => ({
  ...record, etag: etagOf(version), mine: ownerId === caller.id, canChange: mayChange({ ownerId, shared: record.shared }, caller), createdAt: new Date(createdAt).toISOString(), updatedAt: new Date(updatedAt).toISOString(),
})
