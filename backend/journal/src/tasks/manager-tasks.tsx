import type { Task } from '@counterpane/shared/contract/task'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useMemo, useState, type ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useTaskCounts, useTasks, type TasksQuery } from '../api/task-queries'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import type { TaskDesk } from './task-desk'
import { Loaded, OpenTasks, TaskLines } from './task-list'
import { endOfDay } from './task-terms'

interface Props { query: TasksQuery; desk: TaskDesk; empty: ReactNode }

/** Every manager with the counts of their open tasks; the tasks themselves are read when one looks. */
export function ManagerTasks({ query, desk, empty }: Props) {
  const today = endOfDay(new Date()).toISOString()
  const { managerId, teamId, segmentId } = query
  const counts = useTaskCounts(useMemo(() => ({ to: today, managerId, teamId, segmentId }), [today, managerId, teamId, segmentId]), true)
  const heads = counts.data?.items ?? []
  return (
    <>
      {counts.isPending && <DelayedSkeleton lines={8} />}
      {counts.error && <ProblemNotice error={counts.error} onRetry={() => void counts.refetch()} />}
      {counts.data && heads.length === 0 && empty}
      {heads.map((head) => <ManagerPart key={head.manager.id} head={head} desk={desk} query={query} first={heads.length === 1} />)}
    </>
  )
}

type Head = NonNullable<ReturnType<typeof useTaskCounts>['data']>['items'][number]

function ManagerPart({ head: { manager, open, overdue, today, assigned }, desk, query, first }: { head: Head; desk: TaskDesk; query: TasksQuery; first: boolean }) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const [unfolded, unfold] = useState(first)
  const own = useMemo(() => ({ ...query, teamId: undefined, managerId: manager.id }), [query, manager.id])
  const Chevron = unfolded ? ChevronDown16Regular : ChevronRight16Regular
  return (
    <section className="jn-task-part" aria-label={manager.name}>
      <h2 className="jn-task-head">
        <button type="button" className="jn-task-fold" aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
          <Chevron aria-hidden="true" /><span className="jn-clip">{manager.name}</span>{overdue > 0 && <span className="jn-status jn-tone-overdue"><span className="jn-dot" aria-hidden="true" />{text.late(overdue)}</span>}
          <span className="jn-quiet">{text.head(open, 0, today, assigned)}</span>
        </button>
      </h2>
      {unfolded && <OpenTasks query={own} desk={desk} showManager={false} empty={<p className="jn-quiet">{text.empty.ofManager}</p>} />}
    </section>
  )
}

/** The same under other filters, which counts know nothing of: what was found, manager by manager. */
export function FoundByManager({ query, desk, empty }: Props) {
  const list = useTasks(useMemo(() => ({ ...query, done: 'false', sort: 'manager' }), [query]))
  const groups = useMemo(() => {
    const found = new Map<string, { name: string; tasks: Task[] }>()
    for (const task of list.data?.pages.flatMap(({ items }) => items) ?? []) {
      if (task.done) continue
      const group = found.get(task.manager.id) ?? { name: task.manager.name, tasks: [] }
      group.tasks.push(task)
      found.set(task.manager.id, group)
    }
    return [...found]
  }, [list.data])
  const { locale } = useSurroundings()
  return (
    <Loaded list={list} empty={groups.length === 0 && !list.hasNextPage ? empty : null}>
      {groups.map(([id, { name, tasks }], i) => (
        <section key={id} className="jn-task-part" aria-label={name}>
          <h2>{name} <span className="jn-quiet">{tasksTexts[locale].count(tasks.length, list.hasNextPage && i === groups.length - 1)}</span></h2>
          <TaskLines tasks={tasks} desk={desk} showManager={false} />
        </section>
      ))}
    </Loaded>
  )
}
