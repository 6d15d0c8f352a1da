import { clientWordNouns, type WordNoun } from '@counterpane/shared/domain/word-nouns'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Field, Input } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { keepFocus } from '../parts/use-focus-return'
import { useWordChanges, useWords } from './administration-queries'
import { WordLine, type WordSaid } from './word-line'

/** One list that people choose from: added to, renamed, put in order, switched off. */
export function WordList({ noun }: { noun: WordNoun }) {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const { data, error, isPending, refetch } = useWords()
  const { create, order, undoRename } = useWordChanges()
  const [said, tell] = useState<WordSaid | null>(null)
  // What went wrong before is no word about what is done now.
  const say = (next: WordSaid | null) => { for (const one of [create, order, undoRename]) if (one.error) one.reset(); tell(next) }
  const words = data?.items.filter((word) => word.noun === noun) ?? []
  const strays = data?.strays.filter((stray) => stray.noun === noun) ?? []
  const ordered = clientWordNouns.find((one) => one === noun)
  const add = (name: string, nameRu: string | null, done?: () => void) => create.mutate({ noun, name, ...(nameRu !== null && { nameRu }) }, { onSuccess: (word) => { say({ text: text.words.said.added(word.name) }); done?.() } })
  const move = (from: number, to: number) => {
    const ids = words.map(({ id }) => id)
    const [moved = ''] = ids.splice(from, 1)
    ids.splice(to, 0, moved)
    if (ordered) order.mutate({ noun: ordered, ids }, { onSettled: keepFocus(), onSuccess: () => say({ text: text.words.said.ordered(words[from]?.name ?? '') }) })
  }
  const undo = ({ word, name, setId }: NonNullable<WordSaid['undo']>) => undoRename.mutate({ word, name, setId }, { onSuccess: (left) => say({ text: text.undone(left) }) })
  const failed = create.error ?? order.error ?? undoRename.error
  return (
    <div className="jn-admin-words">
      <AddWord withRussian={noun === 'goal'} busy={create.isPending} onAdd={add} />
      <p role="status" className="jn-settled">{said && <><span>{said.text}</span> {said.undo && <Button size="small" disabledFocusable={undoRename.isPending} onClick={() => said.undo && undo(said.undo)}>{text.undo}</Button>}</>}</p>
      {failed && <ProblemNotice error={failed} />}
      {isPending && <DelayedSkeleton lines={6} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && words.length === 0 && <div className="jn-empty"><h3>{text.words.empty}</h3><p>{text.words.emptyAdvice}</p></div>}
      <ul className="jn-admin-list" aria-label={text.words.list[noun]}>
        {words.map((word, i) => (
          <WordLine key={word.id} word={word} onSaid={say} onUp={ordered && i > 0 ? () => move(i, i - 1) : undefined} onDown={ordered && i < words.length - 1 ? () => move(i, i + 1) : undefined} busy={order.isPending} isOrdered={Boolean(ordered)} />
        ))}
      </ul>
      {strays.length > 0 && (
        <div className="jn-admin-strays">
          <h3>{text.words.strays}</h3>
          <p className="jn-quiet">{text.words.straysAdvice}</p>
          <ul className="jn-admin-list" aria-label={text.words.strays}>
            {strays.map(({ name, used }) => <li key={name} className="jn-admin-word"><span className="jn-breakable">{name}</span><small className="jn-quiet">{text.words.used(used)}</small><Button size="small" aria-label={text.words.toList(name)} disabledFocusable={create.isPending} onClick={() => add(name, null)}>{text.words.add}</Button></li>)}
          </ul>
        </div>
      )}
    </div>
  )
}

function AddWord({ withRussian, busy, onAdd }: { withRussian: boolean; busy: boolean; onAdd: (name: string, nameRu: string | null, done: () => void) => void }) {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale].words
  const [name, setName] = useState('')
  const [russian, setRussian] = useState('')
  const [touched, touch] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    touch(true)
    if (name.trim() && !busy) onAdd(name, russian.trim() || null, () => { setName(''); setRussian(''); touch(false) })
  }
  return (
    <form className="jn-admin-add" onSubmit={submit} noValidate>
      <Field label={text.name} validationMessage={touched && !name.trim() ? text.needName : undefined}><Input value={name} maxLength={200} onChange={(_, { value }) => setName(value)} /></Field>
      {withRussian && <Field label={text.nameRu}><Input value={russian} maxLength={200} onChange={(_, { value }) => setRussian(value)} /></Field>}
      <Button type="submit" appearance="primary" disabledFocusable={busy}>{text.add}</Button>
    </form>
  )
}
