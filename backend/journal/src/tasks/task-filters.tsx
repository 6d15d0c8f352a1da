import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button, SearchBox, Select, ToggleButton } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useCounterparty } from '../api/journal-queries'
import { ClientPicker } from '../filters/client-picker'
import { isNarrowed, taskKindsShown, type TaskView } from './task-view'
import { WhoseSelect } from './whose-select'

export type ChangeTaskView = (part: Partial<TaskView>, options?: { replace?: boolean }) => void
interface Props { view: TaskView; change: ChangeTaskView }

export function TaskFilters({ view, change }: Props) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const { data: client } = useCounterparty(view.counterpartyId || null)
  return (
    <div className="jn-task-filters" role="group" aria-label={text.filters}>
      <span role="group" aria-label={text.by} className="jn-pair">
        <ToggleButton checked={view.by === 'term'} onClick={() => change({ by: 'term' })}>{text.byTerm}</ToggleButton>
        <ToggleButton checked={view.by === 'manager'} onClick={() => change({ by: 'manager' })}>{text.byManager}</ToggleButton>
      </span>
      <WhoseSelect whose={view.whose} onChange={(whose) => change({ whose })} />
      <Select aria-label={text.kind} title={text.kind} value={view.kind} onChange={(_, { value }) => change({ kind: taskKindsShown.find((kind) => kind === value) ?? 'task' })}>
        {taskKindsShown.map((kind) => <option key={kind} value={kind}>{text.kinds[kind]}</option>)}
      </Select>
      <span className="jn-client-filter">
        <ClientPicker label={text.client} placeholder={text.allClients} chosen={view.counterpartyId ? { id: view.counterpartyId, name: client?.name ?? '…' } : null} onChoose={({ id }) => change({ counterpartyId: id })} />
        {view.counterpartyId && <Button icon={<Dismiss16Regular />} size="small" appearance="subtle" aria-label={text.allClients} title={text.allClients} onClick={() => change({ counterpartyId: '' })} />}
      </span>
      <TaskSearch q={view.q} change={change} />
      <span className="jn-pair">
        <ToggleButton checked={view.assigned} title={text.assignmentsHint} onClick={() => change({ assigned: !view.assigned })}>{text.assignments}</ToggleButton>
        <ToggleButton checked={view.done} onClick={() => change({ done: !view.done })}>{text.showDone}</ToggleButton>
      </span>
      {isNarrowed(view) && <Button appearance="subtle" onClick={() => change(noFilters)}>{text.clear}</Button>}
    </div>
  )
}
export const noFilters: Partial<TaskView> = { kind: 'task', assigned: false, counterpartyId: '', q: '' }

/** Waits for a rest in typing, and does not fill the history with every letter. */
function TaskSearch({ q, change }: { q: string; change: ChangeTaskView }) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const [typed, setTyped] = useState(q)
  const sent = useRef(q)
  useEffect(() => {
    if (q === sent.current) return
    sent.current = q
    setTyped(q)
  }, [q])
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed === sent.current) return
      sent.current = typed
      change({ q: typed }, { replace: true })
    }, 300)
    return () => clearTimeout(timer)
  }, [typed, change])
  return <SearchBox className="jn-search" value={typed} maxLength={500} placeholder={text.search} aria-label={text.search} title={`${text.searchHint} (/)`} onChange={(_, { value }) => setTyped(value)} />
}
