import type { Task } from '@counterpane/shared/contract/task'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useTasks, type TasksQuery } from '../api/task-queries'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import type { TaskDesk } from './task-desk'
import { TaskLine } from './task-line'
import { byTerm } from './task-terms'

interface ListProps { query: TasksQuery; desk: TaskDesk; showManager: boolean; empty: ReactNode }

/** Open tasks in parts by their term; more come as one reads on. */
export function OpenTasks({ query, desk, showManager, empty }: ListProps) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const list = useTasks(useMemo(() => ({ ...query, done: 'false', sort: 'dueAt' }), [query]))
  const tasks = useMemo(() => list.data?.pages.flatMap(({ items }) => items).filter(({ done }) => !done) ?? [], [list.data])
  const parts = byTerm(tasks, new Date())
  return (
    <Loaded list={list} empty={tasks.length === 0 && !list.hasNextPage ? empty : null}>
      {parts.map(({ section, tasks: part }, i) => (
        <section key={section} className="jn-task-part" aria-label={text.sections[section]} data-section={section}>
          <h2>{text.sections[section]} <span className="jn-quiet">{text.count(part.length, list.hasNextPage && i === parts.length - 1)}</span></h2>
          <TaskLines tasks={part} desk={desk} showManager={showManager} />
        </section>
      ))}
    </Loaded>
  )
}

/** What was done, the latest first. */
export function DoneTasks({ query, desk, showManager }: Omit<ListProps, 'empty'>) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const list = useTasks(useMemo(() => ({ ...query, done: 'true', sort: '-doneAt' }), [query]))
  const tasks = list.data?.pages.flatMap(({ items }) => items).filter(({ done }) => done) ?? []
  return (
    <section className="jn-task-part" aria-label={text.sections.done} data-section="done">
      <h2>{text.sections.done} {list.data && <span className="jn-quiet">{text.count(tasks.length, list.hasNextPage)}</span>}</h2>
      <Loaded list={list} empty={tasks.length === 0 && !list.hasNextPage ? <p className="jn-quiet">{text.empty.done}</p> : null}><TaskLines tasks={tasks} desk={desk} showManager={showManager} /></Loaded>
    </section>
  )
}

export function TaskLines({ tasks, desk, showManager }: { tasks: readonly Task[]; desk: TaskDesk; showManager: boolean }) {
  const { work, chosen, orders } = desk
  return (
    <ul className="jn-tasks">
      {tasks.map((task) => <TaskLine key={task.id} task={task} chosen={chosen.has(task.id)} form={work?.id === task.id ? work.form : null} orders={orders} showManager={showManager} />)}
    </ul>
  )
}

export function Loaded({ list, empty, children }: { list: ReturnType<typeof useTasks>; empty: ReactNode; children: ReactNode }) {
  const { locale } = useSurroundings()
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mark = end.current
    if (!mark || !hasNextPage || isFetchingNextPage) return undefined
    const watch = new IntersectionObserver(([entry]) => { if (entry?.isIntersecting) void fetchNextPage() }, { rootMargin: '600px' })
    watch.observe(mark)
    return () => watch.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return (
    <>
      {list.isPending && <DelayedSkeleton lines={8} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && empty}
      {list.data && !empty && <div className="jn-task-parts" data-busy={list.isPlaceholderData || undefined}>{children}</div>}
      {hasNextPage && <div ref={end}><Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{tasksTexts[locale].more}</Button></div>}
    </>
  )
}
