import { playPlan, type Plan } from './crash-plan'

// node round-to-kill.js DATABASE PLAN STEP: plays the plan on the database and is killed with SIGKILL at its n-th step.
const [file = '', plan = '', killAt = ''] = process.argv.slice(2)
let steps = 0
playPlan(file, plan as Plan, () => { if (++steps === Number(killAt)) process.kill(process.pid, 'SIGKILL') })
  .then(() => process.stdout.write(String(steps)), (error: unknown) => { process.stderr.write(String(error)); process.exit(1) })
