import type { ManagedManager } from '@counterpane/shared/contract/administration'
import { sameRules, whoSeesWhat } from './sight-rules'

const manager = (part: Partial<ManagedManager>) => ({ active: true, role: 'manager', team: null, firms: [], ...part }) as ManagedManager
const [one, two] = [{ id: 'one', name: 'One' }, { id: 'two', name: 'Two' }]

test('who works for several firms has the widest of their rules; who works for none in particular has that of everywhere', () => {
  const managers = [manager({}), manager({ firms: [one] }), manager({ firms: [two] }), manager({ firms: [one, two] })]
  expect(whoSeesWhat(managers, { everywhere: 'own', firms: [{ firmId: 'one', level: 'team' }, { firmId: 'two', level: 'all' }] })).toEqual({ own: 1, team: 1, all: 2 })
  expect(whoSeesWhat(managers, { everywhere: 'all', firms: [{ firmId: 'one', level: 'own' }] })).toEqual({ own: 1, team: 0, all: 3 })
})

test('a lead sees the team, an administrator everything, and who was switched off is not counted', () => {
  const team = { id: 'north', name: 'North' }
  expect(whoSeesWhat([manager({ role: 'lead', team }), manager({ role: 'lead' }), manager({ role: 'administrator' }), manager({ active: false })], { everywhere: 'own', firms: [] })).toEqual({ own: 1, team: 1, all: 1 })
})

test('rules are the same in whatever order the firms stand', () => {
  const [a, b] = [{ firmId: 'one', level: 'own' }, { firmId: 'two', level: 'team' }] as const
  expect([sameRules({ everywhere: 'all', firms: [a, b] }, { everywhere: 'all', firms: [b, a] }), sameRules({ everywhere: 'all', firms: [a] }, { everywhere: 'all', firms: [] })]).toEqual([true, false])
})
