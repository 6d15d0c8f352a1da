import os from 'node:os'
import { existingDatabase, knownAddresses, seededDatabase, settle, workingCopy } from './bench-database'
import { type BenchOptions, BenchUsageError, type PartName, readBenchOptions } from './bench-options'
import { type BenchServer, freePort, startServerProcess } from './bench-processes'
import { compare, latencyOf } from './comparison'
import { createBenchGoogle, googleNames } from './google-tokens'
import { measureJournal } from './journal-measure'
import { measurePane } from './pane-measure'
import { assertSameAnswers } from './same-answer'
import { rounded } from './spread'
import { measureSync } from './sync-measure'

const clock = '2026-11-22T06:00:00.000Z'
const say = (line: string) => process.stderr.write(`${line}\n`)

interface World { google: Awaited<ReturnType<typeof createBenchGoogle>>; googleUrl: string }

async function startOurs(path: string, { googleUrl }: World): Promise<BenchServer> {
  const port = await freePort()
  return startServerProcess({
    file: 'backend/dist/src/main.js', port, readyPath: '/readyz',
    env: {
      PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: `http://127.0.0.1:${port}`, DATABASE_URL: `file:${path}`, COUNTERPANE_MODE: 'demo', COUNTERPANE_CLOCK: clock, COUNTERPANE_LOG: 'error',
      GOOGLE_CLIENT_ID: googleNames.clientId, GOOGLE_ADDON_SERVICE_ACCOUNT: googleNames.serviceAccount, GOOGLE_ISSUER_CERTS_URL: `${googleUrl}/certs`, GOOGLE_API_ROOT: googleUrl,
    },
  })
}

async function startFloor(path: string, { google, googleUrl }: World): Promise<BenchServer> {
  const port = await freePort()
  const settings = { path, port, clock: Date.parse(clock), jwk: google.jwk, gmailRoot: googleUrl }
  return startServerProcess({ file: 'tests/dist/bench/floor-server.js', args: [JSON.stringify(settings)], env: {}, port, readyPath: '/' })
}

async function signIn(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'olga@demo.example' }) })
  return { authorization: `Bearer ${((await response.json()) as { token: string }).token}`, 'accept-language': 'en' }
}

async function bench({ persons, contacts, pace, only, database, inPlace }: BenchOptions) {
  const large = database === null ? await seededDatabase({ persons, contacts }) : existingDatabase(database)
  const ofSmall = () => seededDatabase({ persons: 1_000, contacts: 10_000 })
  const endings: (() => unknown)[] = []
  const run = async (server: Promise<BenchServer>) => { const started = await server; endings.unshift(() => started.stop()); return started }
  const copyOf = (file: string, name: string) => { const copy = workingCopy(file, name); endings.push(copy.remove); return copy.path }
  try {
    const file = inPlace ? large.path : copyOf(large.path, 'large')
    await settle(file)
    const addresses = knownAddresses(large.path, 3_000)
    const google = await createBenchGoogle()
    const googlePort = await freePort()
    await run(startServerProcess({ file: 'tests/dist/bench/google-answers.js', args: [JSON.stringify({ port: googlePort, jwk: google.jwk, addresses })], env: {}, port: googlePort, readyPath: '/certs' }))
    const world = { google, googleUrl: `http://127.0.0.1:${googlePort}` }
    const ours = await run(startOurs(file, world))
    const floor = await run(startFloor(file, world))
    let small: Promise<BenchServer> | undefined
    const smallServer = () => (small ??= run(ofSmall().then(({ path }) => startOurs(copyOf(path, 'small'), world))))
    const rssAtStart = ours.rssMb()
    const headers = await signIn(ours.url)
    const at = (path: string) => ({ path, ours, floor, pace })

    const parts: Record<PartName, () => Promise<object>> = {
      async lookup() {
        await assertSameAnswers({ ours: `${ours.url}/api/sidebar`, floor: `${floor.url}/api/sidebar`, headers, addresses: addresses.filter((_, index) => index % 60 === 0) })
        say('lookup…')
        const figures = await compare({ question: 'lookup', addresses, headers }, at('/api/sidebar'))
        const tenThousand = await smallServer()
        const { p50Ms } = await latencyOf({ question: 'lookup', addresses: knownAddresses((await ofSmall()).path, 500), headers: await signIn(tenThousand.url) }, `${tenThousand.url}/api/sidebar`, { seconds: pace.latencySeconds })
        return { rows: large.rows, ...figures, p50AtTenThousandMs: rounded(p50Ms) }
      },
      async gmailCard() {
        say('the card in Gmail…')
        const call = await google.callOf(`${ours.url}/gmail/on-message`)
        return { rows: large.rows, ...await compare({ question: 'gmail-card', addresses, headers: { authorization: call.authorization }, gmailEvent: call.event }, at('/gmail/on-message')) }
      },
      // Before anything is registered: the floor leaves texts behind that the server then puts into its index.
      async journal() { return { rows: large.rows, ...await measureJournal({ database: file, ours, floor, headers, pace, say }) } },
      async register() {
        say('register…')
        return { rows: large.rows, ...await compare({ question: 'register', addresses, headers }, at('/api/contacts/register-message')) }
      },
      async pane() {
        say('pane…')
        return measurePane((await smallServer()).url)
      },
      async sync() {
        say('the first round of a calendar…')
        const { runs: _runs, ...sync } = await measureSync({ rounds: pace.rounds })
        return sync
      },
    }
    const measured: Partial<Record<PartName, object>> = {}
    for (const [name, measure] of Object.entries(parts) as [PartName, () => Promise<object>][]) if (only.has(name)) measured[name] = await measure()
    return {
      machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model.trim(), memoryGb: Math.round(os.totalmem() / 2 ** 30), node: process.version, loadAverage: os.loadavg().map((value) => Number(value.toFixed(1))) },
      ...measured, server: { rssMbAtStart: rssAtStart, rssMb: ours.rssMb() }, seed: { seconds: large.seededInSeconds, ...large.rows },
    }
  } finally {
    for (const end of endings) await end()
  }
}

Promise.resolve().then(() => bench(readBenchOptions(process.argv.slice(2)))).then((figures) => process.stdout.write(`${JSON.stringify(figures)}\n`), (error: unknown) => {
  process.stderr.write(`${error instanceof BenchUsageError ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
