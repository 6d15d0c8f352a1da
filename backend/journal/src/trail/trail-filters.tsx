import { trailNouns } from '@counterpane/shared/domain/trail-codes'
import { changesTexts } from '@counterpane/shared/text/changes-journal'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'

export interface TrailDraft { from: string; to: string; managerId: string; noun: string; action: string; thing: string; setId: string }
interface Props { draft: TrailDraft; isClear: boolean; onChange: (part: Partial<TrailDraft>) => void; onClear: () => void }
const restMs = 350

export function TrailFilters({ draft, isClear, onChange, onClear }: Props) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].trail
  const { data: managers } = useManagers()
  const [thing, setThing] = useState(draft.thing)
  useEffect(() => setThing(draft.thing), [draft.thing])
  useEffect(() => {
    if (thing === draft.thing) return
    const timer = setTimeout(() => onChange({ thing, setId: '' }), restMs)
    return () => clearTimeout(timer)
  }, [thing, draft.thing, onChange])
  const actions = Object.entries({ ...changesTexts[locale].action, ...text.actions }).sort(([, a], [, b]) => a.localeCompare(b, locale))
  return (
    <div className="jn-trail-filters" role="group" aria-label={text.filters}>
      <Field label={text.thing}><Input type="search" value={thing} onChange={(_, { value }) => setThing(value)} /></Field>
      <Field label={text.from}><Input type="date" value={draft.from} max="9999-12-31" onChange={(_, { value }) => onChange({ from: value })} /></Field>
      <Field label={text.to}><Input type="date" value={draft.to} max="9999-12-31" onChange={(_, { value }) => onChange({ to: value })} /></Field>
      <Field label={text.manager}>
        <Select value={draft.managerId} onChange={(_, { value }) => onChange({ managerId: value })}>
          <option value="">{text.anybody}</option>
          <option value="automatic">{text.automatic}</option>
          {managers?.items.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </Select>
      </Field>
      <Field label={text.noun}>
        <Select value={draft.noun} onChange={(_, { value }) => onChange({ noun: value })}>
          <option value="">{text.anything}</option>
          {trailNouns.map((noun) => <option key={noun} value={noun}>{text.nouns[noun] ?? noun}</option>)}
        </Select>
      </Field>
      <Field label={text.action}>
        <Select value={draft.action} onChange={(_, { value }) => onChange({ action: value })}>
          <option value="">{text.anyAction}</option>
          {actions.map(([action, words]) => <option key={action} value={action}>{words}</option>)}
        </Select>
      </Field>
      {!isClear && <Button onClick={onClear}>{text.clear}</Button>}
    </div>
  )
}
