import type { CalendarState } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { Clock20Regular } from '@fluentui/react-icons/svg/clock'
import { Key20Regular } from '@fluentui/react-icons/svg/key'
import { Prohibited20Regular } from '@fluentui/react-icons/svg/prohibited'
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle'
import { useSurroundings } from '../api/journal-context'

const icons = { healthy: CheckmarkCircle20Regular, 'catching-up': ArrowSync20Regular, 'needs-sign-in': Key20Regular, 'not-permitted': Prohibited20Regular, waiting: Clock20Regular }

/** The state as a word; its icon and colour only repeat it. */
export function StandingMark({ state }: { state: CalendarState | null }) {
  const { locale } = useSurroundings()
  const text = calendarJournalTexts[locale]
  const Icon = state ? icons[state] : SubtractCircle20Regular
  return <span className={`jn-calendar-state jn-standing-${state ?? 'none'}`}><Icon aria-hidden="true" />{state ? text.state[state] : text.none}</span>
}
