import { completeOf, freshCondition, isWhole, withOperator } from './rule-draft'

it('a fresh condition begins with the first operator of its kind', () => {
  expect(freshCondition({ field: 'vip' }, 'flag')).toEqual({ field: 'vip', operator: 'is', values: [true] })
  expect(freshCondition({ field: 'contacts' }, 'amount')).toEqual({ field: 'contacts', operator: 'atLeast', values: [1], days: 30 })
})

it('values stay when the new operator takes the same, and go when it takes none', () => {
  const condition = { field: 'class' as const, operator: 'anyOf' as const, values: ['A'] }
  expect(withOperator(condition, 'noneOf', 'word')).toEqual({ field: 'class', operator: 'noneOf', values: ['A'] })
  expect(withOperator(condition, 'empty', 'word')).toEqual({ field: 'class', operator: 'empty' })
})

it('what is not filled in yet is left out of the count, and so is a group of nothing else', () => {
  const open = { field: 'class' as const, operator: 'anyOf' as const, values: [] }
  const vip = { field: 'vip' as const, operator: 'is' as const, values: [false] }
  const rule = { match: 'all' as const, conditions: [open, vip, { match: 'any' as const, conditions: [open] }] }
  expect(completeOf(rule)).toEqual({ match: 'all', conditions: [vip] })
  expect([isWhole(rule), isWhole(completeOf(rule))]).toEqual([false, true])
})
