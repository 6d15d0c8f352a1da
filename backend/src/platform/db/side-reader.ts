import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { seenSql } from '../visibility/seen-sql'
import { currentSight } from '../visibility/sight'
import { busyTimeoutMs } from './connection'
import type { Row, SqlParameter } from './sql'

/** Reads on a thread of its own: for questions that take long (sums over years, exports), so that nobody else waits for them; on a second one when the first is busy, so that a long question does not hold up a short one. */
export interface SideReader {
  all<T extends object = Row>(sql: string, parameters?: readonly SqlParameter[]): Promise<T[]>
  close(): Promise<void>
}
interface Waiting { resolve(rows: never[]): void; reject(error: Error): void }
/** A thread with what it has been asked: when it dies, its own questions are refused and no others. */
interface Thread { worker: Worker; waiting: Map<number, Waiting> }
type Answer = { id: number; rows: never[]; error?: undefined } | { id: number; error: string }

const mostThreads = 2

export function createSideReader({ path, timeoutMs = busyTimeoutMs }: { path: string; timeoutMs?: number }): SideReader {
  const threads = Array.from({ length: mostThreads }, () => createReadingThread({ path, timeoutMs }))
  return {
    all: (sql, parameters = []) => {
      const sight = currentSight()
      const asked = sight ? seenSql(sql, parameters, sight) : { sql, parameters }
      return threads.reduce((best, one) => (one.waiting() < best.waiting() ? one : best)).all(asked.sql, asked.parameters)
    },
    close: async () => { await Promise.all(threads.map((thread) => thread.close())) },
  }
}

/** The thread starts with the first question, and anew after it has died; what was being asked then is refused. */
function createReadingThread({ path, timeoutMs }: { path: string; timeoutMs: number }): SideReader & { waiting(): number } {
  let current: Thread | null = null
  let asked = 0
  let closed = false

  function start(): Thread {
    const worker = new Worker(join(__dirname, 'side-reader-thread.js'), { workerData: { path, timeoutMs } })
    const waiting = new Map<number, Waiting>()
    const thread = { worker, waiting }
    worker.unref()
    worker.on('message', (answer: Answer) => {
      const one = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.error === undefined) one?.resolve(answer.rows)
      else one?.reject(new Error(answer.error))
      if (waiting.size === 0) worker.unref()
    })
    const lost = (error: Error) => {
      if (current === thread) current = null
      for (const [id, one] of waiting) { waiting.delete(id); one.reject(error) }
    }
    worker.on('error', lost)
    worker.on('exit', () => lost(new Error('the reading thread has ended')))
    return thread
  }

  return {
    waiting: () => current?.waiting.size ?? 0,
    all<T extends object>(sql: string, parameters: readonly SqlParameter[] = []) {
      if (closed) return Promise.reject(new Error('the database is closed'))
      const { worker, waiting } = (current ??= start())
      worker.ref()
      return new Promise<T[]>((resolve, reject) => {
        const id = ++asked
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, sql, parameters })
      })
    },
    async close() {
      closed = true
      const worker = current?.worker
      // Asked to end, not terminated: stopped in the middle of a read the driver takes the whole process with it.
      if (worker) await new Promise<void>((resolve) => { worker.once('exit', () => resolve()); worker.ref(); worker.postMessage(null) })
    },
  }
}
