import { setImmediate as turn } from 'node:timers/promises'
import type { TwinReason } from '@counterpane/shared/contract/cleaning'

export interface Gathered { firstId: string; secondId: string; reasons: TwinReason[] }

/** More than so many with one value say nothing about any two of them: each is held against the next only. */
const mostAllPairs = 8

/** Pairs found so far, each once with all that speaks for it. */
export function createGathering() {
  const pairs = new Map<string, Gathered>()
  function add(a: string, b: string, reason: TwinReason) {
    const [firstId, secondId] = a < b ? [a, b] : [b, a]
    const key = `${firstId} ${secondId}`
    const known = pairs.get(key)
    if (!known) pairs.set(key, { firstId, secondId, reasons: [reason] })
    else if (known.reasons.every(({ code }) => code !== reason.code)) known.reasons.push(reason)
  }
  return {
    pairs, add,
    addGroup(ids: readonly string[], reason: TwinReason) {
      for (let i = 0; i < ids.length; i++) {
        const end = ids.length <= mostAllPairs ? ids.length : Math.min(i + 2, ids.length)
        for (let j = i + 1; j < end; j++) add(ids[i] as string, ids[j] as string, reason)
      }
    },
  }
}
export type Gathering = ReturnType<typeof createGathering>

/** Thrown by a breath when the search was called off. */
export class Stopped extends Error {}

/** After so much work, by the machine's clock, whoever else waits has a turn. */
const longestHoldMs = 6

export function createBreath(isStopped: () => boolean) {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestHoldMs) return
    await turn()
    if (isStopped()) throw new Stopped()
    since = performance.now()
  }
}
export type Breath = ReturnType<typeof createBreath>
