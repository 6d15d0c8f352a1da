import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { lazy, useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import { useKeys } from '../parts/use-keys'
import { usePlace, type Place } from '../view/hash-route'
import { JournalPage } from '../table/journal-page'
import { AccountMenu } from './account-menu'
import { ConnectionBar } from './connection-bar'
import { PageLinks } from './page-links'

const ClientPage = lazy(() => import('../clients/client-page').then(({ ClientPage: page }) => ({ default: page })))
const ClientsPage = lazy(() => import('../clients/clients-page').then(({ ClientsPage: page }) => ({ default: page })))
const DayPage = lazy(() => import('../day/day-page').then(({ DayPage: page }) => ({ default: page })))
const TasksPage = lazy(() => import('../tasks/tasks-page').then(({ TasksPage: page }) => ({ default: page })))
const ReminderToasts = lazy(() => import('../reminders/reminder-toasts').then(({ ReminderToasts: toasts }) => ({ default: toasts })))
const CalendarsPage = lazy(() => import('../calendars/calendars-page').then(({ CalendarsPage: page }) => ({ default: page })))
const SegmentsPage = lazy(() => import('../segments/segments-page').then(({ SegmentsPage: page }) => ({ default: page })))
const UnrecognisedPage = lazy(() => import('../unrecognised/unrecognised-page').then(({ UnrecognisedPage: page }) => ({ default: page })))
const DuplicatesPage = lazy(() => import('../cleaning/duplicates-page').then(({ DuplicatesPage: page }) => ({ default: page })))
const ImportsPage = lazy(() => import('../imports/imports-page').then(({ ImportsPage: page }) => ({ default: page })))
const AdministrationPage = lazy(() => import('../administration/administration-page').then(({ AdministrationPage: page }) => ({ default: page })))
const KeysDialog = lazy(() => import('../parts/keys-dialog').then(({ KeysDialog: dialog }) => ({ default: dialog })))

/** What stays while pages change: the name, where one can go, who one is. */
export function JournalFrame() {
  const { text } = useSurroundings()
  const place = usePlace()
  const [keysOpen, showKeys] = useState(false)
  useKeys({ '?': () => showKeys(true) })
  return (
    <div className="jn-frame">
      <a className="jn-skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus() }}>{text.skipToList}</a>
      <header className="jn-top">
        <span className="jn-brand">{text.appName}</span>
        <PageLinks place={place} />
        <AccountMenu onKeys={() => showKeys(true)} />
      </header>
      <ConnectionBar />
      <main id="main" tabIndex={-1} className="jn-main">
        <LazyPart key={place.page} lines={10}><Page place={place} /></LazyPart>
      </main>
      <LazyPart lines={0}><ReminderToasts /></LazyPart>
      {keysOpen && <LazyPart lines={0}><KeysDialog onClose={() => showKeys(false)} /></LazyPart>}
    </div>
  )
}

function Page({ place }: { place: Place }) {
  const { text, locale } = useSurroundings()
  const titles: Record<Place['page'], string> = {
    journal: text.journal, calendars: calendarRowTexts[locale].calendars, clients: text.clients, client: text.clients, day: frameTexts[locale].day, tasks: frameTexts[locale].tasks,
    segments: frameTexts[locale].segments, unrecognised: frameTexts[locale].unrecognised, duplicates: frameTexts[locale].duplicates, imports: frameTexts[locale].imports, administration: frameTexts[locale].administration,
  }
  const title = titles[place.page]
  useEffect(() => { document.title = `${title} · ${text.appName}` }, [title, text])
  if (place.page === 'client') return <ClientPage key={place.id} place={place} />
  if (place.page === 'day') return <DayPage place={place} />
  if (place.page === 'tasks') return <TasksPage place={place} />
  if (place.page === 'calendars') return <CalendarsPage place={place} />
  if (place.page === 'segments') return <SegmentsPage place={place} />
  if (place.page === 'unrecognised') return <UnrecognisedPage place={place} />
  if (place.page === 'duplicates') return <DuplicatesPage place={place} />
  if (place.page === 'imports') return <ImportsPage place={place} />
  if (place.page === 'administration') return <AdministrationPage place={place} />
  if (place.page === 'clients') return <ClientsPage place={place} />
  return <JournalPage place={place} />
}
