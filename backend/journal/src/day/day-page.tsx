import type { Task } from '@counterpane/shared/contract/task'
import { dayTexts } from '@counterpane/shared/text/day-journal'
import { Button, Link } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import { useDayChanges, useJournalDay } from '../api/day-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { LazyPart } from '../parts/lazy-part'
import { ProblemNotice } from '../parts/problem-notice'
import { dayPlace, go, journalPlace, placeHref, tasksPlace, type Place } from '../view/hash-route'
import '../styles/journal-day.css'
import { DayContact } from './day-contact'
import { DayDates } from './day-dates'
import { DayMeetings } from './day-meetings'
import { DaySaid, type Said } from './day-said'
import { DaySection } from './day-section'
import { DayTask } from './day-task'

const ContactPanel = lazy(() => import('../panel/contact-panel').then(({ ContactPanel: panel }) => ({ default: panel })))
const LogContactDialog = lazy(() => import('../forms/log-contact-dialog').then(({ LogContactDialog: dialog }) => ({ default: dialog })))
const MorningLetter = lazy(() => import('./morning-letter').then(({ MorningLetter: part }) => ({ default: part })))

/** What a manager works through from the morning on: what is late first, then today, then what others did. */
export function DayPage({ place }: { place: Extract<Place, { page: 'day' }> }) {
  const { locale } = useSurroundings()
  const text = dayTexts[locale]
  const { data: day, error, isPending, refetch } = useJournalDay()
  const { done } = useDayChanges()
  const [said, say] = useState<Said | null>(null)
  const [logging, setLogging] = useState(false)
  const open = (id: string | null) => go(dayPlace(id))
  const contact = { openId: place.contactId, onOpen: open }
  const tick = (task: Task) => done.mutate({ id: task.id, done: true }, { onSuccess: () => say({ words: text.saidDone(task.title), undo: { noun: 'task', id: task.id } }) })
  const isEmpty = day && Object.values(day).every(({ total }) => total === 0)
  const lists = day && {
    late: (['withoutOutcome', 'overduePlans'] as const).map((kind) => <DayMeetings key={kind} kind={kind} some={day[kind]} say={say} {...contact} />),
    tasks: (['overdueTasks', 'todayTasks'] as const).map((kind) => (
      <DaySection
        key={kind} title={text.section[kind]} total={day[kind].total} tone={kind === 'overdueTasks' ? 'late' : 'today'}
        more={day[kind].total > day[kind].items.length && <Link href={placeHref(tasksPlace())}>{text.moreTasks(day[kind].total - day[kind].items.length)}</Link>}
      >
        {day[kind].items.map((task) => <DayTask key={task.id} task={task} busy={done.isPending} onDone={tick} />)}
      </DaySection>
    )),
    others: (['unanswered', 'byColleagues', 'registeredToday'] as const).map((kind) => (
      <DaySection key={kind} title={text.section[kind]} about={kind === 'unanswered' ? text.about.unanswered : undefined} total={day[kind].total} more={<MoreInJournal rest={day[kind].total - day[kind].items.length} />}>
        {day[kind].items.map((one) => <DayContact key={one.id} contact={one} open={one.id === place.contactId} onOpen={open} withManager={kind === 'byColleagues'} />)}
      </DaySection>
    )),
  }
  return (
    <div className="jn-journal" data-open={place.contactId ? true : undefined}>
      <div className="jn-left jn-day" tabIndex={-1}>
        <div className="jn-day-top">
          <h1>{text.title}</h1>
          <time className="jn-quiet">{new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date())}</time>
          <Button className="jn-day-log" onClick={() => setLogging(true)}>{text.empty.log}</Button>
        </div>
        <DaySaid said={said} fresh={day} onUndone={(words) => say({ words, undo: null })} />
        {isPending && <DelayedSkeleton lines={12} />}
        {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {done.error && <ProblemNotice error={done.error} />}
        {isEmpty && (
          <div className="jn-empty"><h2>{text.empty.title}</h2><p>{text.empty.advice}</p><Link href={placeHref(journalPlace())}>{text.empty.journal}</Link></div>
        )}
        {lists && day && (
          <div className="jn-day-columns">
            <div className="jn-day-column">
              {lists.late}
              <DaySection title={text.section.plannedToday} total={day.plannedToday.total} tone="today" more={<MoreInJournal rest={day.plannedToday.total - day.plannedToday.items.length} />}>
                {day.plannedToday.items.map((one) => <DayContact key={one.id} contact={one} open={one.id === place.contactId} onOpen={open} />)}
              </DaySection>
              {lists.tasks}
            </div>
            <div className="jn-day-column">{lists.others}<DayDates dates={day.dates} /><LazyPart lines={2}><MorningLetter /></LazyPart></div>
          </div>
        )}
      </div>
      {place.contactId && <LazyPart lines={10}><ContactPanel id={place.contactId} onClose={() => open(null)} onOpen={open} /></LazyPart>}
      {logging && <LazyPart lines={0}><LogContactDialog counterpartyId={null} onClose={() => setLogging(false)} onSaved={(id) => { setLogging(false); open(id); void refetch() }} /></LazyPart>}
    </div>
  )
}

function MoreInJournal({ rest }: { rest: number }) {
  const { locale } = useSurroundings()
  return rest > 0 ? <Link href={placeHref(journalPlace())}>{dayTexts[locale].more(rest)}</Link> : null
}
