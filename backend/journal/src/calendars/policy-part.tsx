import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useSettings, useSettingsChange } from '../api/calendar-queries'
import { useMe, useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { PolicyForm } from './policy-form'
import { PolicyWords } from './policy-words'

/** The rules by which appointments become contacts: an administrator changes them, everybody can read them. */
export function PolicyPart() {
  const { locale } = useSurroundings()
  const me = useMe()
  const text = calendarJournalTexts[locale].rule
  const { data, error, isPending, refetch } = useSettings()
  const save = useSettingsChange()
  // What stood before the last save, so that one press brings it back.
  const [before, keepBefore] = useState<CalendarPolicy | null>(null)
  const [said, say] = useState('')
  const policy = data?.calendar
  const put = (calendar: CalendarPolicy, earlier: CalendarPolicy | null) => save.mutate(calendar, { onSuccess: () => { keepBefore(earlier); say(earlier ? text.saved : text.undone) } })
  return (
    <section aria-label={text.title} className="jn-policy">
      <div><h2>{text.title}</h2><p className="jn-quiet">{text.about}{me.role !== 'administrator' && ` ${text.readOnly}`}</p></div>
      {isPending && <DelayedSkeleton lines={8} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {policy && (me.role === 'administrator'
        ? <PolicyForm key={JSON.stringify(policy)} policy={policy} busy={save.isPending} error={save.error} onChange={() => say('')} onSave={(next) => put(next, policy)} />
        : <PolicyWords policy={policy} />)}
      <p role="status" className="jn-settled">{said && <>{said} {before && <Button size="small" disabled={save.isPending} onClick={() => put(before, null)}>{text.undo}</Button>}</>}</p>
    </section>
  )
}
