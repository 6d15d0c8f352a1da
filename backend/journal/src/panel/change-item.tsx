import type { Change } from '@counterpane/shared/contract/changes'
import { changesTexts } from '@counterpane/shared/text/changes-journal'
import { exactDate } from '@counterpane/shared/text/dates'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'

const folded = 160

/** One change: who, when, what was before and what after. */
export function ChangeItem({ change, busy, onUndo }: { change: Change; busy: boolean; onUndo: () => void }) {
  const { locale } = useSurroundings()
  const say = changesTexts[locale]
  const action = own(say.action, change.action) ?? say.action.changed ?? change.action
  return (
    <li className="jn-change" data-undone={change.undone || undefined}>
      <p className="jn-change-head">
        <strong className="jn-breakable">{change.manager?.name ?? say.by}</strong> <DateTime at={change.at} /> <span className="jn-quiet">{action}{change.setId && `, ${say.many}`}{change.undone && ` · ${say.undone}`}</span>
      </p>
      {change.fields.length > 0 && (
        <dl className="jn-change-fields">
          {change.fields.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{own(say.field, field) ?? field}</dt>
              <dd><ChangedText text={before} word={say.before} /> <span aria-hidden="true">→</span> <ChangedText text={after} word={say.after} /></dd>
            </div>
          ))}
        </dl>
      )}
      {change.canUndo && !change.undone && (
        <Button size="small" appearance="subtle" disabled={busy} aria-label={say.undoOf(action, exactDate(change.at, { locale, now: new Date() }))} onClick={onUndo}>{say.undo}</Button>
      )}
    </li>
  )
}
const own = (names: Record<string, string>, key: string): string | undefined => (Object.hasOwn(names, key) ? names[key] : undefined)
const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))

/** A value as text; long ones are folded, instants are said in the reader's own time. */
function ChangedText({ text, word }: { text: string | null; word: string }) {
  const { locale } = useSurroundings()
  const say = changesTexts[locale]
  const [whole, showWhole] = useState(false)
  if (text === null || text === '') return <span className="jn-quiet"><span className="jn-hidden">{word}: </span>{say.empty}</span>
  const readable = isInstant(text) ? exactDate(text, { locale, now: new Date() }) : text
  const long = readable.length > folded
  return (
    <span className="jn-change-text" dir="auto">
      <span className="jn-hidden">{word}: </span>{long && !whole ? `${readable.slice(0, folded)}…` : readable}
      {long && <Button size="small" appearance="transparent" onClick={() => showWhole(!whole)}>{whole ? say.less : say.whole}</Button>}
    </span>
  )
}
