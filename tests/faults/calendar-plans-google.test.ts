import { runPlans } from '../support/plan-runs'

test('after any plan of changes, troubles and crashes the journal says what the calendars show (google)', async () => {
  await runPlans({ providers: ['google'], managers: { min: 1, max: 2 }, numRuns: 75 })
}, 900_000)
