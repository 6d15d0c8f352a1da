import type { JournalDay } from '@counterpane/shared/contract/my-day'
import { dayTexts } from '@counterpane/shared/text/day-journal'
import { FoodCake20Regular } from '@fluentui/react-icons/svg/food-cake'
import { useSurroundings } from '../api/journal-context'
import { calendarDay } from '../parts/calendar-day'
import { clientPlace, placeHref } from '../view/hash-route'
import { DaySection } from './day-section'

/** Birthdays and other days to remember: a date has no hour and no zone. */
export function DayDates({ dates: { items, total } }: { dates: JournalDay['dates'] }) {
  const { locale } = useSurroundings()
  const text = dayTexts[locale]
  return (
    <DaySection title={text.section.dates} about={text.about.dates} total={total}>
      {items.map(({ person, counterparty, name, date, years }) => (
        <li key={`${person.id} ${name} ${date}`} className="jn-day-line">
          <span className="jn-day-when"><time dateTime={date}>{calendarDay(`${date}T00:00:00.000Z`, locale, new Date())}</time></span>
          <span className="jn-day-what">
            <span className="jn-with-icon"><FoodCake20Regular aria-hidden="true" /><span className="jn-breakable">{person.name}, {name === null ? text.birthday(years) : text.otherDate(name, years)}</span></span>
            {counterparty && <span className="jn-feed-meta"><a className="jn-quiet-link" href={placeHref(clientPlace(counterparty.id))}>{counterparty.name}</a></span>}
          </span>
        </li>
      ))}
    </DaySection>
  )
}
