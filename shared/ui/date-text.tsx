import { type DateOptions, exactDate, nearDate } from '@counterpane/shared/text/dates'

/** A date as a person says it, with the exact one in the tooltip. */
export function DateText({ at, dates, withTime = true }: { at: string; dates: DateOptions; withTime?: boolean }) {
  return <time dateTime={at} title={exactDate(at, dates)}>{nearDate(at, dates, withTime)}</time>
}
