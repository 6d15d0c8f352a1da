import { type ChildProcess, fork, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { root } from './bench-root'
import type { LoadJob, LoadResult } from './load-job'

export interface BenchServer { url: string; rssMb(): number | null; cpuMs(): number | null; stop(): Promise<void> }

export async function freePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

interface ServerOptions { file: string; args?: readonly string[]; env: Record<string, string>; port: number; readyPath: string }

/** A server in a process of its own, ready to answer. */
export async function startServerProcess({ file, args = [], env, port, readyPath }: ServerOptions): Promise<BenchServer> {
  const child = spawn(process.execPath, [path.join(root, file), ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  const giveUpAt = Date.now() + 60_000
  while (!(await answers(url + readyPath))) {
    if (child.exitCode !== null || Date.now() > giveUpAt) throw new Error(`${file} did not start`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { url, rssMb: () => rssOf(child), cpuMs: () => cpuOf(child), stop: () => stop(child) }
}

const answers = (url: string) => fetch(url).then((response) => response.ok, () => false)

/** What the kernel says; null where there is no /proc. */
function rssOf({ pid }: ChildProcess): number | null {
  const status = `/proc/${pid}/status`
  if (!fs.existsSync(status)) return null
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(status, 'utf8'))?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
}

/** Processor time so far, of all its threads: says more than a clock on a machine that has other things to do. In ticks of 10 ms. */
function cpuOf({ pid }: ChildProcess): number | null {
  const file = `/proc/${pid}/stat`
  if (!fs.existsSync(file)) return null
  const fields = fs.readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(patience)
}

/** The load comes from another process, so that it does not stand in the way of the answers. */
export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const child = fork(path.join(__dirname, 'load-worker.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  try {
    return await new Promise<LoadResult>((resolve, reject) => {
      child.once('message', (result) => resolve(result as LoadResult))
      child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)))
      child.send(job)
    })
  } finally {
    await stop(child)
  }
}
