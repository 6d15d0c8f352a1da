import fc from 'fast-check'
import { openPlanDatabase } from './plan-database'
import { noTally, playPlan, type PlanGround } from './plan-play'
import { openPlanServer } from './plan-server'
import { plans, stepsOfPlan, type Plan, type Step } from './plan-steps'

export interface PlanRuns { providers: PlanGround['providers']; managers: { min: number; max: number }; numRuns: number }

const rest: Step = { verb: 'rest', who: 0, which: 0, when: 0 }
const shown = ({ steps, ...plan }: Plan) => `${JSON.stringify(plan)}\n${steps.map((step, index) => ({ step, index })).filter(({ step }) => step.verb !== 'rest').map(({ step: { verb, who, which, when }, index }) => `${index}: ${verb} who ${who} which ${which} when ${when}`).join('\n')}`

/** As few steps as still fail: longer and longer stretches first, then single ones. */
async function shrunk(plan: Plan, failure: (plan: Plan) => Promise<Error | null>): Promise<{ plan: Plan; error: Error | null }> {
  let least = { plan, error: await failure(plan) }
  for (let length = Math.ceil(stepsOfPlan / 2); length >= 1 && least.error; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let from = 0; from < stepsOfPlan; from += length) {
      const steps = least.plan.steps.map((step, index) => (index >= from && index < from + length ? rest : step))
      if (steps.every((step, index) => step.verb === least.plan.steps[index]?.verb)) continue
      const tried = { ...least.plan, steps }
      const error = await failure(tried)
      if (error) least = { plan: tried, error }
    }
  }
  return least
}

/**
 * Random plans of fifty steps against the real adapters, rounds and tables. COUNTERPANE_PLANS: so many plans instead of the usual number; COUNTERPANE_SEED: those of an earlier run
 * again, and with COUNTERPANE_PATH (as a failure prints it) only the one that failed.
 */
export async function runPlans({ providers, managers, numRuns }: PlanRuns): Promise<void> {
  const { COUNTERPANE_PLANS: count, COUNTERPANE_SEED: wantedSeed, COUNTERPANE_PATH: path } = process.env
  const seed = wantedSeed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(wantedSeed)
  const runs = count === undefined ? numRuns : Number(count)
  const [database, server] = [await openPlanDatabase(), await openPlanServer()]
  const ground = { database, server, providers }
  const tally = noTally()
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  try {
    const { failed, counterexample, counterexamplePath } = await fc.check(fc.asyncProperty(plans(managers), (plan) => playPlan(ground, plan, tally)), { numRuns: path === undefined ? runs : 1, seed, endOnFailure: true, ...(path !== undefined && { path }) })
    const [ms, { user, system }] = [performance.now() - started, process.cpuUsage(cpu)]
    process.stdout.write(`plans ${providers.join('+')}: seed ${seed}, ${runs} × ${stepsOfPlan}, ${(ms / 1_000).toFixed(1)} s, ${(ms / Math.max(1, tally.steps)).toFixed(2)} ms a step (${((user + system) / 1_000 / Math.max(1, tally.steps)).toFixed(2)} of CPU); ${JSON.stringify(tally)}\n`)
    const [failing] = counterexample ?? []
    if (!failed || !failing) return
    const { plan, error } = await shrunk(failing, (one) => playPlan(ground, one, noTally()).then(() => null, (reason: Error) => reason))
    throw new Error(`COUNTERPANE_SEED=${seed} COUNTERPANE_PATH=${counterexamplePath} fails, with these steps alone too:\n${shown(plan)}\n${error ? error.message : 'It did not fail again.'}`)
  } finally {
    await server.close()
    await database.close()
  }
}
