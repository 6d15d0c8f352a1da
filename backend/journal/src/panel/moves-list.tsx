import type { ContactCalendarDetails } from '@counterpane/shared/contract/calendar'
import type { Locale } from '@counterpane/shared/domain/codes'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { nearDate } from '@counterpane/shared/text/dates'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'

const shown = 3
const formats = new Map<string, Intl.DateTimeFormat>()

/** "24 Nov, 11:00": a date of the past needs its time here, and a whole day has none. */
function pointText(at: string, allDay: boolean, locale: Locale): string {
  const key = `${locale} ${allDay}`
  let format = formats.get(key)
  const shape: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', ...(allDay ? { timeZone: 'UTC' } : { hour: '2-digit', minute: '2-digit' }) }
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', shape)))
  return format.format(new Date(at))
}

/** From when to when a meeting was moved, and by whom; the newest first. */
export function MovesList({ moves, allDay }: { moves: ContactCalendarDetails['moves']; allDay: boolean }) {
  const { locale, text: say } = useSurroundings()
  const text = calendarJournalTexts[locale].contact
  const [whole, showWhole] = useState(false)
  const newest = [...moves].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <div className="jn-moves">
      <span>{text.moved(moves.length)}</span>
      <ul>
        {(whole ? newest : newest.slice(0, shown)).map(({ from, to, at, by }) => {
          const when = nearDate(at, { locale, now: new Date() }, false)
          return (
            <li key={`${at} ${from}`}>
              <span className="jn-move"><time dateTime={from}>{pointText(from, allDay, locale)}</time> → <time dateTime={to}>{pointText(to, allDay, locale)}</time></span>
              <small className="jn-quiet">{by ? text.by(by.name, when) : text.inCalendar(when)}</small>
            </li>
          )
        })}
      </ul>
      {!whole && newest.length > shown && <Button size="small" appearance="subtle" onClick={() => showWhole(true)}>{say.more}</Button>}
    </div>
  )
}
