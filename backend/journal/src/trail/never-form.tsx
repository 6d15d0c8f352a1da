import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { useNeverChanges } from './trail-queries'

/** Many are pasted at once; what was not taken stays in the field, to be put right. */
export function NeverForm({ add, onAdded }: { add: ReturnType<typeof useNeverChanges>['add']; onAdded: () => void }) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].never
  const [draft, setDraft] = useState('')
  const done = add.data
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.trim() === '' || add.isPending) return
    add.mutate(draft, { onSuccess: ({ problems }) => { onAdded(); setDraft([...new Set(problems.map((problem) => problem.text))].join('\n')) } })
  }
  return (
    <form className="jn-trail-form" onSubmit={submit}>
      <Field label={text.field} hint={text.hint}>
        <Textarea value={draft} rows={Math.min(8, Math.max(2, draft.split('\n').length))} resize="vertical" onChange={(_, { value }) => setDraft(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={draft.trim() === '' || add.isPending}>{add.isPending ? text.adding : text.add}</Button>
      {add.error && <ProblemNotice error={add.error} />}
      <div role="status">
        {done && <p>{text.done(done.added, done.known)}</p>}
        {done && done.problems.length > 0 && (
          <>
            <p className="jn-warning">{text.problems}</p>
            <ul className="jn-trail-bad">{done.problems.map(({ line, text: words, problem }, index) => <li key={index}>{text.line(line)}: <strong>{words}</strong>: {text.problem[problem]}</li>)}</ul>
          </>
        )}
      </div>
    </form>
  )
}
