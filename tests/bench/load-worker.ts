import http from 'node:http'
import autocannon from 'autocannon'
import { bodyOf, type LoadJob, type LoadResult } from './load-job'
import { spreadOf } from './spread'

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
    const [path, body] = [job.paths?.[n], job.paths ? null : bodyOf(job, n)]
    n++
    const askedAt = performance.now()
    await ask(job, agent, path, body)
    return performance.now() - askedAt
  }
  const isOver = () => (job.paths ? n >= job.paths.length : performance.now() >= startedAt + job.seconds * 1_000)
  while (n < job.warmUpRequests) await askOne()
  const startedAt = performance.now()
  while (!isOver()) times.push(await askOne())
  const took = (performance.now() - startedAt) / 1_000
  const { p50Ms, p99Ms } = spreadOf(times)
  agent.destroy()
  return { requests: times.length, withWarmUp: n, perSecond: times.length / took, p50Ms, p99Ms, ...(job.paths && { times }) }
}

function ask({ url: base, headers }: LoadJob, agent: http.Agent, path = '', body: string | null): Promise<void> {
  const url = base + path
  return new Promise((resolve, reject) => {
    const request = http.request(url, body === null ? { agent, headers } : { method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (response) => {
      response.on('data', () => undefined)
      response.on('end', () => ((response.statusCode ?? 0) < 300 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`))))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body ?? undefined)
  })
}

/** All connections ask at once; every answer has to be a success. Percentiles are in whole ms and belong to full load. */
async function throughput(job: LoadJob): Promise<LoadResult> {
  let n = 0
  const paths = job.paths ?? []
  const requestsOf = (name: string): autocannon.Request[] => (job.paths
    ? [{ method: 'GET', headers: job.headers, setupRequest: (request) => ({ ...request, path: paths[Math.floor(Math.random() * paths.length)] }) }]
    : [{ method: 'POST', headers: { ...job.headers, 'content-type': 'application/json' }, setupRequest: (request) => ({ ...request, body: bodyOf({ ...job, name }, n++) }) }])
  const run = (length: { duration: number } | { amount: number }, name: string) => autocannon({ url: job.url, connections: job.connections, timeout: 30, ...length, requests: requestsOf(name) })
  const warmUp = await run({ amount: Math.max(job.connections, job.warmUpRequests) }, `${job.name}-warm`)
  const { requests, duration, latency: spread, errors, non2xx, timeouts } = await run({ duration: job.seconds }, job.name)
  if (errors + non2xx + timeouts > 0) throw new Error(`${job.url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} answers that are no success`)
  return { requests: requests.total, withWarmUp: requests.total + warmUp.requests.total, perSecond: requests.total / duration, p50Ms: spread.p50, p99Ms: spread.p99 }
}
