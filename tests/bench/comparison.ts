import { type BenchServer, runLoad } from './bench-processes'
import type { LoadJob, LoadResult } from './load-job'

export interface Comparison { p50Ms: number; p99Ms: number; perSecond: number; floorPerSecond: number; ratio: number; floorP50Ms: number; underLoadP99Ms: number; cpuMsEach: number | null; floorCpuMsEach: number | null }
export interface Pace { latencySeconds: number; throughputSeconds: number; rounds: number }

const rounded = (value: number) => Number(value.toPrecision(4))

type Question = Pick<LoadJob, 'question' | 'addresses' | 'headers'> & Partial<Pick<LoadJob, 'gmailEvent'>>

/** Ours and the floor, asked the same in turns, so that a busy machine is unkind to both. */
export async function compare(question: Question, { path, ours, floor, pace }: { path: string; ours: BenchServer; floor: BenchServer; pace: Pace }): Promise<Comparison> {
  let rounds = 0
  const job = (server: BenchServer, kind: LoadJob['kind'], seconds: number): LoadJob =>
    ({ ...question, url: server.url + path, kind, seconds, warmUpRequests: rounds < 4 ? 1_000 : 100, connections: kind === 'latency' ? 1 : 16, name: `${question.question}-${Date.now()}-${rounds++}` })
  const latencyOurs = await runLoad(job(ours, 'latency', pace.latencySeconds))
  const latencyFloor = await runLoad(job(floor, 'latency', pace.latencySeconds / 2))
  const throughput: { ours: LoadResult[]; floor: LoadResult[] } = { ours: [], floor: [] }
  const [cpuOurs, cpuFloor] = [ours.cpuMs(), floor.cpuMs()]
  for (let round = 0; round < pace.rounds; round++) {
    throughput.ours.push(await runLoad(job(ours, 'throughput', pace.throughputSeconds)))
    throughput.floor.push(await runLoad(job(floor, 'throughput', pace.throughputSeconds)))
  }
  const perSecond = mean(throughput.ours.map((result) => result.perSecond))
  const floorPerSecond = mean(throughput.floor.map((result) => result.perSecond))
  return {
    p50Ms: rounded(latencyOurs.p50Ms), p99Ms: rounded(latencyOurs.p99Ms), perSecond: rounded(perSecond), floorPerSecond: rounded(floorPerSecond), ratio: rounded(perSecond / floorPerSecond),
    floorP50Ms: rounded(latencyFloor.p50Ms), underLoadP99Ms: rounded(Math.max(...throughput.ours.map((result) => result.p99Ms))),
    cpuMsEach: each(ours, cpuOurs, throughput.ours), floorCpuMsEach: each(floor, cpuFloor, throughput.floor),
  }
}

/** One caller alone: what the size of the database does to an answer. */
export async function latencyOf(question: Question, url: string, seconds: number): Promise<LoadResult> {
  return runLoad({ ...question, url, kind: 'latency', seconds, warmUpRequests: 500, connections: 1, name: `alone-${Date.now()}` })
}

const each = (server: BenchServer, before: number | null, results: readonly LoadResult[]) =>
  before === null ? null : rounded(((server.cpuMs() ?? 0) - before) / results.reduce((sum, result) => sum + result.withWarmUp, 0))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
