import type { Tried } from './tried'

const admin = 'admin@demo.example'

/** Details that an administrator defines, and segments of clients. */
export async function segmentsAgree(tried: Tried): Promise<void> {
  const defined = await tried('createAttribute', { as: admin, body: { noun: 'counterparty', name: 'Warehouse', type: 'choice', options: ['North', 'South'] } })
  const id = String(defined.body.id)
  await tried('patchAttribute', { as: admin, id, body: { nameRu: 'Склад', position: 0 }, headers: { 'if-match': defined.etag! } })
  await tried('listAttributes', { query: '?counted=true&noun=counterparty' })
  const client = await tried('createCounterparty', { body: { name: 'Segmented', status: 'active', attributes: { Warehouse: 'North' } } })
  const rule = { match: 'all', conditions: [{ field: 'attribute', key: 'Warehouse', operator: 'anyOf', values: ['North'] }] }
  const found = await tried('createSegment', { body: { name: 'Northern', shared: true, rule } })
  await tried('previewSegment', { body: { rule } })
  await tried('getSegment', { id: String(found.body.id) })
  await tried('patchSegment', { id: String(found.body.id), body: { name: 'North' }, headers: { 'if-match': found.etag! } })
  await tried('countSegment', { id: String(found.body.id) })
  const chosen = await tried('createSegment', { body: { name: 'Chosen', shared: false } })
  const changed = await tried('changeMembers', { id: String(chosen.body.id), body: { add: [client.body.id] } })
  await tried('segmentRows', { id: String(chosen.body.id), query: '?limit=10' })
  await tried('undoMembers', { id: String(changed.body.changeId) })
  await tried('listSegments')
  await tried('deleteSegment', { id: String(chosen.body.id) })
  await tried('patchCounterparty', { id: String(client.body.id), body: { attributes: {} } })
  await tried('deleteSegment', { id: String(found.body.id), body: { anyway: true } })
  await tried('deleteAttribute', { as: admin, id })
}
