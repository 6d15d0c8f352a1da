/** Numbers that look random and are the same for the same key, so that every row can be made alone and in any order. */
export interface Random {
  /** From 0 inclusive to 1 exclusive. */
  next(): number
  below(limit: number): number
  between(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
}

function mixed(seed: string, stream: string, index: number): number {
  let hash = 2_166_136_261 ^ index
  for (const text of [seed, stream]) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619)
    hash = Math.imul(hash ^ 0x9e3779b9, 16_777_619)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16) ^ Math.imul(index, 0x27d4eb2f)) >>> 0
}

/** mulberry32: small, quick, good enough for names and dates; never for secrets. */
export function randomFor(seed: string, stream: string, index = 0): Random {
  let state = mixed(seed, stream, index)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next, below,
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
  }
}

/** Picks by weight: the weights need not add up to anything. */
export function pickWeighted<T>(random: Random, choices: readonly (readonly [T, number])[]): T {
  let rest = random.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of choices) if ((rest -= weight) < 0) return choice
  return (choices.at(-1) as readonly [T, number])[0]
}

/**
 * Shares `total` among the owners by their weights, exactly and the same every time:
 * the answer's i-th number is where owner i's share begins, the last one is `total`.
 */
export function shares(total: number, weights: Float64Array, atLeast = 0): Float64Array {
  const starts = new Float64Array(weights.length + 1)
  const sure = Math.min(atLeast, weights.length > 0 ? Math.floor(total / weights.length) : 0)
  const free = total - sure * weights.length
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let heaped = 0
  for (let i = 0; i < weights.length; i++) {
    heaped += weights[i] as number
    starts[i + 1] = sure * (i + 1) + (i + 1 === weights.length ? free : Math.floor((free * heaped) / sum))
  }
  return starts
}
