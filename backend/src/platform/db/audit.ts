import { uuidv7 } from '../ids'
import type { Tx } from './database'

export interface AuditNote { managerId: string | null; noun: 'contact' | 'counterparty' | 'person' | 'task' | 'message' | 'choice' | 'manager' | 'attachment' | 'setting' | 'calendar' | 'export' | 'view' | 'sender' | 'team' | 'firm' | 'word' | 'own-domain' | 'never-register' | 'retention' | 'personal-data' | 'attribute' | 'segment'; nounId: string; action: string; at: Date; before?: object; after?: object; setId?: string | null }

/** Who changed what, written in the same unit of work as the change. Only fields that differ are kept. */
export async function writeAudit(tx: Tx, note: AuditNote): Promise<void> {
  await tx.auditEntry.create({ data: rowOf(note) })
}

/** The same of many records that one order changed, in one statement: the client's price is by the row. */
export async function writeAudits(tx: Tx, notes: readonly AuditNote[]): Promise<void> {
  if (notes.length === 0) return
  const rows = JSON.stringify(notes.map(rowOf).map(({ at, whole, before, after, ...row }) => ({ ...row, at: at.getTime(), whole: whole ? 1 : 0, before: before && JSON.stringify(before), after: after && JSON.stringify(after) })))
  await tx.$executeRaw`
    WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${rows}))
    INSERT INTO AuditEntry (id, at, managerId, noun, nounId, action, before, after, setId, whole)
    SELECT v ->> 'id', v ->> 'at', v ->> 'managerId', v ->> 'noun', v ->> 'nounId', v ->> 'action', v ->> 'before', v ->> 'after', v ->> 'setId', v ->> 'whole' FROM r`
}

function rowOf({ before, after, ...note }: AuditNote) {
  const changed = differences(before ?? {}, after ?? {})
  return { id: uuidv7(), ...note, whole: changed.whole, ...(before && { before: changed.before }), ...(after && { after: changed.after }) }
}

function differences(before: object, after: object) {
  const old = before as Record<string, unknown>
  const fresh = after as Record<string, unknown>
  const names = Object.keys(fresh).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
  const pick = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, brief(from[name])]))
  return { before: pick(old) as Record<string, string>, after: pick(fresh) as Record<string, string>, whole: !names.some((name) => isLong(old[name]) || isLong(fresh[name])) }
}

// The trail says that a long text changed, it is no second copy of the text.
const longest = 20_000
const isLong = (value: unknown) => typeof value === 'string' && value.length > longest
const brief = (value: unknown) => (isLong(value) ? `${(value as string).slice(0, longest)}…` : value ?? null)
