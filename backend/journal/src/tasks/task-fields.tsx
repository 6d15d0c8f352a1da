import type { Task } from '@counterpane/shared/contract/task'
import { taskRepeats } from '@counterpane/shared/domain/codes'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'
import { ClientPicker } from '../filters/client-picker'

export interface TaskDraft { title: string; due: string; managerId: string; client: { id: string; name: string } | null; repeat: Task['repeat'] }

/** Term, manager, client and repeat of a task, as fields. */
export function TaskFields({ draft, set, known }: { draft: TaskDraft; set: (part: Partial<TaskDraft>) => void; known?: { id: string; name: string } }) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const { data } = useManagers()
  const managers = data?.items ?? []
  return (
    <>
      <Field label={text.add.due}><Input type="datetime-local" value={draft.due} onChange={(_, { value }) => set({ due: value })} /></Field>
      <Field label={text.add.manager}>
        <Select value={draft.managerId} onChange={(_, { value }) => set({ managerId: value })}>
          {known && !managers.some(({ id }) => id === known.id) && <option value={known.id}>{known.name}</option>}
          {managers.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </Select>
      </Field>
      <Field label={text.add.client}>
        <span className="jn-client-filter">
          <ClientPicker label={text.add.client} placeholder={text.add.noClient} chosen={draft.client} onChoose={(client) => set({ client })} />
          {draft.client && <Button icon={<Dismiss16Regular />} size="small" appearance="subtle" aria-label={text.add.noClient} title={text.add.noClient} onClick={() => set({ client: null })} />}
        </span>
      </Field>
      <Field label={text.add.repeat} hint={draft.repeat ? text.repeatHint : undefined}>
        <Select value={draft.repeat ?? ''} onChange={(_, { value }) => set({ repeat: taskRepeats.find((one) => one === value) ?? null })}>
          <option value="">{text.never}</option>
          {taskRepeats.map((repeat) => <option key={repeat} value={repeat}>{text.repeats[repeat]}</option>)}
        </Select>
      </Field>
    </>
  )
}
