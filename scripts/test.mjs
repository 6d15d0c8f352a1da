// npm test: everything that proves the product, the quick proofs first. The last line says how many passed and failed.
//   npm test -- --bail    stops after the first stage that fails
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import { inRoot } from './files.mjs'
import { generateClient } from './prisma.mjs'

const require = createRequire(import.meta.url)
const bail = process.argv.includes('--bail')
const sum = { passed: 0, failed: 0, skipped: 0 }
const stages = []
const running = new Set()
const secondTries = []
const say = (line) => process.stdout.write(`${line}\n`)

/** Runs a program of Node's and gives its exit code; unless `live`, what it says is held back, so that several at once stay readable. `yielding`: takes what time others leave. */
function run(args, { live = false, yielding = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: inRoot(), stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } })
    running.add(child)
    if (yielding && child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL)
    let output = ''
    child.stdout?.on('data', (part) => { output += part })
    child.stderr?.on('data', (part) => { output += part })
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => { running.delete(child); resolve({ code: code ?? 1, output }) })
  })
}

async function stage(name, work) {
  const startedAt = Date.now()
  const counts = await work()
  for (const key of Object.keys(sum)) sum[key] += counts[key] ?? 0
  stages.push({ name, seconds: Math.round((Date.now() - startedAt) / 1000), ...counts })
  if (bail && counts.failed) finish()
}

/** A program that is right or wrong as a whole counts as one test. */
const asOneTest = (name, args, options) => stage(name, async () => {
  const { code, output } = await run(args, options)
  if (code !== 0) say(`\n--- ${name}\n${output}`)
  return code === 0 ? { passed: 1 } : { failed: 1 }
})

/** Browser tests wait for a page as often as they work: one more of them than of others is under way. */
const workers = { unit: 2, e2e: 3 }

const jest = (project) => stage(`${project} tests`, async () => {
  const file = inRoot('.cache/test-results', `${project}.json`)
  fs.rmSync(file, { force: true })
  say(`\n--- ${project} tests`)
  const { code } = await run([require.resolve('jest/bin/jest'), '--selectProjects', project, '--maxWorkers', String(workers[project]), '--json', '--outputFile', file, ...(process.env.CI ? ['--ci'] : [])], { live: true })
  if (!fs.existsSync(file)) return { failed: 1 }
  const result = JSON.parse(fs.readFileSync(file, 'utf8'))
  for (const { assertionResults } of result.testResults) {
    for (const { status, fullName, invocations } of assertionResults) {
      if (status === 'pending' || status === 'todo') say(`skipped: ${fullName}`)
      else if (status === 'passed' && invocations > 1) secondTries.push(fullName)
    }
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  return { passed: result.numPassedTests, failed: failed || (code === 0 ? 0 : 1), skipped: result.numPendingTests + result.numTodoTests }
})

function finish() {
  say('')
  for (const { name, seconds, passed = 0, failed = 0, skipped = 0 } of stages) say(`${failed ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${seconds} s)`)
  for (const name of secondTries) say(`passed only at the second try: ${name}`)
  say(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`)
  for (const child of running) child.kill()
  process.exit(sum.failed ? 1 : 0)
}

fs.mkdirSync(inRoot('.cache/test-results'), { recursive: true })
generateClient()
// The tests need what is built; types and lint are looked at beside the first of them, in the time that they leave, and are done before a browser has to be quick.
const beside = { yielding: true }
const checks = Promise.all([
  asOneTest('types', [inRoot('node_modules/typescript-7/bin/tsc'), '-b', '--pretty', 'false'], beside),
  asOneTest('lint', [inRoot('node_modules/eslint/bin/eslint.js'), '.', '--max-warnings', '0'], beside),
])
await asOneTest('build', [inRoot('scripts/build.mjs')])
await jest('unit')
await checks
await jest('e2e')
finish()
