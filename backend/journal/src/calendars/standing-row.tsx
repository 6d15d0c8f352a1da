import type { ManagersCalendar } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Alert16Regular } from '@fluentui/react-icons/svg/alert'
import { AlertOff16Regular } from '@fluentui/react-icons/svg/alert-off'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { AsideItems } from './aside-items'
import { StandingActions } from './standing-actions'
import { StandingMark } from './standing-mark'

/** One manager's calendar: whose, which, how it goes and since when, what to do about it. */
export function StandingRow({ calendar }: { calendar: ManagersCalendar }) {
  const { locale } = useSurroundings()
  const text = calendarJournalTexts[locale]
  const { manager, provider, mailbox, state, since, lastRoundAt, reason, waitingUntil, bell } = calendar
  const Bell = bell === 'on' ? Alert16Regular : AlertOff16Regular
  return (
    <tr role="row" data-state={state ?? 'none'}>
      <th role="rowheader" scope="row">{manager.name}</th>
      <td role="cell" data-label={text.column.calendar}>
        {provider ? <><span>{text.provider[provider]}</span><small className="jn-breakable jn-quiet">{mailbox}</small></> : <span className="jn-quiet">–</span>}
      </td>
      <td role="cell" data-label={text.column.state}>
        <StandingMark state={provider ? state : null} />
        {provider && state === 'waiting' && waitingUntil && <small className="jn-quiet">{text.until} <DateTime at={waitingUntil} /></small>}
        {provider && since && !(state === 'waiting' && waitingUntil) && <small className="jn-quiet">{text.since} <DateTime at={since} /></small>}
      </td>
      <td role="cell" data-label={text.column.lastRound}>{!provider ? <span className="jn-quiet">–</span> : lastRoundAt ? <DateTime at={lastRoundAt} /> : <span className="jn-quiet">{text.never}</span>}</td>
      <td role="cell" data-label={text.column.advice}>
        <span>{provider ? reason ?? text.nothingToDo : text.noneAdvice}</span>
        {provider && <small className="jn-quiet jn-with-icon"><Bell aria-hidden="true" />{text.bell[bell]}</small>}
        {calendar.unreadable > 0 && <AsideItems calendar={calendar} />}
      </td>
      <td role="cell" className="jn-standing-actions"><StandingActions calendar={calendar} /></td>
    </tr>
  )
}
