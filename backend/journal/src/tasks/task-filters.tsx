import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button, Select, ToggleButton } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import { useCounterparty } from '../api/journal-queries'
import { ClientPicker } from '../filters/client-picker'
import { TextFilter } from '../filters/text-filter'
import { isNarrowed, taskKindsShown, type TaskView } from './task-view'
import { TaskSegmentsChoice } from './task-segments-choice'
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
      <TaskSegmentsChoice chosen={view.segmentId} onChange={(segmentId) => change({ segmentId })} />
      <TextFilter q={view.q} label={text.search} hint={text.searchHint} onSearch={(q) => change({ q }, { replace: true })} />
      <span className="jn-pair">
        <ToggleButton checked={view.assigned} title={text.assignmentsHint} onClick={() => change({ assigned: !view.assigned })}>{text.assignments}</ToggleButton>
        <ToggleButton checked={view.done} onClick={() => change({ done: !view.done })}>{text.showDone}</ToggleButton>
      </span>
      {isNarrowed(view) && <Button appearance="subtle" onClick={() => change(noFilters)}>{text.clear}</Button>}
    </div>
  )
}
export const noFilters: Partial<TaskView> = { kind: 'task', assigned: false, counterpartyId: '', segmentId: [], q: '' }
