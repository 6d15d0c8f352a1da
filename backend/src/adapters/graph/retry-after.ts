const day = 86_400

/** Seconds until the provider wants to be asked again: whole, fractional (Graph's 2.128) or a date; null when it says nothing that can be meant. Never above a day. */
export function retryAfterOf(value: string | null, now: number): number | null {
  const written = value?.trim() ?? ''
  if (/^\d{1,12}(\.\d{1,12})?$/.test(written)) return sane(Number(written))
  // What else Date.parse takes (a number, "-1") is no date of HTTP.
  return /^[A-Za-z]{3,9},? /.test(written) ? sane((Date.parse(written) - now) / 1_000) : null
}

const sane = (seconds: number) => (seconds > 0 ? Math.min(seconds, day) : null)
