import type { Reminder } from '@counterpane/shared/contract/my-day'
import { dayTexts } from '@counterpane/shared/text/day-journal'
import { words } from '@counterpane/shared/text/words'
import { Button, Link } from '@fluentui/react-components'
import { Alert20Regular } from '@fluentui/react-icons/svg/alert'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { clockText } from '../parts/date-time'
import { dayPlace, placeHref, tasksPlace } from '../view/hash-route'
import '../styles/journal-day.css'

const [lookEveryMs, longestMs, shownAtOnce] = [60_000, 55 * 60_000, 3]

/** Says when something comes due while the page is open. Each stretch of time is asked once; after a long sleep only the last hour. */
export function ReminderToasts() {
  const { call, locale } = useSurroundings()
  const text = dayTexts[locale].reminder
  const told = useRef(Date.now())
  const [waiting, setWaiting] = useState<Reminder[]>([])
  useQuery({
    queryKey: ['reminders'], refetchInterval: lookEveryMs, refetchIntervalInBackground: true, staleTime: 0, gcTime: 0, retry: false,
    queryFn: async ({ signal }) => {
      const to = Date.now() + 1_000
      const from = Math.max(told.current, to - longestMs)
      if (from >= to) return 0
      const { items } = await call('listReminders', { query: { from: new Date(from).toISOString(), to: new Date(to).toISOString() }, signal })
      told.current = to
      if (items.length > 0) setWaiting((before) => [...before, ...items.filter((item) => !before.some((one) => one.id === item.id))])
      return items.length
    },
  })
  const drop = (id: string) => setWaiting((before) => before.filter((one) => one.id !== id))
  const titleOf = (item: Reminder) => (item.kind === 'contact' ? text.contact(item.method ? words[locale].method[item.method] : '') : item.kind === 'task' ? text.task : text.note)
  return (
    <div className="jn-reminders" role="region" aria-live="polite" aria-label={text.several(waiting.length)} hidden={waiting.length === 0}>
      {waiting.slice(0, shownAtOnce).map((item) => (
        <div key={item.id} className="jn-reminder">
          <Alert20Regular aria-hidden="true" />
          <div className="jn-reminder-words">
            <strong>{clockText(item.at, locale)} {titleOf(item)}</strong>
            <Link href={placeHref(item.kind === 'contact' ? dayPlace(item.id) : tasksPlace())} onClick={() => drop(item.id)}>{item.title || text.open}</Link>
            {item.counterparty && <span className="jn-quiet">{item.counterparty.name}</span>}
          </div>
          <Button size="small" appearance="subtle" aria-label={`${text.dismiss}: ${item.title}`} onClick={() => drop(item.id)}>{text.dismiss}</Button>
        </div>
      ))}
      {waiting.length > shownAtOnce && <Button size="small" onClick={() => setWaiting([])}>{`${text.dismiss}: ${text.several(waiting.length)}`}</Button>}
    </div>
  )
}
