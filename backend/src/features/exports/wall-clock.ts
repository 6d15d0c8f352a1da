import { IANAZone } from 'luxon'

/** Offsets change on full quarters of an hour only: one question answers for all contacts of that quarter. */
const quarterMs = 900_000
const kept = 50_000

export const isTimeZone = (name: string) => IANAZone.isValidZone(name)

/** What the clock on the wall of the zone shows at an instant, as if the wall were in UTC. */
export function createWallClock(timeZone: string): (instant: string) => number {
  const zone = IANAZone.create(timeZone)
  const offsets = new Map<number, number>()
  return (instant) => {
    const at = Date.parse(instant)
    const quarter = Math.floor(at / quarterMs)
    let offset = offsets.get(quarter)
    if (offset === undefined) {
      if (offsets.size >= kept) offsets.clear()
      offsets.set(quarter, (offset = Math.round(zone.offset(at) * 60_000)))
    }
    return at + offset
  }
}
