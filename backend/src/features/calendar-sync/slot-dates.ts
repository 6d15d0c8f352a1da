const formats = new Map<string, Intl.DateTimeFormat | null>()

/** The date on which a slot of a series stands in the zone of the series; null when the zone is unknown, since a date next to it would be another occurrence. */
export function slotDate(originalStart: string, zone: string | null): string | null {
  if (!originalStart.includes('T')) return originalStart
  const at = Date.parse(originalStart)
  const format = zone === null ? null : formatOf(zone)
  return format && !Number.isNaN(at) ? format.format(at) : null
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = makeFormat(zone)
  formats.set(zone, made)
  return made
}

/** Swedish dates are written YYYY-MM-DD. */
function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  } catch {
    return null
  }
}
