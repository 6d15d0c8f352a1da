import type { AttributeNoun, AttributeType } from '@counterpane/shared/contract/attribute'
import type { Db, Tx } from '../../platform/db/database'
import type { Defined } from './attribute-values'

export interface DefinitionFields extends Defined { noun: AttributeNoun; type: AttributeType; position: number }
export interface DefinitionRecord extends DefinitionFields { id: string; version: number }
type Row = Omit<DefinitionRecord, 'options' | 'checks' | 'active'> & { options: string; checks: string; active: number }

const select = 'SELECT id, noun, key, name, nameRu, type, json(options) AS options, json(checks) AS checks, active, position, version FROM AttributeDefinition'
const tables = { counterparty: 'Counterparty', person: 'ContactPerson', contact: 'Contact' } as const
const toRecord = ({ options, checks, active, ...row }: Row): DefinitionRecord => ({ ...row, options: JSON.parse(options) as string[], checks: JSON.parse(checks) as Defined['checks'], active: active === 1 })

export function createAttributesRepository({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  return {
    list: (nouns: readonly AttributeNoun[]): DefinitionRecord[] =>
      sql.all<Row>(`${select} WHERE noun IN (SELECT value FROM json_each(?)) ORDER BY noun, position, createdAt, id`, [JSON.stringify(nouns)]).map(toRecord),
    find: (id: string): DefinitionRecord | null => sql.all<Row>(`${select} WHERE id = ?`, [id]).map(toRecord)[0] ?? null,
    /** How many records have a value, by key: the whole table is read for it, so it is asked aside. */
    async counts(noun: AttributeNoun): Promise<Map<string, number>> {
      const rows = await side.all<{ key: string; n: number }>(`SELECT j.key AS key, COUNT(*) AS n FROM ${tables[noun]} t, json_each(t.attributes) j WHERE json(t.attributes) <> '{}' GROUP BY j.key`)
      return new Map(rows.map(({ key, n }) => [key, n]))
    },
  }
}
export type AttributesRepository = ReturnType<typeof createAttributesRepository>

export const insertDefinition = (tx: Tx, { id, at, ...fields }: DefinitionFields & { id: string; at: Date }) =>
  tx.attributeDefinition.create({ data: { id, ...fields, createdAt: at, updatedAt: at }, select: { id: true } })
export const updateDefinition = (tx: Tx, id: string, { change, at }: { change: Partial<DefinitionFields>; at: Date }) =>
  tx.attributeDefinition.update({ where: { id }, data: { ...change, updatedAt: at, version: { increment: 1 } }, select: { id: true } })
export const deleteDefinition = (tx: Tx, id: string) => tx.attributeDefinition.delete({ where: { id }, select: { id: true } })
/** Their places are these, from 0. */
export const placeDefinitions = (tx: Tx, ids: readonly string[]) =>
  tx.$executeRaw`UPDATE AttributeDefinition SET position = (SELECT j.key FROM json_each(${JSON.stringify(ids)}) j WHERE j.value = AttributeDefinition.id) WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
