import { nearDate } from '@counterpane/shared/text/dates'
import { useSurroundings } from '../api/journal-context'

/** Days as the reader's zone has them. */
export function useDates() {
  const { locale } = useSurroundings()
  return { near: (instant: string) => nearDate(instant, { locale, now: new Date() }, false) }
}
