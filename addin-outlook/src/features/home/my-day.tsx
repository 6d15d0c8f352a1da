import { mergeClasses } from '@fluentui/react-components'
import { homeTexts } from '@counterpane/shared/text/home-pane'
import { FailureNote, Note } from '../../app/failure-note'
import { onDemand } from '../../app/on-demand'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { Bones } from '../../app/waiting-screen'
import type { WaitingAtHomeProps } from '../calendar/waiting-at-home'
import { withAnswered, withOutcome, withTaskChanged } from './day-changes'
import { DayContacts, DayTasks } from './day-lists'
import { HomeSearch } from './home-search'
import { OutcomeList } from './outcome-list'
import { RegisteredToday } from './registered-today'
import { useMyDay } from './use-my-day'

const WaitingAtHome = onDemand<WaitingAtHomeProps>(() => import(/* webpackChunkName: "calendar" */ '../calendar/waiting-at-home').then((part) => part.WaitingAtHome))

/** Nothing is open: what the day holds for this manager. */
export function MyDay() {
  const texts = homeTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { now } = usePane()
  const { day, failure, asking, again, change } = useMyDay()
  const today = now()
  const bounds = { from: new Date(today.getFullYear(), today.getMonth(), today.getDate()), to: new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1) }
  const offline = failure?.kind === 'offline'
  const free = day && day.overdueTasks.total + day.todayTasks.total + day.plannedToday.total + day.withoutOutcome.total === 0
  return (
    <div aria-busy={asking}>
      <section className={mergeClasses(pane.first, pane.tight)}>
        <h1 className={pane.title}>{texts.title}</h1>
        <p className={pane.quiet}>{texts.noEmail}</p>
        <HomeSearch onClosed={again} />
        {failure && day && offline && <Note role="status"><span>{texts.stale}</span></Note>}
        {failure && !(day && offline) && <FailureNote failure={failure} onRetry={again} />}
        {!day && !failure && <Bones />}
      </section>
      {day && (
        <>
          <OutcomeList some={day.withoutOutcome} onDone={(contact) => change((known) => withOutcome(known, contact, bounds))} onAnswered={(ids) => change((known) => withAnswered(known, ids))} />
          <DayTasks title={texts.overdue} some={day.overdueTasks} onChanged={(task) => change((known) => withTaskChanged(known, task, bounds))} />
          <DayTasks title={texts.today} some={day.todayTasks} onChanged={(task) => change((known) => withTaskChanged(known, task, bounds))} />
          <DayContacts title={texts.plannedToday} some={day.plannedToday} />
          {free && <section className={pane.section}><p className={pane.quiet}>{texts.free}</p></section>}
          <RegisteredToday some={day.registeredToday} />
          <WaitingAtHome onAccepted={again} />
        </>
      )}
    </div>
  )
}
