/** Moments that a next step is usually set to, by the wall clock of the manager's zone. */
export interface ZonedNow { now: Date; timeZone: string }

interface Wall { year: number; month: number; day: number; hour: number; minute: number }

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times more than using it, so each is made once; a thousand covers the world's names. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' })
  if (clocks.size < 1_000) clocks.set(timeZone, made)
  return made
}

function wallClock(at: Date, timeZone: string): Wall {
  const part = new Map(clockOf(timeZone).formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return { year: part.get('year')!, month: part.get('month')!, day: part.get('day')!, hour: part.get('hour')!, minute: part.get('minute')! }
}

const asUtc = ({ year, month, day, hour, minute }: Wall) => Date.UTC(year, month - 1, day, hour, minute)

/** The instant when the zone's clocks show `wall`; asked twice because the offset may change in between. */
function instantOf(wall: Wall, timeZone: string): Date {
  const wanted = asUtc(wall)
  let guess = wanted
  for (let round = 0; round < 2; round += 1) guess += wanted - asUtc(wallClock(new Date(guess), timeZone))
  return new Date(guess)
}

/** At 10:00, `days` after today. */
export function inDays(days: number, { now, timeZone }: ZonedNow): Date {
  const today = wallClock(now, timeZone)
  const day = new Date(Date.UTC(today.year, today.month - 1, today.day + days))
  return instantOf({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate(), hour: 10, minute: 0 }, timeZone)
}

/** At 10:00 on the next day that is neither Saturday nor Sunday. */
export function nextWorkingDay({ now, timeZone }: ZonedNow): Date {
  const today = wallClock(now, timeZone)
  const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay()
  return inDays(weekday === 5 ? 3 : weekday === 6 ? 2 : 1, { now, timeZone })
}

/** At 10:00 on Monday of the week after this one; from Friday on its Thursday, since Monday is the next working day then. */
export function nextWeek({ now, timeZone }: ZonedNow): Date {
  const toMonday = (8 - utcDay(now, timeZone).getUTCDay()) % 7 || 7
  return inDays(toMonday <= 3 ? toMonday + 3 : toMonday, { now, timeZone })
}

/** The end of today's work, or an hour from now when that has passed: what "today" means as a term. */
export function laterToday({ now, timeZone }: ZonedNow): Date {
  const evening = instantOf({ ...wallClock(now, timeZone), hour: 18, minute: 0 }, timeZone)
  return evening > now ? evening : new Date(now.getTime() + 3_600_000)
}

/** The zone's calendar day of an instant as 00:00 UTC, which is how pickers of a bare date hold it. */
export function utcDay(at: Date, timeZone: string): Date {
  const { year, month, day } = wallClock(at, timeZone)
  return new Date(Date.UTC(year, month - 1, day))
}

/** The term that a picked day (00:00 UTC of it) means: ten o'clock of it in the zone, for today what is left of it. */
export function termOn(picked: Date, { now, timeZone }: ZonedNow): Date {
  const days = Math.floor((picked.getTime() - utcDay(now, timeZone).getTime()) / 86_400_000)
  return days === 0 ? laterToday({ now, timeZone }) : inDays(days, { now, timeZone })
}

const zones = new Map<string, string>()

/** The zone if this machine knows it, else UTC. Asking is dear, so answers are kept; a thousand covers the world's names. */
export function knownZone(timeZone: string | null | undefined): string {
  if (!timeZone) return 'UTC'
  const known = zones.get(timeZone)
  if (known) return known
  const zone = isZone(timeZone) ? timeZone : 'UTC'
  if (zones.size < 1_000) zones.set(timeZone, zone)
  return zone
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}
