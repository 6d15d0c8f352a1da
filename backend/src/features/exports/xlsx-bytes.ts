import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export type SheetCell = string | number | null | [string | number, 'time' | 'day' | 'bold' | 'title' | 'wrap']
interface Sheet { name: string; header: readonly string[] | null; widths: readonly number[]; frozen: boolean }
type Order = { kind: 'sheet' } & Sheet | { kind: 'rows'; rows: readonly (readonly SheetCell[])[] } | { kind: 'end' }

/** A handful of rows takes some milliseconds; a thread that does not answer for so long never will. */
const patienceMs = 30_000

/** Packing a workbook keeps a processor busy: it has a thread of its own, and at most one order under way, so that nothing piles up. */
export function createXlsxBytes(madeAt: Date) {
  const thread = new Worker(join(__dirname, 'xlsx-writer-thread.js'), { workerData: { madeAt: madeAt.getTime() }, resourceLimits: { maxOldGenerationSizeMb: 256 } })
  let settle: { resolve(bytes: Uint8Array): void; reject(error: Error): void } | null = null
  let failure: Error | null = null
  let left = false
  let ended: Promise<void> | null = null
  const fail = (error: Error) => {
    failure ??= error
    settle?.reject(failure)
  }
  thread.on('message', ({ bytes }: { bytes: Uint8Array }) => settle?.resolve(bytes))
  thread.on('error', fail)
  thread.on('exit', () => { left = true; fail(new Error('the writing thread has ended')) })

  const ask = (order: Order) => new Promise<Uint8Array>((resolve, reject) => {
    if (failure) return reject(failure)
    settle = { resolve, reject }
    thread.postMessage(order)
  })
  return {
    sheet: (sheet: Sheet) => ask({ kind: 'sheet', ...sheet }),
    rows: (rows: readonly (readonly SheetCell[])[]) => ask({ kind: 'rows', rows }),
    end: () => ask({ kind: 'end' }),
    /**
     * Gives everything back, finished or not. The thread is asked to leave between two orders: stopped in the middle of one, while a packer is being made, Node 20
     * brings the whole process down (`close before init`, node_zlib.cc).
     */
    close: () => ended ??= new Promise<void>((resolve) => {
      if (left) return resolve()
      const stuck = setTimeout(() => void thread.terminate(), patienceMs).unref()
      thread.once('exit', () => { clearTimeout(stuck); resolve() })
      thread.postMessage({ kind: 'leave' })
    }),
  }
}
