/** What time it is. Every rule that depends on "now" asks here; demo and tests may start it from another instant. */
export interface Clock { now(): Date }

export const machineClock: Clock = { now: () => new Date() }

/** Runs on from `start` at the pace of the machine's own clock. */
export function clockFrom(start: Date): Clock {
  const offset = start.getTime() - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}
