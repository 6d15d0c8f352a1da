import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Button, Field, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'

interface Props { without?: string; onGive: (manager: { id: string; name: string }) => void; onClose: () => void }

export function HandOverChoice({ without, onGive, onClose }: Props) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale].form
  const { data } = useManagers()
  const [id, setId] = useState('')
  const manager = data?.items.find((one) => one.id === id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (manager) onGive({ id: manager.id, name: manager.name })
  }
  return (
    <form className="jn-task-form" aria-label={text.handOver} onSubmit={submit}>
      <Field label={text.handOver}>
        <Select autoFocus value={id} onChange={(_, { value }) => setId(value)}>
          <option value="">{text.choose}</option>
          {data?.items.filter((one) => one.id !== without).map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </Select>
      </Field>
      <div className="jn-buttons"><Button type="submit" appearance="primary" disabled={!manager}>{text.give}</Button><Button onClick={onClose}>{text.cancel}</Button></div>
    </form>
  )
}
