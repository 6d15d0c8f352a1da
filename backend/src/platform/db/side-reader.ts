import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { busyTimeoutMs } from './connection'
import type { Row, SqlParameter } from './sql'

/** Reads on a thread of its own: for questions that take long (sums over years, exports), so that nobody else waits for them; on a second one when the first is busy, so that a long question does not hold up a short one. */
export interface SideReader {
  all<T extends object = Row>(sql: string, parameters?: readonly SqlParameter[]): Promise<T[]>
  close(): Promise<void>
}
interface Waiting { resolve(rows: never[]): void; reject(error: Error): void }
type Answer = { id: number; rows: never[]; error?: undefined } | { id: number; error: string }

const mostThreads = 2

export function createSideReader({ path, timeoutMs = busyTimeoutMs }: { path: string; timeoutMs?: number }): SideReader {
  const threads = Array.from({ length: mostThreads }, () => createReadingThread({ path, timeoutMs }))
  return {
    all: (sql, parameters) => threads.reduce((best, one) => (one.waiting() < best.waiting() ? one : best)).all(sql, parameters),
    close: async () => { await Promise.all(threads.map((thread) => thread.close())) },
  }
}

/** The thread starts with the first question, and anew after it has died; what was being asked then is refused. */
function createReadingThread({ path, timeoutMs }: { path: string; timeoutMs: number }): SideReader & { waiting(): number } {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let asked = 0
  let closed = false

  function start(): Worker {
    const thread = new Worker(join(__dirname, 'side-reader-thread.js'), { workerData: { path, timeoutMs } })
    thread.unref()
    thread.on('message', (answer: Answer) => {
      const one = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.error === undefined) one?.resolve(answer.rows)
      else one?.reject(new Error(answer.error))
      if (waiting.size === 0) thread.unref()
    })
    const lost = (error: Error) => {
      if (worker === thread) worker = null
      for (const [id, one] of waiting) { waiting.delete(id); one.reject(error) }
    }
    thread.on('error', lost)
    thread.on('exit', () => lost(new Error('the reading thread has ended')))
    return thread
  }

  return {
    waiting: () => waiting.size,
    all<T extends object>(sql: string, parameters: readonly SqlParameter[] = []) {
      if (closed) return Promise.reject(new Error('the database is closed'))
      const thread = (worker ??= start())
      thread.ref()
      return new Promise<T[]>((resolve, reject) => {
        const id = ++asked
        waiting.set(id, { resolve, reject })
        thread.postMessage({ id, sql, parameters })
      })
    },
    async close() {
      closed = true
      const thread = worker
      // Asked to end, not terminated: stopped in the middle of a read the driver takes the whole process with it.
      if (thread) await new Promise<void>((resolve) => { thread.once('exit', () => resolve()); thread.ref(); thread.postMessage(null) })
    },
  }
}
