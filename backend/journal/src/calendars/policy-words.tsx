import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { useSurroundings } from '../api/journal-context'

/** The rules as sentences, for those who may not change them. */
export function PolicyWords({ policy }: { policy: CalendarPolicy }) {
  const { locale } = useSurroundings()
  const text = calendarJournalTexts[locale].rule
  const yes = (on: boolean) => (on ? text.on : text.off)
  const rules = [
    [text.internal, yes(policy.internal)], [text.free, yes(policy.free)], [text.allDayAbsence, yes(policy.allDayAbsence)], [text.declined, yes(policy.declined)],
    [text.private, text.private[policy.private]], [text.heldAfterDays, policy.heldAfterDays === null ? text.heldAfterDays.never : text.heldAfterDays.shown(policy.heldAfterDays)], [text.putInCalendar, yes(policy.putInCalendar)],
  ] as const
  return (
    <dl className="jn-policy-words">
      {rules.map(([{ name, does }, value]) => <div key={name}><dt>{name}<small className="jn-quiet">{does}</small></dt><dd>{value}</dd></div>)}
    </dl>
  )
}
