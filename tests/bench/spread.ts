export interface Spread { p50Ms: number; p95Ms: number; p99Ms: number; maxMs: number }

export const rounded = (value: number) => Number(value.toPrecision(4))

/** How long they took: the middle, the long tail and the longest. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50Ms: rounded(at(0.5)), p95Ms: rounded(at(0.95)), p99Ms: rounded(at(0.99)), maxMs: rounded(sorted.at(-1) ?? Number.NaN) }
}
