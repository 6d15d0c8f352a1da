import type { z } from 'zod'
import type { contactFilter } from '@counterpane/shared/contract/contact'
import type { SqlParameter } from '../../platform/db/sql'

export type ListingFilter = z.output<z.ZodObject<typeof contactFilter>>
export interface Reading { callerId: string; now: Date }
export interface Query { sql: string; parameters: SqlParameter[] }
/** `from` is inclusive, `to` exclusive. */
export interface Period { from: number | null; to: number | null }

/** A contact of the sample: what the filters look at, so that their yield together can be guessed without asking the database. */
export interface Sampled {
  startsAt: number; endsAt: number; createdAt: number; updatedAt: number; durationMinutes: number | null; method: string; direction: string; status: string; state: number; priority: string; source: string
  typeId: string | null; firmId: string | null; adSourceId: string | null; managerId: string | null; registeredById: string | null; counterpartyId: string | null
  managerIds: readonly string[]; personIds: readonly string[]; alsoIds: readonly string[]; private: boolean; withResult: boolean; withFiles: boolean; withNext: boolean; noNextStep: boolean; vip: boolean
}
/** `rows`: newest first. `total`: how many contacts there are, as far as the sample tells. */
export interface Sample { rows: readonly Sampled[]; total: number }

/**
 * A way to rows: along the index of one column's value or a table that knows the times (`walk`, alias `s`), in which times stand in order; or by ids that another table or index names, in no order.
 */
export type Branch = { walk: string; id: string; where: Query } | { ids: string; parameters: SqlParameter[]; where: Query | null }
export type IndexedColumn = 'method' | 'status' | 'state' | 'priority' | 'source' | 'typeId' | 'firmId' | 'adSourceId' | 'registeredById' | 'managerId' | 'counterpartyId'

/**
 * One filter: as SQL on `c`, and as a test of a sampled row (null: it can't be told from the sample). `branches`: where indexes lead to its rows, to each by one branch only.
 * `price`: what it costs to ask it of one contact, in microseconds, 0 for what the journal's own index holds; `looks`: that much of it for a look at the table, which a reading of the table saves.
 * `many`: the same, quicker to ask of thousands.
 */
export interface Condition { name: string; sql: string; parameters: SqlParameter[]; fits: ((row: Sampled) => boolean) | null; branches: Branch[] | null; price: number; looks: boolean; many?: string }
export interface Question { conditions: readonly Condition[]; period: Period }
