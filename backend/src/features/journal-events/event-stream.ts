import type { Response } from 'express'

/** More are said by anybody's page reading its list anew. */
const idsMost = 1_000
/** A reader who takes nothing for so long is let go; the browser comes back and names what it saw last. */
const patienceMs = 60_000
const retryMs = 3_000

export interface EventStream {
  /** Ids of contacts that changed up to `at` (ms). While the reader is slow they are gathered, never queued. */
  tell(ids: readonly string[], at: number): void
  /** A word to keep proxies from hanging up; lets a reader go who is stuck. */
  beat(): void
  end(): void
}

/** One reader of server-sent events over an answer that stays open. */
export function openEventStream(response: Response, monotonicMs: () => number = () => performance.now()): EventStream {
  const waiting = new Set<string>()
  let [latest, stuckSince]: [number, number | null] = [0, null]

  function write(text: string) {
    if (response.writableEnded || response.destroyed || response.write(text)) return
    stuckSince ??= monotonicMs()
    response.once('drain', () => {
      stuckSince = null
      flush()
    })
  }
  function flush() {
    if (waiting.size === 0 || stuckSince !== null) return
    const ids = [...waiting]
    waiting.clear()
    write(`id: ${latest}\nevent: contacts\ndata: ${JSON.stringify({ ids, at: new Date(latest).toISOString() })}\n\n`)
  }

  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no', Connection: 'close' })
  response.socket?.setNoDelay(true)
  response.flushHeaders()
  write(`retry: ${retryMs}\n\n`)
  return {
    tell(ids, at) {
      for (const id of ids) if (waiting.size < idsMost) waiting.add(id)
      latest = Math.max(latest, at)
      flush()
    },
    beat() {
      if (stuckSince === null) write(': here\n\n')
      else if (monotonicMs() - stuckSince >= patienceMs) response.destroy()
    },
    end: () => void response.end(),
  }
}
