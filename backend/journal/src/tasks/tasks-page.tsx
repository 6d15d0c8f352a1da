import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button } from '@fluentui/react-components'
import { useCallback, useMemo } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { useCounterparty } from '../api/journal-queries'
import '../styles/journal-tasks.css'
import { go, readPlace, tasksPlace, type Place } from '../view/hash-route'
import { ChosenTasksBar } from './chosen-tasks-bar'
import { FoundByManager, ManagerTasks } from './manager-tasks'
import { TaskComposer } from './task-composer'
import { useTaskDesk } from './task-desk'
import { noFilters, TaskFilters, type ChangeTaskView } from './task-filters'
import { DoneTasks, OpenTasks } from './task-list'
import { TaskSaid } from './task-said'
import { countsFit, isNarrowed, readTaskView, tasksQuery, writeTaskView, type TaskView } from './task-view'
import { useTaskKeys } from './use-task-keys'

/** What is to be done, by term or by manager; the address holds the filters. */
export function TasksPage({ place }: { place: Extract<Place, { page: 'tasks' }> }) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const me = useMe()
  const desk = useTaskDesk()
  const view = useMemo(() => readTaskView(place.search, me), [place.search, me])
  const change: ChangeTaskView = useCallback((part, { replace = false } = {}) => {
    const here = readPlace(window.location.hash)
    if (here.page === 'tasks') go(tasksPlace(writeTaskView({ ...readTaskView(here.search, me), ...part }, me)), { replace })
  }, [me])
  const query = useMemo(() => tasksQuery(view, me.id), [view, me.id])
  const { data: client } = useCounterparty(view.counterpartyId || null)
  useTaskKeys(desk)
  const managerId = view.whose.startsWith('manager:') ? view.whose.slice('manager:'.length) : me.id
  const empty = <NoTasks view={view} change={change} />
  const list = { query, desk, empty }
  return (
    <div className="jn-left jn-task-page">
      <h1 className="jn-hidden">{text.title}</h1>
      <TaskComposer key={`${managerId} ${client?.id ?? ''}`} managerId={managerId} client={client ? { id: client.id, name: client.name } : null} onAdded={(title) => desk.orders.tell(text.add.added(title))} />
      <TaskFilters view={view} change={change} />
      <TaskSaid desk={desk} />
      <ChosenTasksBar desk={desk} />
      {view.by === 'term' && <OpenTasks {...list} showManager={view.whose !== 'mine' && !view.whose.startsWith('manager:')} />}
      {view.by === 'manager' && (countsFit(view) ? <ManagerTasks {...list} /> : <FoundByManager {...list} />)}
      {view.done && <DoneTasks query={query} desk={desk} showManager={view.whose !== 'mine'} />}
      <p className="jn-task-hint jn-quiet">{text.keys}</p>
    </div>
  )
}

function NoTasks({ view, change }: { view: TaskView; change: ChangeTaskView }) {
  const { locale } = useSurroundings()
  const { empty, clear } = tasksTexts[locale]
  const narrowed = isNarrowed(view)
  return (
    <div className="jn-empty">
      <h2>{narrowed ? empty.filtered : empty.title}</h2>
      <p>{narrowed ? empty.filteredAdvice : empty.advice}</p>
      <div className="jn-buttons">
        {narrowed && <Button onClick={() => change(noFilters)}>{clear}</Button>}
        {view.whose !== 'all' && <Button onClick={() => change({ whose: 'all' })}>{empty.showAll}</Button>}
      </div>
    </div>
  )
}
