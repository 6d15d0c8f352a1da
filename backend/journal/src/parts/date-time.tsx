import type { Locale } from '@counterpane/shared/domain/codes'
import { exactDate, nearDate } from '@counterpane/shared/text/dates'
import { useSurroundings } from '../api/journal-context'

const clocks = new Map<Locale, Intl.DateTimeFormat>()
export function clockText(instant: string | Date, locale: Locale): string {
  let clock = clocks.get(locale)
  if (!clock) clocks.set(locale, (clock = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { hour: '2-digit', minute: '2-digit' })))
  return clock.format(new Date(instant))
}

/** A date as near words, with the exact one in the tooltip; `clock` puts the time after it. */
export function DateTime({ at, clock = true }: { at: string; clock?: boolean }) {
  const { locale } = useSurroundings()
  const now = new Date()
  return (
    <time dateTime={at} title={exactDate(at, { locale, now })}>
      {nearDate(at, { locale, now }, false)}{clock && <span className="jn-clock"> {clockText(at, locale)}</span>}
    </time>
  )
}
