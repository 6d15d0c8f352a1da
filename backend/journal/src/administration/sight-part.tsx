import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { sightTexts } from '@counterpane/shared/text/sight-journal'
import { useState } from 'react'
import { useSettings } from '../api/calendar-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { SettingsSaid } from './settings-said'
import { SightForm } from './sight-form'
import { useSightSaved } from './sight-queries'

/** Whose clients a manager sees, everywhere and by firm. */
export function SightPart() {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const { data, error, isPending, refetch } = useSettings()
  const save = useSightSaved()
  const [change, keep] = useState<{ before: SightPolicy; after: SightPolicy } | null>(null)
  const [said, say] = useState('')
  const put = (rules: SightPolicy, seen: SightPolicy, undoing = false) => {
    say('')
    save.mutate({ rules, seen }, { onSuccess: (saved) => { keep(saved && !undoing ? { before: seen, after: rules } : null); say(saved ? undoing ? text.undone(0) : text.saved : undoing ? text.undone(1) : '') } })
  }
  return (
    <section aria-label={text.part.visibility} className="jn-admin-part">
      <div><h2>{text.part.visibility}</h2><p className="jn-quiet">{sightTexts[locale].about}</p></div>
      {isPending && <DelayedSkeleton lines={8} />}
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <SettingsSaid said={said} busy={save.isPending} onUndo={change && (() => put(change.before, change.after, true))} />
      {data && <SightForm kept={data.visibility} busy={save.isPending} error={save.error} onSave={put} />}
    </section>
  )
}
