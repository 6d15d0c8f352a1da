import os from 'node:os'
import { parseArgs } from 'node:util'
import { knownAddresses, seededDatabase, workingCopy } from './bench-database'
import { type BenchServer, freePort, startServerProcess } from './bench-processes'
import { compare, latencyOf, type Pace } from './comparison'
import { createBenchGoogle, googleNames } from './google-tokens'
import { measurePane } from './pane-measure'
import { assertSameAnswers } from './same-answer'
import { measureSync } from './sync-measure'

const clock = '2026-11-22T06:00:00.000Z'
const say = (line: string) => process.stderr.write(`${line}\n`)

function readOptions() {
  const { values } = parseArgs({ options: { contacts: { type: 'string' }, persons: { type: 'string' }, seconds: { type: 'string' }, rounds: { type: 'string' } } })
  const number = (text: string | undefined, otherwise: number) => {
    if (text !== undefined && !/^\d{1,8}$/.test(text)) throw new Error(`"${text}" is not a whole number; options: --contacts N --persons N --seconds N --rounds N`)
    return text === undefined ? otherwise : Number(text)
  }
  const seconds = number(values.seconds, 5)
  const pace: Pace = { latencySeconds: seconds, throughputSeconds: seconds, rounds: number(values.rounds, 2) }
  return { persons: number(values.persons, 100_000), contacts: number(values.contacts, 1_000_000), pace }
}

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

async function bench() {
  const { persons, contacts, pace } = readOptions()
  const large = seededDatabase({ persons, contacts })
  const small = seededDatabase({ persons: 1_000, contacts: 10_000 })
  const copies = [workingCopy(large.path, 'large'), workingCopy(small.path, 'small')] as const
  const running: BenchServer[] = []
  const run = async (server: Promise<BenchServer>) => { running.push(await server); return server }
  try {
    const addresses = knownAddresses(large.path, 3_000)
    const google = await createBenchGoogle()
    const googlePort = await freePort()
    await run(startServerProcess({ file: 'tests/dist/bench/google-answers.js', args: [JSON.stringify({ port: googlePort, jwk: google.jwk, addresses })], env: {}, port: googlePort, readyPath: '/certs' }))
    const world = { google, googleUrl: `http://127.0.0.1:${googlePort}` }
    const ours = await run(startOurs(copies[0].path, world))
    const tenThousand = await run(startOurs(copies[1].path, world))
    const floor = await run(startFloor(copies[0].path, world))
    const rssAtStart = ours.rssMb()
    const headers = await signIn(ours.url)
    const at = (path: string) => ({ path, ours, floor, pace })

    await assertSameAnswers({ ours: `${ours.url}/api/sidebar`, floor: `${floor.url}/api/sidebar`, headers, addresses: addresses.filter((_, index) => index % 60 === 0) })
    say('lookup…')
    const lookup = await compare({ question: 'lookup', addresses, headers }, at('/api/sidebar'))
    const alone = { question: 'lookup', addresses: knownAddresses(small.path, 500), headers: await signIn(tenThousand.url) } as const
    const { p50Ms: p50AtTenThousandMs } = await latencyOf(alone, `${tenThousand.url}/api/sidebar`, pace.latencySeconds)
    say('the card in Gmail…')
    const call = await google.callOf(`${ours.url}/gmail/on-message`)
    const gmailCard = await compare({ question: 'gmail-card', addresses, headers: { authorization: call.authorization }, gmailEvent: call.event }, at('/gmail/on-message'))
    say('register…')
    const register = await compare({ question: 'register', addresses, headers }, at('/api/contacts/register-message'))
    say('pane…')
    const pane = await measurePane(tenThousand.url)
    say('the first round of a calendar…')
    const { runs: _runs, ...sync } = await measureSync({ rounds: pace.rounds })
    return {
      machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model.trim(), memoryGb: Math.round(os.totalmem() / 2 ** 30), node: process.version, loadAverage: os.loadavg().map((value) => Number(value.toFixed(1))) },
      lookup: { rows: large.rows, ...lookup, p50AtTenThousandMs: Number(p50AtTenThousandMs.toPrecision(4)) },
      register: { rows: large.rows, ...register }, gmailCard: { rows: large.rows, ...gmailCard }, pane, sync,
      server: { rssMbAtStart: rssAtStart, rssMb: ours.rssMb() }, seed: { seconds: large.seededInSeconds, ...large.rows },
    }
  } finally {
    await Promise.all(running.map((server) => server.stop()))
    for (const copy of copies) copy.remove()
  }
}

bench().then((figures) => process.stdout.write(`${JSON.stringify(figures)}\n`), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
