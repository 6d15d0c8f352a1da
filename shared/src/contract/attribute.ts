import { z } from 'zod'
import * as p from './parts'

export const attributeNouns = ['counterparty', 'person', 'contact'] as const
export const attributeTypes = ['text', 'number', 'date', 'choice', 'flag', 'link'] as const
/** A mask: `#` a digit, `A` a letter, `*` either; any other character stands for itself. Read from end to end, so that no value makes it slow. */
const mask = z.string().min(1).max(200)
export const attributeChecks = z.strictObject({
  required: z.boolean().optional(), min: z.number().optional(), max: z.number().optional(), maxLength: z.number().int().min(1).max(10_000).optional(), pattern: mask.optional(),
}).refine(({ min, max }) => min === undefined || max === undefined || min <= max, { path: ['max'], message: 'must not be less than min' })
const attributeName = z.string().trim().min(1).max(200)
const options = z.array(z.string().trim().min(1).max(200)).max(500).refine((words) => new Set(words).size === words.length, { message: 'each once' })

/** A further named fact. Its values stand under `key` in `attributes`; `values`: how many records have one, null unless `counted`. */
export const attributeDefinition = z.object({
  id: p.id, etag: z.string(), noun: z.enum(attributeNouns), key: z.string(), name: z.string(), nameRu: z.string().nullable(), type: z.enum(attributeTypes),
  options: z.array(z.string()), checks: attributeChecks, active: z.boolean(), position: z.number().int(), values: z.number().int().nullable(),
})
export const listAttributes = z.strictObject({ noun: p.anyOf(z.enum(attributeNouns)).optional(), active: p.flag.optional(), counted: p.flag.optional() })
export const attributePage = p.page(attributeDefinition)
const fields = { name: attributeName, nameRu: attributeName.nullish(), options: options.optional(), checks: attributeChecks.optional() }
/** Without `key` the name is it. */
export const createAttribute = z.strictObject({ noun: z.enum(attributeNouns), key: attributeName.optional(), type: z.enum(attributeTypes), ...fields })
/** `position`: its place among those of its noun, from 0. */
export const patchAttribute = z.strictObject({ ...fields, name: fields.name.optional(), active: z.boolean().optional(), position: z.number().int().min(0).max(10_000).optional() })
export type AttributeDefinition = z.infer<typeof attributeDefinition>
export type AttributeNoun = (typeof attributeNouns)[number]
export type AttributeType = (typeof attributeTypes)[number]
