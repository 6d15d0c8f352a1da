import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { differing, draftFields, isSame, type Draft, type DraftField } from '../forms/contact-draft'
import { ProblemNotice } from '../parts/problem-notice'
import { useDraftWords } from './draft-words'

type Side = 'mine' | 'theirs'
interface Props { seen: Draft; mine: Draft; newer: Draft; busy: boolean; error: unknown; onSave: (merged: Draft) => void; onEdit: (merged: Draft) => void }

/** Somebody else was faster: both versions side by side, one choice a field; nothing is lost silently. */
export function StaleNotice({ seen, mine, newer, busy, error, onSave, onEdit }: Props) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale].stale
  const wordsOf = useDraftWords()
  const rows = differing(mine, newer)
  // What only the other one changed is taken over, unless one says otherwise; what both changed begins with one's own.
  const [chosen, choose] = useState<Partial<Record<DraftField, Side>>>({})
  const sideOf = (field: DraftField): Side => chosen[field] ?? (isSame(field, mine, seen) ? 'theirs' : 'mine')
  const all = (side: Side) => choose(Object.fromEntries(rows.map((field) => [field, side])))
  const merged = (): Draft => Object.assign({}, newer, ...draftFields.filter((field) => rows.includes(field) && sideOf(field) === 'mine').map((field) => ({ [field]: mine[field] })))
  return (
    <div className="jn-stale">
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody><MessageBarTitle>{text.stale.title}</MessageBarTitle> {text.stale.advice}</MessageBarBody>
      </MessageBar>
      {rows.length === 0 ? <p>{text.stale.sameFields}</p> : (
        <table>
          <thead><tr><th scope="col">{text.stale.field}</th><th scope="col">{text.stale.yours}</th><th scope="col">{text.stale.newer}</th></tr></thead>
          <tbody>
            {rows.map((field) => {
              const { name, show } = wordsOf(field)
              return (
                <tr key={field}>
                  <th scope="row">{name}{isSame(field, mine, seen) && <small className="jn-quiet">{say.onlyTheirs}</small>}</th>
                  {(['mine', 'theirs'] as const).map((side) => (
                    <td key={side} data-chosen={sideOf(field) === side || undefined}>
                      <label className="jn-side">
                        <input type="radio" name={`stale-${field}`} aria-label={`${say.choose(name)}: ${say[side]}`} checked={sideOf(field) === side} onChange={() => choose((old) => ({ ...old, [field]: side }))} />
                        <span className="jn-side-text" dir="auto">{show(side === 'mine' ? mine : newer) || <span className="jn-quiet">{say.empty}</span>}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <div className="jn-buttons">
        <Button size="small" appearance="primary" autoFocus disabled={busy} onClick={() => onSave(merged())}>{say.save}</Button>
        <Button size="small" disabled={busy} onClick={() => onEdit(merged())}>{panelTexts[locale].unsaved.keep}</Button>
        {rows.length > 1 && <Button size="small" appearance="subtle" onClick={() => all('mine')}>{say.allMine}</Button>}
        {rows.length > 1 && <Button size="small" appearance="subtle" onClick={() => all('theirs')}>{say.allTheirs}</Button>}
      </div>
    </div>
  )
}
