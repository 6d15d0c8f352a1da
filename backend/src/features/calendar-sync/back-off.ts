/** A number in [0, 1). */
export type Random = () => number

const firstMs = 30_000
const longestMs = 900_000
const shortestMs = 5_000

/** Ms until the next try after so many failures in a row: anywhere below a ceiling that doubles from 30 s to 15 minutes, so that many calendars that fell ill together do not come back together. */
export function backOff(failures: number, random: Random): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)))
  return Math.max(shortestMs, Math.round(ceiling * random()))
}

/** A span a quarter shorter or longer at most. */
export const around = (ms: number, random: Random): number => Math.round(ms * (0.75 + 0.5 * random()))

/** A span and a little more, never less: what somebody else told us to wait. */
export function notBefore(ms: number, random: Random): number {
  return Math.ceil(ms + random() * Math.min(60_000, Math.max(1_000, ms / 4)))
}
