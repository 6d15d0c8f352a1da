import { z } from 'zod'
import * as p from './parts'

/** What of a record changed: names of fields as the API has them; values as people read them in the caller's language (names instead of ids). */
const fieldChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })
export const nouns = ['contact', 'counterparty', 'person', 'task'] as const
/** Who changed what and when. `manager` null: it came by itself. `canUndo`: these fields still stand as this change left them, and the caller may take it back. */
export const change = z.object({ id: p.id, at: p.utcInstant, manager: p.reference.nullable(), action: z.string(), fields: z.array(fieldChange), setId: p.id.nullable(), undone: z.boolean(), canUndo: z.boolean() })
export const listChanges = z.strictObject({ noun: z.enum(nouns), id: p.id, ...p.paging })
export const changePage = p.page(change)
/** Which records were put back; `left`: changed meanwhile by somebody, and left as they are. */
export const undone = z.object({ undone: z.array(p.id), left: z.array(p.id) })
export type Change = z.infer<typeof change>
