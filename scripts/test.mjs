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

/** What jest said of one run of a project, or of these files of it; null: it came to no end. */
async function runJest(project, files = []) {
  const report = inRoot('.cache/test-results', `${project}${files.length > 0 ? '-again' : ''}.json`)
  fs.rmSync(report, { force: true })
  const { code } = await run([require.resolve('jest/bin/jest'), '--selectProjects', project, '--maxWorkers', String(files.length > 0 ? 1 : workers[project]), '--json', '--outputFile', report, ...(process.env.CI ? ['--ci'] : []), ...(files.length > 0 ? ['--runTestsByPath', ...files] : [])], { live: true })
  return fs.existsSync(report) ? { code, ...JSON.parse(fs.readFileSync(report, 'utf8')) } : null
}

const namesIn = ({ testResults }, ...statuses) => testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => statuses.includes(status)).map(({ fullName }) => fullName))

/**
 * Browsers on two cores: a page may be so late that a test gives up on it. A file with a failure is played once more from its beginning, with nothing else beside
 * it, and every test that needed that is named at the end. What is wrong fails twice; what fails now and then is to be read there and mended. Many at once are no chance.
 */
const mostAgain = 8
const jest = (project) => stage(`${project} tests`, async () => {
  say(`\n--- ${project} tests`)
  const first = await runJest(project)
  if (!first) return { failed: 1 }
  for (const name of namesIn(first, 'pending', 'todo')) say(`skipped: ${name}`)
  const counts = { passed: first.numPassedTests, failed: first.numFailedTests + first.numRuntimeErrorTestSuites, skipped: first.numPendingTests + first.numTodoTests }
  const broken = first.testResults.filter(({ status }) => status === 'failed')
  if (counts.failed === 0) return { ...counts, failed: first.code === 0 ? 0 : 1 }
  if (broken.length > mostAgain) return counts
  say(`\n--- ${project} tests: ${broken.length} files once more`)
  const second = await runJest(project, broken.map(({ name }) => name))
  if (!second) return counts
  const stillFailed = second.numFailedTests + second.numRuntimeErrorTestSuites
  const wrongAgain = new Set([...namesIn(second, 'failed'), ...second.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)])
  const wrongBefore = [...namesIn({ testResults: broken }, 'failed'), ...broken.filter(({ assertionResults }) => assertionResults.every(({ status }) => status !== 'failed')).map(({ name }) => name)]
  secondTries.push(...wrongBefore.filter((name) => !wrongAgain.has(name)))
  const passedBefore = namesIn({ testResults: broken }, 'passed').length
  return { passed: counts.passed - passedBefore + second.numPassedTests, failed: stillFailed || (second.code === 0 ? 0 : 1), skipped: counts.skipped }
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
