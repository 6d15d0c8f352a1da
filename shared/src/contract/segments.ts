import { z } from 'zod'
import * as attribute from './attribute'
import { counterparty } from './client'
import type { Operation } from './operation'
import * as p from './parts'
import { segmentRule } from './segment-rule'
import type { segmentsRoutes } from './segments-routes'

const segmentName = z.string().trim().min(1).max(120)
/** A named set of clients: by hand (its members) or by a rule. `members`: of those by hand. `owner` null: whoever made it has left. */
export const segment = z.object({
  id: p.id, etag: z.string(), name: z.string(), kind: z.enum(['hand', 'rule']), shared: z.boolean(), rule: segmentRule.nullable(), owner: p.reference.nullable(), mine: z.boolean(), canChange: z.boolean(),
  members: z.number().int().nullable(), createdAt: p.utcInstant, updatedAt: p.utcInstant,
})
export const segmentPage = p.page(segment)
/** With a rule it is one by rule, without one by hand. */
export const createSegment = z.strictObject({ name: segmentName, shared: z.boolean(), rule: segmentRule.optional() })
export const patchSegment = z.strictObject({ name: segmentName.optional(), shared: z.boolean().optional(), rule: segmentRule.optional() })
/** Without `anyway` a segment that others or saved views use is not deleted, and the refusal says by what it is used. */
export const deleteSegment = z.strictObject({ anyway: z.boolean().optional() })
export const segmentCount = z.object({ count: z.number().int() })
export const previewSegment = z.strictObject({ rule: segmentRule, segmentId: p.id.optional() })
export const segmentPreview = z.object({ count: z.number().int(), items: z.array(counterparty) })
export const listSegmentRows = z.strictObject({ ...p.paging })
export const changeMembers = z.strictObject({ add: z.array(p.id).max(5_000).optional(), remove: z.array(p.id).max(5_000).optional() })
/** `changeId` takes it all back; null when nothing changed. */
export const changedMembers = z.object({ changeId: p.id.nullable(), added: z.number().int(), removed: z.number().int() })

export const segmentsOperations = {
  listAttributes: { query: attribute.listAttributes, answer: attribute.attributePage, status: 200 },
  createAttribute: { body: attribute.createAttribute, answer: attribute.attributeDefinition, status: 201 },
  patchAttribute: { body: attribute.patchAttribute, answer: attribute.attributeDefinition, status: 200 },
  deleteAttribute: { answer: null, status: 204 },
  listSegments: { query: z.strictObject({}), answer: segmentPage, status: 200 },
  createSegment: { body: createSegment, answer: segment, status: 201 },
  previewSegment: { body: previewSegment, answer: segmentPreview, status: 200 },
  getSegment: { answer: segment, status: 200 },
  patchSegment: { body: patchSegment, answer: segment, status: 200 },
  deleteSegment: { body: deleteSegment, bodyOptional: true, answer: null, status: 204 },
  countSegment: { answer: segmentCount, status: 200 },
  segmentRows: { query: listSegmentRows, answer: p.page(counterparty), status: 200 },
  changeMembers: { body: changeMembers, answer: changedMembers, status: 200 },
  undoMembers: { body: z.strictObject({}), bodyOptional: true, answer: changedMembers, status: 200 },
} as const satisfies Record<keyof typeof segmentsRoutes, Operation>
export type Segment = z.infer<typeof segment>
export type SegmentPreview = z.infer<typeof segmentPreview>
