import { uuidv7 } from '../ids'
import type { Tx } from './database'

export interface AuditNote { managerId: string | null; noun: 'contact' | 'counterparty' | 'person' | 'task' | 'message' | 'choice' | 'manager' | 'attachment' | 'setting' | 'calendar'; nounId: string; action: string; at: Date; before?: object; after?: object }

/** Who changed what, written in the same unit of work as the change. Only fields that differ are kept. */
export async function writeAudit(tx: Tx, { before, after, ...note }: AuditNote): Promise<void> {
  const changed = differences(before ?? {}, after ?? {})
  await tx.auditEntry.create({ data: { id: uuidv7(), ...note, ...(before && { before: changed.before }), ...(after && { after: changed.after }) } })
}

function differences(before: object, after: object) {
  const old = before as Record<string, unknown>
  const fresh = after as Record<string, unknown>
  const names = Object.keys(fresh).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name]))
  const pick = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, brief(from[name])]))
  return { before: pick(old) as Record<string, string>, after: pick(fresh) as Record<string, string> }
}

// The trail says that a long text changed, it is no second copy of the text.
const brief = (value: unknown) => (typeof value === 'string' && value.length > 2_000 ? `${value.slice(0, 2_000)}…` : value ?? null)
