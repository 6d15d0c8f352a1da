import http from 'node:http'
import autocannon from 'autocannon'
import { bodyOf, type LoadJob, type LoadResult } from './load-job'

process.once('message', (job) => {
  const { kind } = job as LoadJob
  const measured = kind === 'latency' ? latency(job as LoadJob) : throughput(job as LoadJob)
  measured.then((result) => process.send?.(result), (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
    process.disconnect()
  })
})

/** One question after the other over one connection, each timed from its sending to its last byte. */
async function latency(job: LoadJob): Promise<LoadResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  let n = 0
  const askOne = async () => {
    const body = bodyOf(job, n++)
    const askedAt = performance.now()
    await ask(job, agent, body)
    return performance.now() - askedAt
  }
  while (n < job.warmUpRequests) await askOne()
  const startedAt = performance.now()
  while (performance.now() < startedAt + job.seconds * 1_000) times.push(await askOne())
  const took = (performance.now() - startedAt) / 1_000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { requests: times.length, withWarmUp: n, perSecond: times.length / took, p50Ms: at(0.5), p99Ms: at(0.99) }
}

function ask({ url, headers }: LoadJob, agent: http.Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      response.on('data', () => undefined)
      response.on('end', () => ((response.statusCode ?? 0) < 300 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`))))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** All connections ask at once; every answer has to be a success. Percentiles are in whole ms and belong to full load. */
async function throughput(job: LoadJob): Promise<LoadResult> {
  let n = 0
  const run = (length: { duration: number } | { amount: number }, name: string) => autocannon({
    url: job.url, connections: job.connections, timeout: 30, ...length,
    requests: [{ method: 'POST', headers: { ...job.headers, 'content-type': 'application/json' }, setupRequest: (request) => ({ ...request, body: bodyOf({ ...job, name }, n++) }) }],
  })
  const warmUp = await run({ amount: Math.max(job.connections, job.warmUpRequests) }, `${job.name}-warm`)
  const { requests, duration, latency: spread, errors, non2xx, timeouts } = await run({ duration: job.seconds }, job.name)
  if (errors + non2xx + timeouts > 0) throw new Error(`${job.url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} answers that are no success`)
  return { requests: requests.total, withWarmUp: requests.total + warmUp.requests.total, perSecond: requests.total / duration, p50Ms: spread.p50, p99Ms: spread.p99 }
}
