import { z } from 'zod'
import * as codes from '../domain/codes'

/** An instant: ISO 8601 with any offset on the way in; in UTC of the years 1 to 9999, which four digits can say on the way out. */
export const instant = z.iso.datetime({ offset: true }).refine((value) => { const year = new Date(value).getUTCFullYear(); return year >= 1 && year <= 9999 }, { message: 'a date of the years 1 to 9999 in UTC' })
/** An instant on the way out: UTC, milliseconds, `Z`. */
export const utcInstant = z.iso.datetime()
export const id = z.string().min(1).max(64)
export const reference = z.object({ id, name: z.string() })
export const method = z.enum(codes.methods)
export const direction = z.enum(codes.directions)
export const status = z.enum(codes.statuses)
export const state = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
export const priority = z.enum(codes.priorities)
export const visibility = z.enum(codes.visibilities)
export const taskKind = z.enum(codes.taskKinds)
export const taskRepeat = z.enum(codes.taskRepeats)
export const role = z.enum(codes.roles)
export const source = z.enum(codes.sources)

export const shortText = z.string().max(1_000)
/** Names of people and firms: never empty, never only spaces. */
export const name = z.string().max(500).refine((value) => value.trim() !== '', { message: 'must not be empty' })
export const addressText = z.string().min(1).max(1_000)

export const limits = { pageDefault: 50, pageMax: 200, contentMax: 12_000_000 } as const

/** Query parameters arrive as text; one name repeated means "any of". */
const manyOf = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)]).transform((value) => (Array.isArray(value) ? value : [value]))
export const anyOf = manyOf
export const limit = z.string().regex(/^\d{1,3}$/).transform(Number).refine((n) => n >= 1 && n <= limits.pageMax, { message: '1 to 200' })
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
export const stateText = z.enum(['0', '1', '2', '3']).transform((value) => Number(value) as codes.State)
export const paging = { limit: limit.optional(), cursor: z.string().max(2_000).optional() }

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })
