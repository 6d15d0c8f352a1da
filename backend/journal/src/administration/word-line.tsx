import type { Word } from '@counterpane/shared/contract/administration'
import { clientWordNouns } from '@counterpane/shared/domain/word-nouns'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useUnsaved } from '../panel/unsaved-guard'
import { ProblemNotice } from '../parts/problem-notice'
import { useWordChanges } from './administration-queries'

export interface WordSaid { text: string; undo?: { word: Word; name: string; setId: string | null } }
interface Props { word: Word; busy: boolean; isOrdered: boolean; onSaid: (said: WordSaid | null) => void; onUp: (() => void) | undefined; onDown: (() => void) | undefined }

/** One word of a list with what can be done with it; what is used has no "Delete". */
export function WordLine({ word, busy, isOrdered, onSaid, onUp, onDown }: Props) {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale].words
  const { patch, remove } = useWordChanges()
  const [editing, edit] = useState<'no' | 'now' | 'done'>('no')
  const { name, nameRu, active, used } = word
  const waits = busy || patch.isPending || remove.isPending
  const turn = () => { onSaid(null); patch.mutate({ word, body: { active: !active } }, { onSuccess: () => onSaid({ text: text.said[active ? 'off' : 'on'](name) }) }) }
  if (editing === 'now') return <RenameWord word={word} onClose={() => edit('done')} onSaid={onSaid} />
  return (
    <li className="jn-admin-word" data-off={!active || undefined}>
      <span className="jn-breakable">{name}{nameRu && <small className="jn-quiet" lang="ru">{nameRu}</small>}</span>
      <small className="jn-quiet">{used > 0 ? text.used(used) : text.unused}{!active && `, ${text.off}`}</small>
      <span className="jn-buttons">
        {isOrdered && <Button size="small" appearance="subtle" icon={<ArrowUp20Regular />} aria-label={`${text.up}: ${name}`} disabledFocusable={waits || !onUp} onClick={onUp} />}
        {isOrdered && <Button size="small" appearance="subtle" icon={<ArrowDown20Regular />} aria-label={`${text.down}: ${name}`} disabledFocusable={waits || !onDown} onClick={onDown} />}
        <Button size="small" aria-label={`${text.rename}: ${name}`} disabledFocusable={waits} autoFocus={editing === 'done'} onClick={() => { onSaid(null); edit('now') }}>{text.rename}</Button>
        <Button size="small" aria-label={`${active ? text.switchOff : text.switchOn}: ${name}`} disabledFocusable={waits} onClick={turn}>{active ? text.switchOff : text.switchOn}</Button>
        {used === 0 && <Button size="small" appearance="subtle" aria-label={`${text.remove}: ${name}`} disabledFocusable={waits} onClick={() => { onSaid(null); remove.mutate(word, { onSuccess: () => onSaid({ text: text.said.removed(name) }) }) }}>{text.remove}</Button>}
      </span>
      {(patch.error ?? remove.error) && <ProblemNotice error={patch.error ?? remove.error} />}
    </li>
  )
}

/** What stands on clients is the word itself: it is offered to be changed there too. */
function RenameWord({ word, onClose, onSaid }: { word: Word; onClose: () => void; onSaid: (said: WordSaid) => void }) {
  const { locale } = useSurroundings()
  const all = administrationTexts[locale]
  const text = all.words
  const { patch } = useWordChanges()
  const [seen] = useState(word)
  const [name, setName] = useState(word.name)
  const [russian, setRussian] = useState(word.nameRu ?? '')
  const [onClients, alsoThere] = useState(true)
  const offers = word.used > 0 && clientWordNouns.some((noun) => noun === word.noun)
  const renamed = name.trim() !== seen.name
  const dirty = renamed || russian.trim() !== (seen.nameRu ?? '')
  useUnsaved(dirty)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim() || patch.isPending) return
    if (!dirty) return onClose()
    // By the state one began with, until the newer one was shown beside it.
    const base = patch.error ? word : seen
    patch.mutate({ word: base, body: { name, ...(word.noun === 'goal' && { nameRu: russian.trim() || null }), ...(offers && { onClients }) } }, {
      onSuccess: ({ word: now, setId, clients }) => { onClose(); onSaid({ text: [text.said.renamed(now.name), clients > 0 ? text.changedClients(clients) : ''].filter(Boolean).join(' '), ...(renamed && { undo: { word: now, name: seen.name, setId } }) }) },
    })
  }
  return (
    <li className="jn-admin-word">
      <form className="jn-admin-rename" onSubmit={submit} noValidate onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onClose() } }}>
        <div className="jn-admin-add">
          <Field label={text.name} validationMessage={name.trim() ? undefined : text.needName}><Input autoFocus value={name} maxLength={200} onChange={(_, { value }) => setName(value)} /></Field>
          {word.noun === 'goal' && <Field label={text.nameRu}><Input value={russian} maxLength={200} onChange={(_, { value }) => setRussian(value)} /></Field>}
        </div>
        {offers && renamed && <Checkbox checked={onClients} label={text.onClients(word.used)} onChange={(_, { checked }) => alsoThere(checked === true)} />}
        {patch.error && <ProblemNotice error={patch.error} />}
        {patch.error && word.name !== seen.name && <p className="jn-quiet jn-breakable">{all.stale.newer}: {word.name}</p>}
        <div className="jn-buttons"><Button size="small" type="submit" appearance="primary" disabledFocusable={patch.isPending || !name.trim()}>{all.save}</Button><Button size="small" onClick={onClose}>{all.reset}</Button></div>
      </form>
    </li>
  )
}
