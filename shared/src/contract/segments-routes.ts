import type { Access } from './access-level'

/** Named sets of clients, by hand or by rule, and the details that an administrator defines. */
export const segmentsRoutes = {
  listAttributes: 'GET /api/attributes',
  createAttribute: 'POST /api/attributes',
  patchAttribute: 'PATCH /api/attributes/{id}',
  deleteAttribute: 'DELETE /api/attributes/{id}',
  listSegments: 'GET /api/segments',
  createSegment: 'POST /api/segments',
  previewSegment: 'POST /api/segments/preview',
  getSegment: 'GET /api/segments/{id}',
  patchSegment: 'PATCH /api/segments/{id}',
  deleteSegment: 'DELETE /api/segments/{id}',
  countSegment: 'GET /api/segments/{id}/count',
  segmentRows: 'GET /api/segments/{id}/members',
  changeMembers: 'POST /api/segments/{id}/members',
  undoMembers: 'POST /api/segment-changes/{id}/undo',
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const segmentsAccess = {
  listAttributes: 'manager', createAttribute: 'administrator', patchAttribute: 'administrator', deleteAttribute: 'administrator',
  listSegments: 'manager', createSegment: 'manager', previewSegment: 'manager', getSegment: 'manager', patchSegment: 'manager', deleteSegment: 'manager',
  countSegment: 'manager', segmentRows: 'manager', changeMembers: 'manager', undoMembers: 'manager',
} as const satisfies Record<keyof typeof segmentsRoutes, Access>
