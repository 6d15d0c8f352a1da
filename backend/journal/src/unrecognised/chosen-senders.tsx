import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { AsideForm, NeverForm } from './aside-forms'
import type { Decisions } from './queue-data'

/** One decision for all senders that are ticked. */
export function ChosenSenders({ senders, decisions, onDone }: { senders: readonly SenderGroup[]; decisions: Decisions; onDone(): void }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const [form, setForm] = useState<'aside' | 'never' | null>(null)
  const shared = { senders, decisions, onDone, onCancel: () => setForm(null) }
  return (
    <div className="jn-queue-chosen">
      <div className="jn-buttons">
        <strong role="status">{text.chosen(senders.length)}</strong>
        <Button size="small" aria-expanded={form === 'aside'} onClick={() => setForm('aside')}>{text.notClient}</Button>
        <Button size="small" aria-expanded={form === 'never'} onClick={() => setForm('never')}>{text.never}</Button>
        <Button size="small" appearance="subtle" onClick={onDone}>{text.clearChoice}</Button>
      </div>
      {form === 'aside' && <AsideForm {...shared} />}
      {form === 'never' && <NeverForm {...shared} />}
    </div>
  )
}
