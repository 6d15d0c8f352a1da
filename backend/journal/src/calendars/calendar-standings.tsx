import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { useCalendars } from '../api/calendar-queries'
import { useMe, useSurroundings } from '../api/journal-context'
import { clockText } from '../parts/date-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { StandingRow } from './standing-row'

/** How the reading of each calendar goes. A manager sees the own one in the same words. Roles are said aloud, since a narrow screen turns rows into cards. */
export function CalendarStandings() {
  const { locale, text: say } = useSurroundings()
  const me = useMe()
  const text = calendarJournalTexts[locale]
  const { data, error, isPending, refetch, dataUpdatedAt } = useCalendars()
  const ownNone = me.role === 'manager' && data?.[0]?.provider === null
  return (
    <section aria-label={text.standing} className="jn-standings">
      {isPending && <DelayedSkeleton lines={6} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {error && data && <p className="jn-quiet">{say.offline.stale(clockText(new Date(dataUpdatedAt), locale))}</p>}
      {data?.length === 0 && <div className="jn-empty"><h2>{text.empty}</h2><p>{text.emptyAdvice}</p></div>}
      {ownNone && <div className="jn-empty"><h2>{text.ownNone}</h2><p>{text.ownNoneAdvice}</p></div>}
      {data && data.length > 0 && !ownNone && (
        <table role="table" className="jn-standing-table">
          <thead role="rowgroup">
            <tr role="row">
              {(['manager', 'calendar', 'state', 'lastRound', 'advice'] as const).map((column) => <th key={column} role="columnheader" scope="col">{text.column[column]}</th>)}
              <th role="columnheader" scope="col"><span className="jn-hidden">{text.column.actions}</span></th>
            </tr>
          </thead>
          <tbody role="rowgroup">{data.map((calendar) => <StandingRow key={calendar.manager.id} calendar={calendar} />)}</tbody>
        </table>
      )}
      {data && data.length > 0 && <p className="jn-quiet jn-small">{text.refreshes}</p>}
    </section>
  )
}
