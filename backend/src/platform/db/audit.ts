import { uuidv7 } from '../ids'
import { writeBulk } from './bulk-writes'
import type { Tx } from './database'

export interface AuditNote { managerId: string | null; noun: 'contact' | 'counterparty' | 'person' | 'task' | 'message' | 'choice' | 'manager' | 'attachment' | 'setting' | 'calendar' | 'export' | 'view' | 'sender' | 'team' | 'firm' | 'word' | 'own-domain' | 'never-register' | 'retention' | 'personal-data' | 'attribute' | 'segment'; nounId: string; action: string; at: Date; before?: object; after?: object; setId?: string | null }

/** Who changed what, written in the same unit of work as the change. Only fields that differ are kept. */
export async function writeAudit(tx: Tx, note: AuditNote): Promise<void> {
  await tx.auditEntry.create({ data: rowOf(note) })
}

/** The same of many records that one order changed, in one statement: the client's price is by the row. */
export async function writeAudits(tx: Tx, notes: readonly AuditNote[]): Promise<void> {
  if (notes.length === 0) return
  const rows = JSON.stringify(notes.map((note) => {
    const { id, at, managerId, noun, nounId, action, before = null, after = null, setId = null, whole } = rowOf(note)
    return [id, at.getTime(), managerId, noun, nounId, action, before, after, setId, whole ? 1 : 0]
  }))
  await writeBulk(tx)`
    WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${rows}))
    INSERT INTO AuditEntry (id, at, managerId, noun, nounId, action, before, after, setId, whole)
    SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4, v ->> 5, nullif(v -> 6, 'null'), nullif(v -> 7, 'null'), v ->> 8, v ->> 9 FROM r`
}

function rowOf({ before, after, ...note }: AuditNote) {
  const changed = before ? differences(before, after ?? {}) : made(after ?? {})
  return { id: uuidv7(), ...note, whole: changed.whole, ...(before && { before: changed.before }), ...(after && { after: changed.after }) }
}

/** Where nothing was before, all of it is new. */
function made(after: object) {
  const told = Object.entries(after).filter(([, value]) => value !== undefined)
  return { before: {}, after: Object.fromEntries(told.map(([name, value]) => [name, brief(value)])) as Record<string, string>, whole: !told.some(([, value]) => isLong(value)) }
}

function differences(before: object, after: object) {
  const old = before as Record<string, unknown>
  const fresh = after as Record<string, unknown>
  const names = Object.keys(fresh).filter((name) => differ(old[name], fresh[name]))
  const pick = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, brief(from[name])]))
  return { before: pick(old) as Record<string, string>, after: pick(fresh) as Record<string, string>, whole: !names.some((name) => isLong(old[name]) || isLong(fresh[name])) }
}

/** Texts, numbers and what was not there need no writing out to be told apart. */
const differ = (a: unknown, b: unknown) => a !== b && (a === undefined || b === undefined || (typeof a !== 'object' && typeof b !== 'object') || JSON.stringify(a) !== JSON.stringify(b))

// The trail says that a long text changed, it is no second copy of the text.
const longest = 20_000
const isLong = (value: unknown) => typeof value === 'string' && value.length > longest
const brief = (value: unknown) => (isLong(value) ? `${(value as string).slice(0, longest)}…` : value ?? null)
