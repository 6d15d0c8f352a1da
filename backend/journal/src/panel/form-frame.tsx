import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

interface Props { title: string; save: string; busy: boolean; error: unknown; onSave: () => void; onDiscard: () => void; children: ReactNode; /** A long form keeps its buttons in sight. */ long?: boolean }

/** A small form in the panel: fields, what went wrong, one primary button; Ctrl+Enter saves from any field. */
export function FormFrame({ title, save, busy, error, onSave, onDiscard, children, long = false }: Props) {
  const { text, locale } = useSurroundings()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSave()
  }
  const keys = (event: KeyboardEvent) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event) }
  return (
    <form className="jn-form" aria-label={title} onSubmit={submit} onKeyDown={keys} noValidate>
      <h3>{title}</h3>
      {children}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <div className={`jn-buttons ${long ? 'jn-form-foot' : ''}`}>
        <Button type="submit" appearance="primary" size="small" disabled={busy} title={panelTexts[locale].saveKeys}>{save}</Button>
        <Button size="small" onClick={onDiscard}>{text.cancelEdit}</Button>
      </div>
    </form>
  )
}
