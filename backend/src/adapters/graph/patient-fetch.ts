import { ProviderFailure } from '../../ports/provider-failure'
import { AnswerTooLong } from '../google/bounded-fetch'

/** `idleMs`: without a byte; `totalMs`: until the answer's last one. */
export interface Patience { idleMs: number; totalMs: number; maxBytes: number }

const withoutBody = new Set([204, 205, 304])

/** `fetch` whose answer is read to its end here, within its time and its length. Follows no redirect: where it leads was not configured. */
export async function patientFetch(url: string, init: RequestInit, { idleMs, totalMs, maxBytes }: Patience): Promise<Response> {
  const controller = new AbortController()
  const stop = () => controller.abort(new DOMException('no answer in time', 'TimeoutError'))
  const total = setTimeout(stop, totalMs)
  const idle = setTimeout(stop, idleMs)
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: controller.signal })
    const pieces: Uint8Array[] = []
    let length = 0
    const reader = response.body?.getReader()
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
      idle.refresh()
      length += piece.value.byteLength
      if (length > maxBytes) {
        await reader?.cancel()
        throw new AnswerTooLong()
      }
      pieces.push(piece.value)
    }
    const { status, headers } = response
    return new Response(withoutBody.has(status) ? null : Buffer.concat(pieces), { status, headers })
  } catch (error) {
    throw transportFailure(error)
  } finally {
    clearTimeout(total)
    clearTimeout(idle)
  }
}

/** Nothing of what went wrong below is passed on: it may hold addresses and tokens. */
function transportFailure(error: unknown): ProviderFailure {
  if (error instanceof AnswerTooLong) return new ProviderFailure('too-large')
  const names = [error, error instanceof Error ? error.cause : null].map((one) => (typeof one === 'object' && one !== null && 'name' in one ? one.name : ''))
  return new ProviderFailure(names.includes('TimeoutError') ? 'timed-out' : 'temporary')
}
