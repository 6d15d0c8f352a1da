import { z } from 'zod'
import { isGroup, operatorsOf, ruleBounds, ruleFields, ruleOperators, type RuleCondition, type RuleGroup, type RuleKind } from '../domain/rule-fields'

const fieldNames = [...(Object.keys(ruleFields) as (keyof typeof ruleFields)[]), 'attribute'] as const

const value = z.union([z.string().min(1).max(1_000), z.number(), z.boolean()])
const condition: z.ZodType<RuleCondition> = z.strictObject({
  field: z.enum(fieldNames), key: z.string().min(1).max(200).optional(), operator: z.enum(ruleOperators),
  values: z.array(value).max(ruleBounds.values).optional(), days: z.number().int().min(1).max(ruleBounds.days).optional(),
})

const match = z.enum(['all', 'any'])
const groupOf = (inner: z.ZodType<RuleCondition | RuleGroup>): z.ZodType<RuleGroup> => z.strictObject({ match, conditions: z.array(inner).max(ruleBounds.conditions) })
// Written out to its depth: a text of a thousand brackets is refused before it is walked.
const third = groupOf(condition)
const second = groupOf(z.union([condition, third]))
/** All or any of the conditions, in groups of at most three levels. A group without conditions asks nothing. */
export const segmentRule = groupOf(z.union([condition, second])).superRefine((rule, context) => {
  const all = conditionsIn(rule)
  if (all.length > ruleBounds.conditions) context.addIssue({ code: 'custom', message: `at most ${ruleBounds.conditions} conditions` })
  for (const { path, condition: one } of all) {
    if (one.field === 'attribute') { if (one.key === undefined) context.addIssue({ code: 'custom', path: [...path, 'key'], message: 'names the attribute' }); continue }
    const problem = conditionProblem(one, ruleFields[one.field])
    if (problem) context.addIssue({ code: 'custom', path: [...path, problem.at], message: problem.message })
  }
})

export function conditionsIn(group: RuleGroup, path: readonly (string | number)[] = []): { path: (string | number)[]; condition: RuleCondition }[] {
  return group.conditions.flatMap((one, index) => (isGroup(one) ? conditionsIn(one, [...path, 'conditions', index]) : [{ path: [...path, 'conditions', index], condition: one }]))
}

/** What is wrong with a condition on a thing of that kind; null: nothing. */
export function conditionProblem({ field, operator, values = [], days }: RuleCondition, kind: RuleKind): { at: 'operator' | 'values' | 'days'; message: string } | null {
  if (!operatorsOf[kind].includes(operator)) return { at: 'operator', message: `is no operator of ${field}` }
  if (field === 'contacts' && days === undefined) return { at: 'days', message: 'says of how many last days' }
  const [first] = values
  const one = values.length === 1
  const isAmount = typeof first === 'number' && Number.isInteger(first) && first >= 0 && first <= ruleBounds.amount
  const wrong = (message: string) => ({ at: 'values', message }) as const
  switch (operator) {
    case 'filled': case 'empty': return values.length === 0 ? null : wrong('takes none')
    case 'anyOf': case 'noneOf': return values.length > 0 && values.every((text) => typeof text === 'string') ? null : wrong('texts, at least one')
    case 'contains': case 'notContains': return one && typeof first === 'string' && first.trim() !== '' ? null : wrong('one text')
    case 'is': return one && typeof first === 'boolean' ? null : wrong('true or false')
    case 'within': case 'notWithin': return one && isAmount && first >= 1 && first <= ruleBounds.days ? null : wrong(`a number of days, 1 to ${ruleBounds.days}`)
    case 'atLeast': case 'atMost':
      if (kind === 'amount') return one && isAmount ? null : wrong('a whole number from 0')
      if (kind === 'date') return one && z.iso.date().safeParse(first).success ? null : wrong('a date')
      return one && typeof first === 'number' ? null : wrong('a number')
  }
}
