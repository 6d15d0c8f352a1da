import { z } from 'zod'
import { contactCalendar } from './calendar'
import { contactFilter, contactSort } from './contact'
import * as p from './parts'

const rowsMax = 500
const rowLimit = z.string().regex(/^\d{1,3}$/).transform(Number).refine((n) => n >= 1 && n <= rowsMax, { message: `1 to ${rowsMax}` })

/** A contact as a row of the journal: no long texts, so that a hundred thousand of them fit a page. `subject`, `result` and `comment` are cut at 300 characters. */
export const journalRow = z.object({
  id: p.id, etag: z.string(), startsAt: p.utcInstant, durationMinutes: z.number().int().nullable(), method: p.method, direction: p.direction, status: p.status, state: p.state,
  overdue: z.boolean(), priority: p.priority, type: p.reference.nullable(), firm: p.reference.nullable(), adSource: p.reference.nullable(), manager: p.reference.nullable(), managers: z.array(p.reference),
  registeredBy: p.reference.nullable(), counterparty: p.reference.nullable(), clientClass: z.string().nullable(), vip: z.boolean(), persons: z.array(p.reference),
  subject: z.string(), result: z.string(), comment: z.string(), source: p.source, private: z.boolean(), files: z.number().int(),
  previousId: p.id.nullable(), nextAt: p.utcInstant.nullable(), createdAt: p.utcInstant, updatedAt: p.utcInstant, calendar: contactCalendar.nullable(),
})
export const listJournal = z.strictObject({ ...contactFilter, sort: contactSort.optional(), limit: rowLimit.optional(), cursor: z.string().max(2_000).optional() })
export const journalPage = p.page(journalRow)

/** How many there are; beyond what is counted exactly, `isExact` is false and `count` is a lower bound. */
export const amount = z.object({ count: z.number().int(), isExact: z.boolean() })
export const countJournal = z.strictObject(contactFilter)
/** What was forgotten, whatever the period; of the managers or the team asked for. */
export const askStrip = z.strictObject({ managerId: contactFilter.managerId, teamId: contactFilter.teamId })
export const strip = z.object({ overdue: amount, noOutcome: amount, noNextStep: amount, withoutClient: amount })

export const groupings = ['manager', 'team', 'counterparty', 'method', 'direction', 'status', 'state', 'priority', 'type', 'firm', 'adSource', 'source', 'registeredBy', 'day', 'week', 'month'] as const
/** One or two columns; days, weeks (from Monday) and months are those of the time zone asked for. At most 1,000 groups, the biggest first, or by date. */
export const askGroups = z.strictObject({ ...contactFilter, by: p.anyOf(z.enum(groupings)).refine((by) => by.length <= 2 && new Set(by).size === by.length, { message: 'one or two different columns' }), timeZone: z.string().max(64).optional() })
const sums = { count: z.number().int(), minutes: z.number().int(), held: z.number().int(), planned: z.number().int(), overdue: z.number().int(), cancelled: z.number().int(), incoming: z.number().int(), outgoing: z.number().int() }
/** `value`: what the filter of that name takes; of dates the first day, `2026-11-01`; null: none. `keys` are in the order of `by`. */
export const group = z.object({ keys: z.array(z.object({ value: z.string().nullable(), name: z.string() })), ...sums })
export const groups = z.object({ groups: z.array(group), total: z.object(sums), isWhole: z.boolean() })

/** A row is marked when its column's value is one of those named; the first rule that fits wins. */
export const markTones = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'grey'] as const
export const markRule = z.strictObject({
  column: z.enum(['method', 'direction', 'status', 'state', 'priority', 'type', 'firm', 'manager', 'registeredBy', 'clientClass', 'vip', 'source', 'overdue', 'private', 'noResult', 'minutes']),
  /** Codes or ids; of `vip`, `overdue`, `private`, `noResult`: `true`; of `minutes`: at least this many. */
  values: z.array(z.string().min(1).max(64)).min(1).max(50), tone: z.enum(markTones), label: z.string().max(60),
})
export const viewColumn = z.strictObject({ key: z.string().min(1).max(40), width: z.number().int().min(40).max(1_000).nullable() })
const viewFields = {
  name: z.string().max(120).refine((value) => value.trim() !== '', { message: 'must not be empty' }),
  shared: z.boolean(),
  /** The view as the address holds it: the text after `?`. */
  search: z.string().max(8_000), columns: z.array(viewColumn).max(60), marks: z.array(markRule).max(50),
}
/** A saved view. `owner` null: whoever made it has left. */
export const view = z.object({ id: p.id, etag: z.string(), ...viewFields, owner: p.reference.nullable(), mine: z.boolean(), createdAt: p.utcInstant, updatedAt: p.utcInstant })
export const createView = z.strictObject(viewFields)
export const patchView = z.strictObject(viewFields).partial()
export const viewPage = p.page(view)

/** What changes for each contact; days may be negative. */
const bulkChange = z.strictObject({ managerId: p.id.optional(), state: p.state.optional(), postponeDays: z.number().int().min(-3_650).max(3_650).optional() })
  .refine((value) => Object.values(value).some((one) => one !== undefined), { message: 'managerId, state, postponeDays, or several of them' })
/** With an etag a contact that was changed meanwhile is left as it is. */
export const changeMany = z.strictObject({ items: z.array(z.strictObject({ id: p.id, etag: z.string().max(100).optional() })).min(1).max(5_000), change: bulkChange,
  /** In which postponing keeps the time of day; without it a day is 24 hours. */
  timeZone: z.string().min(1).max(64).optional(),
})
export const changedMany = z.object({
  /** Undoes all of it at once; null when nothing changed. */
  setId: p.id.nullable(),
  results: z.array(z.object({ id: p.id, outcome: z.enum(['changed', 'unchanged', 'stale', 'not-found', 'not-planned', 'forbidden']) })),
})
export type JournalRow = z.infer<typeof journalRow>
export type Strip = z.infer<typeof strip>
export type Grouping = (typeof groupings)[number]
export type Groups = z.infer<typeof groups>
export type MarkRule = z.infer<typeof markRule>
export type MarkTone = (typeof markTones)[number]
export type ViewColumn = z.infer<typeof viewColumn>
export type SavedView = z.infer<typeof view>
