import { runPlans } from '../support/plan-runs'

test('one meeting in calendars of both providers is one contact, whatever becomes of it and of them', async () => {
  await runPlans({ providers: ['graph', 'google'], managers: { min: 2, max: 3 }, numRuns: 30 })
}, 900_000)
