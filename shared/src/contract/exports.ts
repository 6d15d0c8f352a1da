import { z } from 'zod'
import { locales } from '../domain/codes'
import { contactFilter, contactSort } from './contact'
import * as p from './parts'

/** Columns that a journal, an export and a saved view can have, in their usual order. `startsAt`, `method`… as the API names them. */
export const journalColumns = [
  'startsAt', 'durationMinutes', 'method', 'direction', 'counterparty', 'person', 'manager', 'subject', 'result', 'state', 'status', 'priority', 'type', 'firm', 'adSource', 'nextAt',
  'clientClass', 'registeredBy', 'source', 'files', 'comment', 'createdAt', 'updatedAt',
] as const
export type JournalColumn = (typeof journalColumns)[number]

/** `content` is there for exports only. */
export const exportColumns = [...journalColumns, 'content'] as const
export type ExportColumn = (typeof exportColumns)[number]

const ticket = z.string().regex(/^[\w-]{8,64}$/)
/** The journal's filters; `columns` in the order wanted (the usual ones when none are named), dates in `timeZone`. */
export const exportContacts = z.strictObject({
  ...contactFilter, sort: contactSort.optional(), columns: p.anyOf(z.enum(exportColumns)).optional(), timeZone: z.string().max(64).optional(), ticket: ticket.optional(),
  /** The language of the file, for a browser's own download, which says the browser's language rather than the reader's. */
  language: z.enum(locales).optional(),
})
export const askProgress = z.strictObject({ ticket })
/** `total` null: not counted yet. */
export const exportProgress = z.object({ rows: z.number().int(), total: z.number().int().nullable(), state: z.enum(['running', 'done', 'failed']) })
