import { useEffect, useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import { ContactLine } from '@counterpane/shared/ui/contact-line'
import { type Failure, toFailure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDates, usePane, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { TaskRow } from '../tasks/task-row'

/** Nothing is open: what the day holds for this manager. */
export function MyDay() {
  const texts = useTexts()
  const dates = useDates()
  const pane = usePaneStyles()
  const { api, session, now } = usePane()
  const [tasks, setTasks] = useState<Task[]>([])
  const [plans, setPlans] = useState<Contact[]>([])
  const [loaded, setLoaded] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let live = true
    async function load() {
      await session.signIn()
      const managerId = session.manager()?.id ?? null
      const from = new Date(now().toDateString())
      const to = new Date(from.getTime() + 24 * 3_600_000)
      const [owed, planned] = await Promise.all([
        api('listTasks', { query: { managerId, done: false, to: to.toISOString() } }),
        api('listContacts', { query: { managerId, status: 'planned', from: from.toISOString(), to: to.toISOString(), sort: 'startsAt' } }),
      ])
      if (!live) return
      setTasks(owed.items)
      setPlans(planned.items)
      setLoaded(true)
      setFailure(null)
    }
    load().catch((error: unknown) => { if (live) setFailure(toFailure(error)) })
    return () => { live = false }
  }, [api, session, now, attempt])

  const today = now().toDateString()
  const open = tasks.filter((task) => !task.done)
  const late = open.filter((task) => new Date(task.dueAt) < now() && new Date(task.dueAt).toDateString() !== today)
  const due = open.filter((task) => !late.includes(task) && new Date(task.dueAt).toDateString() === today)
  const changed = (task: Task) => setTasks((all) => all.map((one) => (one.id === task.id ? task : one)))
  const list = (name: string, some: Task[]) => some.length > 0 && (
    <section className={pane.section}>
      <div className={pane.titleRow}><h2 className={pane.title}>{name}</h2><span className={pane.count}>{some.length}</span></div>
      <ul className={pane.list}>{some.map((task) => <TaskRow key={task.id} task={task} onChanged={changed} />)}</ul>
    </section>
  )
  return (
    <>
      {failure && <div className={pane.first}><FailureNote failure={failure} onRetry={() => setAttempt(attempt + 1)} /></div>}
      {list(texts.overdueTasks, late)}
      {list(texts.todayTasks, due)}
      {plans.length > 0 && (
        <section className={pane.section}>
          <div className={pane.titleRow}><h2 className={pane.title}>{texts.meetingsToday}</h2><span className={pane.count}>{plans.length}</span></div>
          <ul className={pane.list}>{plans.map((contact) => <li key={contact.id}><ContactLine contact={contact} dates={dates} wrap /></li>)}</ul>
        </section>
      )}
      {loaded && late.length + due.length + plans.length === 0 && <section className={pane.section}><p className={pane.quiet}>{texts.dayIsFree}</p></section>}
    </>
  )
}
