import { isGroup, operatorsOf, type RuleCondition, type RuleGroup, type RuleKind, type RuleOperator, type RuleValue } from '@counterpane/shared/domain/rule-fields'

export const blankRule: RuleGroup = { match: 'all', conditions: [] }

/** The first operator of its kind, and what it begins with. */
export function freshCondition(base: Pick<RuleCondition, 'field' | 'key'>, kind: RuleKind): RuleCondition {
  return withOperator({ ...base, operator: 'anyOf', ...(base.field === 'contacts' && { days: 30 }) }, operatorsOf[kind][0] ?? 'filled', kind)
}
/** Values are kept as long as the new operator takes the same. */
export function withOperator(condition: RuleCondition, operator: RuleOperator, kind: RuleKind): RuleCondition {
  const { values, ...rest } = condition
  if (operator === 'filled' || operator === 'empty') return { ...rest, operator }
  if (values && values.length > 0 && listed(condition.operator) === listed(operator)) return { ...condition, operator }
  const begin: RuleValue[] = kind === 'flag' ? [true] : kind === 'moment' ? [30] : kind === 'amount' ? [1] : []
  return { ...rest, operator, values: begin }
}
const listed = (operator: RuleOperator) => operator === 'anyOf' || operator === 'noneOf'

/** Whether it says all that it needs to be asked. */
export const isComplete = ({ operator, values = [], field, days }: RuleCondition) =>
  (operator === 'filled' || operator === 'empty' || (values.length > 0 && values.every((one) => one !== '' && !(typeof one === 'number' && Number.isNaN(one))))) && (field !== 'contacts' || days !== undefined)
export const isWhole = (rule: RuleGroup): boolean => rule.conditions.every((one) => (isGroup(one) ? isWhole(one) : isComplete(one)))
/** Without what is not filled in yet: it must not make the answer wrong while one writes. */
export function completeOf(rule: RuleGroup): RuleGroup {
  return { ...rule, conditions: rule.conditions.flatMap((one): (RuleCondition | RuleGroup)[] => {
    if (!isGroup(one)) return isComplete(one) ? [one] : []
    const inner = completeOf(one)
    return inner.conditions.length > 0 ? [inner] : []
  }) }
}
