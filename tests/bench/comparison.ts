import { type BenchServer, runLoad } from './bench-processes'
import type { LoadJob, LoadResult } from './load-job'
import { rounded } from './spread'

export interface Throughput { perSecond: number; floorPerSecond: number; ratio: number; underLoadP99Ms: number; cpuMsEach: number | null; floorCpuMsEach: number | null }
export interface Comparison extends Throughput { p50Ms: number; p99Ms: number; floorP50Ms: number }
export interface Pace { latencySeconds: number; throughputSeconds: number; rounds: number }

type Question = Pick<LoadJob, 'question' | 'addresses' | 'headers'> & Partial<Pick<LoadJob, 'gmailEvent' | 'paths'>>
interface Compared { path: string; ours: BenchServer; floor: BenchServer; pace: Pace }

const manyAtOnce = 16
let asked = 0
const jobOf = (question: Question, url: string, rest: Pick<LoadJob, 'kind' | 'seconds' | 'warmUpRequests'>): LoadJob =>
  ({ ...question, url, ...rest, connections: rest.kind === 'latency' ? 1 : manyAtOnce, name: `${question.question}-${Date.now()}-${asked++}` })

/** Ours and the floor, asked the same in turns, so that a busy machine is unkind to both. */
export async function compare(question: Question, compared: Compared): Promise<Comparison> {
  const { path, ours, floor, pace: { latencySeconds } } = compared
  const latencyOurs = await runLoad(jobOf(question, ours.url + path, { kind: 'latency', seconds: latencySeconds, warmUpRequests: 1_000 }))
  const latencyFloor = await runLoad(jobOf(question, floor.url + path, { kind: 'latency', seconds: latencySeconds / 2, warmUpRequests: 1_000 }))
  return { p50Ms: rounded(latencyOurs.p50Ms), p99Ms: rounded(latencyOurs.p99Ms), floorP50Ms: rounded(latencyFloor.p50Ms), ...await throughputOf(question, { ...compared, warmUpRequests: 1_000 }) }
}

/** Many callers at once; the first round warms up longer. */
export async function throughputOf(question: Question, { path, ours, floor, pace, warmUpRequests }: Compared & { warmUpRequests: number }): Promise<Throughput> {
  const results: { ours: LoadResult[]; floor: LoadResult[] } = { ours: [], floor: [] }
  const [cpuOurs, cpuFloor] = [ours.cpuMs(), floor.cpuMs()]
  for (let round = 0; round < pace.rounds; round++) {
    const load = { kind: 'throughput', seconds: pace.throughputSeconds, warmUpRequests: round === 0 ? warmUpRequests : Math.min(100, warmUpRequests) } as const
    results.ours.push(await runLoad(jobOf(question, ours.url + path, load)))
    results.floor.push(await runLoad(jobOf(question, floor.url + path, load)))
  }
  const perSecond = mean(results.ours.map((result) => result.perSecond))
  const floorPerSecond = mean(results.floor.map((result) => result.perSecond))
  return {
    perSecond: rounded(perSecond), floorPerSecond: rounded(floorPerSecond), ratio: rounded(perSecond / floorPerSecond), underLoadP99Ms: rounded(Math.max(...results.ours.map((result) => result.p99Ms))),
    cpuMsEach: each(ours, cpuOurs, results.ours), floorCpuMsEach: each(floor, cpuFloor, results.floor),
  }
}

/** One caller alone: what the size of the database does to an answer. */
export async function latencyOf(question: Question, url: string, { seconds, warmUpRequests = 500 }: { seconds: number; warmUpRequests?: number }): Promise<LoadResult> {
  return runLoad(jobOf(question, url, { kind: 'latency', seconds, warmUpRequests }))
}

const each = (server: BenchServer, before: number | null, results: readonly LoadResult[]) =>
  before === null ? null : rounded(((server.cpuMs() ?? 0) - before) / results.reduce((sum, result) => sum + result.withWarmUp, 0))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
