import type { AnswerOf, BodyOf } from '@counterpane/shared/contract/http-client'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Field, Input, Radio, RadioGroup, Switch } from '@fluentui/react-components'
import { useId, useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useUnsaved } from '../panel/unsaved-guard'
import { ProblemNotice } from '../parts/problem-notice'

type Kept = Pick<AnswerOf<'getSettings'>, 'attachments' | 'digests'>
interface Props { kept: Kept; busy: boolean; error: unknown; onSave: (body: BodyOf<'putSettings'>) => void }
const mebibyte = 1024 * 1024
const keeps = ['all', 'chosen', 'none'] as const
/** As one types it: a number of megabytes, with a comma or a dot; null when it is none. */
const bytesOf = (typed: string) => {
  const size = Number(typed.trim().replace(',', '.'))
  return typed.trim() !== '' && size >= 0 && size <= 1024 ? Math.round(size * mebibyte) : null
}
const typedOf = (bytes: number) => String(Math.round((bytes / mebibyte) * 100) / 100)

export function FilesForm({ kept: { attachments, digests }, busy, error, onSave }: Props) {
  const { locale } = useSurroundings()
  const all = administrationTexts[locale]
  const text = all.files
  const about = useId()
  const first = { keep: attachments.keep, file: typedOf(attachments.maxFileBytes), message: typedOf(attachments.maxMessageBytes), send: digests.send }
  const [draft, setDraft] = useState(first)
  const set = (part: Partial<typeof first>) => setDraft((old) => ({ ...old, ...part }))
  const [file, message] = [bytesOf(draft.file), bytesOf(draft.message)]
  const changed = JSON.stringify(draft) !== JSON.stringify(first)
  useUnsaved(changed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!changed || busy || file === null || message === null) return
    // What nobody touched stays to the byte.
    onSave({
      attachments: { keep: draft.keep, maxFileBytes: draft.file === first.file ? attachments.maxFileBytes : file, maxMessageBytes: draft.message === first.message ? attachments.maxMessageBytes : message },
      digests: { send: draft.send },
    })
  }
  return (
    <form className="jn-admin-words" onSubmit={submit} noValidate>
      <div><h3>{text.title}</h3><p className="jn-quiet">{text.about}</p></div>
      <Field label={text.keep}>
        <RadioGroup value={draft.keep} onChange={(_, { value }) => set({ keep: keeps.find((one) => one === value) ?? 'all' })}>
          <Radio value="all" label={text.keepAll} /><Radio value="chosen" label={text.keepChosen} /><Radio value="none" label={text.keepNone} />
        </RadioGroup>
      </Field>
      {draft.keep !== 'none' && (
        <div className="jn-admin-pair">
          <Field label={text.perFile} hint={text.sizeHint} validationMessage={file === null ? text.badSize : undefined}><Input inputMode="decimal" value={draft.file} onChange={(_, { value }) => set({ file: value })} /></Field>
          <Field label={text.perMessage} hint={text.sizeHint} validationMessage={message === null ? text.badSize : undefined}><Input inputMode="decimal" value={draft.message} onChange={(_, { value }) => set({ message: value })} /></Field>
        </div>
      )}
      <div className="jn-admin-switch">
        <Switch checked={draft.send} label={text.digests} aria-describedby={about} onChange={(_, { checked }) => set({ send: checked })} />
        <small id={about} className="jn-quiet">{text.digestsAbout}{!digests.available && ` ${text.noMailServer}`}</small>
      </div>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <div className="jn-buttons jn-admin-save">
        <Button type="submit" appearance="primary" disabledFocusable={busy || !changed || file === null || message === null}>{all.save}</Button>
        {changed && <Button onClick={() => setDraft(first)}>{all.reset}</Button>}
        {changed && <span className="jn-quiet">{all.unsaved}</span>}
      </div>
    </form>
  )
}
