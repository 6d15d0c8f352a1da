import type { ResultTemplate } from '@counterpane/shared/contract/attachments'
import { methods } from '@counterpane/shared/domain/codes'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { words } from '@counterpane/shared/text/words'
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up'
import { Delete20Regular } from '@fluentui/react-icons/svg/delete'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useUnsaved } from '../panel/unsaved-guard'
import { ProblemNotice } from '../parts/problem-notice'

interface Props { templates: readonly ResultTemplate[]; busy: boolean; error: unknown; onSave: (templates: ResultTemplate[]) => void }
const mostTemplates = 100

export function ResultWordsForm({ templates, busy, error, onSave }: Props) {
  const { locale } = useSurroundings()
  const all = administrationTexts[locale]
  const text = all.results
  const [rows, setRows] = useState(() => templates.map((template, key) => ({ ...template, key })))
  const [touched, touch] = useState(false)
  const plain = rows.map(({ key: _, ...row }) => ({ ...row, text: row.text.trim(), textRu: row.textRu.trim() }))
  const changed = JSON.stringify(plain) !== JSON.stringify(templates)
  const lacking = plain.some((row) => !row.text)
  useUnsaved(changed)
  const set = (key: number, part: Partial<ResultTemplate>) => setRows((old) => old.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const move = (from: number, to: number) => setRows((old) => old.toSpliced(from, 1).toSpliced(to, 0, ...old.slice(from, from + 1)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    touch(true)
    if (changed && !lacking && !busy) onSave(plain)
  }
  return (
    <form className="jn-admin-words" onSubmit={submit} noValidate>
      <div className="jn-admin-list">
        {rows.map((row, i) => (
          <div key={row.key} className="jn-admin-result" role="group" aria-label={text.row(i + 1)}>
            <Field label={text.text} validationMessage={touched && !row.text.trim() ? text.need : undefined}><Input lang="en" value={row.text} maxLength={500} onChange={(_, { value }) => set(row.key, { text: value })} /></Field>
            <Field label={text.textRu}><Input lang="ru" value={row.textRu} maxLength={500} onChange={(_, { value }) => set(row.key, { textRu: value })} /></Field>
            <Field label={text.method}>
              <Select value={row.method ?? ''} onChange={(_, { value }) => set(row.key, { method: methods.find((one) => one === value) ?? null })}>
                <option value="">{text.any}</option>
                {methods.map((one) => <option key={one} value={one}>{words[locale].method[one]}</option>)}
              </Select>
            </Field>
            <span className="jn-buttons">
              <Button size="small" appearance="subtle" icon={<ArrowUp20Regular />} aria-label={text.up(i + 1)} disabled={i === 0} onClick={() => move(i, i - 1)} />
              <Button size="small" appearance="subtle" icon={<ArrowDown20Regular />} aria-label={text.down(i + 1)} disabled={i === rows.length - 1} onClick={() => move(i, i + 1)} />
              <Button size="small" appearance="subtle" icon={<Delete20Regular />} aria-label={text.remove(i + 1)} onClick={() => setRows((old) => old.filter(({ key }) => key !== row.key))} />
            </span>
          </div>
        ))}
      </div>
      <div><Button disabled={rows.length >= mostTemplates} onClick={() => setRows((old) => [...old, { text: '', textRu: '', method: null, key: Math.max(-1, ...old.map(({ key }) => key)) + 1 }])}>{text.add}</Button></div>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <div className="jn-buttons jn-admin-save">
        <Button type="submit" appearance="primary" disabledFocusable={busy || !changed}>{all.save}</Button>
        {changed && <Button onClick={() => { touch(false); setRows(templates.map((template, key) => ({ ...template, key }))) }}>{all.reset}</Button>}
        {changed && <span className="jn-quiet">{all.unsaved}</span>}
      </div>
    </form>
  )
}
