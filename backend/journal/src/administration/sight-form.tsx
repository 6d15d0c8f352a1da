import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import { sightLevels } from '@counterpane/shared/domain/codes'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { sightTexts } from '@counterpane/shared/text/sight-journal'
import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useUnsaved } from '../panel/unsaved-guard'
import { ProblemNotice } from '../parts/problem-notice'
import { SightFirms, useFirmName } from './sight-firms'
import { asLevel, sameRules } from './sight-rules'
import { SightSums } from './sight-sums'

interface Props { kept: SightPolicy; busy: boolean; error: unknown; onSave: (rules: SightPolicy, seen: SightPolicy) => void }

/** `kept` may be changed by somebody else while one writes: then one is asked whose it shall be. */
export function SightForm({ kept, busy, error, onSave }: Props) {
  const { locale } = useSurroundings()
  const [all, text] = [administrationTexts[locale], sightTexts[locale]]
  const nameOf = useFirmName()
  const [first, setFirst] = useState(kept)
  const [draft, setDraft] = useState(kept)
  const changed = !sameRules(draft, first)
  const take = () => { setFirst(kept); setDraft(kept) }
  const isStale = !sameRules(kept, first) && changed && !sameRules(kept, draft)
  if (!sameRules(kept, first) && !isStale) take()
  useUnsaved(changed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed && !busy && !isStale) onSave(draft, first)
  }
  return (
    <form className="jn-admin-words" onSubmit={submit} noValidate>
      <Field label={text.everywhere}>
        <RadioGroup value={draft.everywhere} onChange={(_, { value }) => setDraft({ ...draft, everywhere: asLevel(value) })}>
          {sightLevels.map((level) => <Radio key={level} value={level} label={<><span>{text.level[level]}</span><small className="jn-quiet jn-sight-meaning">{text.meaning[level]}</small></>} />)}
        </RadioGroup>
      </Field>
      <SightFirms rules={draft} onChange={setDraft} />
      <SightSums rules={draft} />
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      {isStale && (
        <div role="alert" className="jn-problem jn-admin-stale">
          <p><strong>{text.stale.title}</strong> {text.stale.advice} {text.stale.now} {[text.short[kept.everywhere], ...kept.firms.map(({ firmId, level }) => `${nameOf(firmId)}: ${text.short[level]}`)].join('; ')}</p>
          <div className="jn-buttons"><Button size="small" disabled={busy} onClick={() => { setFirst(kept); onSave(draft, kept) }}>{text.stale.saveMine}</Button><Button size="small" onClick={take}>{text.stale.takeTheirs}</Button></div>
        </div>
      )}
      <div className="jn-buttons jn-admin-save">
        <Button type="submit" appearance="primary" disabled={busy || !changed || isStale}>{all.save}</Button>
        {changed && <Button onClick={() => setDraft(first)}>{all.reset}</Button>}
        {changed && <span className="jn-quiet">{all.unsaved}</span>}
      </div>
    </form>
  )
}
