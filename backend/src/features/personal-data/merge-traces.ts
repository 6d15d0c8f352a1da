import type { Tx } from '../../platform/db/database'
import { querySchema, runSchema } from '../../platform/db/schema-sql'

/** The person and whoever was merged into them, one after another: they are one and the same. */
export async function mergedInto(tx: Tx, personId: string): Promise<string[]> {
  const rows = await querySchema<{ id: string }>(tx, `WITH RECURSIVE line(id) AS (SELECT ? UNION SELECT g.mergedId FROM Merge g JOIN line ON g.survivorId = line.id WHERE g.noun = 'person' AND g.undoneAt IS NULL) SELECT id FROM line`, personId)
  return rows.map((row) => row.id)
}

/**
 * Merges of the person themselves go. Those of others, a client's with its persons and addresses, stay and can be taken apart, but what of them was the person's
 * comes back with none. Before the words are taken out, which would leave such rows behind without an owner.
 */
export async function forgetMerges(tx: Tx, { line, addressKeys }: { line: readonly string[]; addressKeys: readonly string[] }): Promise<number> {
  const gone = await runSchema(tx, "DELETE FROM Merge WHERE noun = 'person' AND (survivorId IN (SELECT value FROM json_each(?1)) OR mergedId IN (SELECT value FROM json_each(?1)))", JSON.stringify(line))
  const [known, patterns] = [new Set([...line, ...addressKeys]), [...line, ...addressKeys].map((text) => JSON.stringify(text))]
  const rows = await querySchema<{ id: string; moved: string }>(tx, 'SELECT id, json(moved) AS moved FROM Merge WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE instr(json(Merge.moved), value) > 0)', JSON.stringify(patterns))
  for (const { id, moved } of rows) await runSchema(tx, 'UPDATE Merge SET moved = ? WHERE id = ?', JSON.stringify(without(JSON.parse(moved), known)), id)
  return gone + rows.length
}

function without(value: unknown, known: ReadonlySet<string>): unknown {
  const isKnown = (part: unknown) => typeof part === 'string' && known.has(part)
  const names = (part: unknown) => isKnown(part) || (typeof part === 'object' && part !== null && !Array.isArray(part) && Object.values(part).some(isKnown))
  if (Array.isArray(value)) return value.filter((part) => !names(part)).map((part) => without(part, known))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, without(part, known)]))
  return value
}
