import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export type SheetCell = string | number | null | [string | number, 'time' | 'day' | 'bold' | 'title' | 'wrap']
interface Sheet { name: string; header: readonly string[] | null; widths: readonly number[]; frozen: boolean }
type Order = { kind: 'sheet' } & Sheet | { kind: 'rows'; rows: readonly (readonly SheetCell[])[] } | { kind: 'end' }

/** Packing a workbook keeps a processor busy: it has a thread of its own, and at most one order under way, so that nothing piles up. */
export function createXlsxBytes(madeAt: Date) {
  const thread = new Worker(join(__dirname, 'xlsx-writer-thread.js'), { workerData: { madeAt: madeAt.getTime() }, resourceLimits: { maxOldGenerationSizeMb: 256 } })
  let settle: { resolve(bytes: Uint8Array): void; reject(error: Error): void } | null = null
  let failure: Error | null = null
  const fail = (error: Error) => {
    failure ??= error
    settle?.reject(failure)
  }
  thread.on('message', ({ bytes }: { bytes: Uint8Array }) => settle?.resolve(bytes))
  thread.on('error', fail)
  thread.on('exit', () => fail(new Error('the writing thread has ended')))

  const ask = (order: Order) => new Promise<Uint8Array>((resolve, reject) => {
    if (failure) return reject(failure)
    settle = { resolve, reject }
    thread.postMessage(order)
  })
  return {
    sheet: (sheet: Sheet) => ask({ kind: 'sheet', ...sheet }),
    rows: (rows: readonly (readonly SheetCell[])[]) => ask({ kind: 'rows', rows }),
    end: () => ask({ kind: 'end' }),
    /** Gives everything back, finished or not. */
    close: async () => { await thread.terminate() },
  }
}
