import { counterpartyFields, personFields, type MergeField, type TwinNoun } from '@counterpane/shared/contract/cleaning'
import { AppError } from '@counterpane/shared/errors/app-error'

export type Whole = Record<string, unknown>
/** Values by the names of fields; further facts under `attributes`. */
export interface FieldChanges { before: Whole; after: Whole }

const fieldsOf: Record<TwinNoun, readonly MergeField[]> = { counterparty: counterpartyFields, person: personFields }
/** Never empty: they go over only when chosen. */
const alwaysSaid = new Set<MergeField>(['name', 'kind', 'vip'])
const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** What the one that stays takes over: chosen fields, and whatever it has nothing for itself. */
export function takenOver(noun: TwinNoun, { survivor, merged, chosen }: { survivor: Whole; merged: Whole; chosen: readonly MergeField[] }): FieldChanges {
  const foreign = chosen.find((field) => !fieldsOf[noun].includes(field))
  if (foreign) throw new AppError('invalid-request', { errors: [{ path: 'fields', message: `${foreign} is no field of a ${noun}` }] })
  const taken = fieldsOf[noun].filter((field) => survivor[field] !== merged[field] && (chosen.includes(field) || (!alwaysSaid.has(field) && isEmpty(survivor[field]) && !isEmpty(merged[field]))))
  const [own, other] = [survivor.attributes as Whole, merged.attributes as Whole]
  const missing = Object.keys(other).filter((key) => isEmpty(own[key]) && !isEmpty(other[key]))
  const pick = (from: Whole) => Object.fromEntries(taken.map((field) => [field, from[field] ?? null]))
  const attributes = missing.length > 0
  return {
    before: { ...pick(survivor), ...(attributes && { attributes: own }) },
    after: { ...pick(merged), ...(attributes && { attributes: { ...own, ...Object.fromEntries(missing.map((key) => [key, other[key]])) } }) },
  }
}

/** Fields that still are what the merge made them go back; of the others there are so many. */
export function givenBack({ before, after }: FieldChanges, now: Whole): { fields: Whole; left: number } {
  const names = Object.keys(after)
  const same = names.filter((name) => JSON.stringify(inOrder(now[name])) === JSON.stringify(inOrder(after[name])))
  return { fields: Object.fromEntries(same.map((name) => [name, before[name]])), left: names.length - same.length }
}
const inOrder = (value: unknown) => (typeof value === 'object' && value !== null ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value ?? null)
