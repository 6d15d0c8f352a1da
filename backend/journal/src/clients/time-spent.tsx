import type { ClientStanding } from '@counterpane/shared/contract/client'
import { feedTexts } from '@counterpane/shared/text/feed-journal'
import { useSurroundings } from '../api/journal-context'

/** Time spent on a client: of 30 days and of all time, manager by manager when one looks closer. */
export function TimeSpent({ time }: { time: ClientStanding['time'] }) {
  const { locale } = useSurroundings()
  const say = feedTexts[locale].standing
  const words = (minutes: number) => [minutes >= 60 && `${Math.floor(minutes / 60)} ${say.hours}`, (minutes % 60 > 0 || minutes === 0) && `${minutes % 60} ${say.minutes}`].filter(Boolean).join(' ')
  const all = time.contacts + time.tasks
  if (all === 0) return <span className="jn-quiet">{say.noTime}</span>
  return (
    <details className="jn-time-spent">
      <summary>{say.recent(words(time.recentContacts + time.recentTasks))} · {say.all(words(all))}</summary>
      <p className="jn-quiet">{say.ofContacts} {words(time.contacts)} · {say.ofTasks} {words(time.tasks)}</p>
      <ul aria-label={say.byManager}>{time.byManager.map(({ manager, minutes }) => <li key={manager.id}><span>{manager.name}</span><span>{words(minutes)}</span></li>)}</ul>
    </details>
  )
}
