import { runPlans } from '../support/plan-runs'

test('after any plan of changes, troubles and crashes the journal says what the calendars show (graph)', async () => {
  await runPlans({ providers: ['graph'], managers: { min: 1, max: 2 }, numRuns: 60 })
}, 900_000)
