import { Button } from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

interface Props { title: string; save: string; busy: boolean; error: unknown; onSave: () => void; onDiscard: () => void; children: ReactNode }

/** A small form in the panel: fields, what went wrong, one primary button. */
export function FormFrame({ title, save, busy, error, onSave, onDiscard, children }: Props) {
  const { text } = useSurroundings()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSave()
  }
  return (
    <form className="jn-form" aria-label={title} onSubmit={submit} noValidate>
      <h3>{title}</h3>
      {children}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <div className="jn-buttons">
        <Button type="submit" appearance="primary" size="small" disabled={busy}>{save}</Button>
        <Button size="small" onClick={onDiscard}>{text.cancelEdit}</Button>
      </div>
    </form>
  )
}
