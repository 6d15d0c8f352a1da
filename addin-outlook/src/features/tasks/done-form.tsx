import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Task } from '@counterpane/shared/contract/task'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { PaneForm } from '../forms/pane-form'

/** A line for how it ended, which may stay empty: Enter is enough. */
export function DoneForm({ task, onSave, onClose }: { task: Task; onSave: (result: string) => void; onClose: () => void }) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const [result, setResult] = useState('')
  return (
    <PaneForm label={texts.markDone(task.title)} onClose={onClose} onSubmit={() => onSave(result)}>
      <div className={pane.row}>
        <Input autoFocus className={pane.grow} size="small" aria-label={own.resultLine} placeholder={own.resultLine} value={result} onChange={(_, { value }) => setResult(value)} />
        <Button size="small" appearance="primary" type="submit">{texts.done}</Button>
      </div>
    </PaneForm>
  )
}
