import type { ResultTemplate } from '@counterpane/shared/contract/attachments'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { useState } from 'react'
import { useSettings } from '../api/calendar-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { useSettingsSaved, type SettingsSeen } from './administration-queries'
import { ResultWordsForm } from './result-words-form'
import { SettingsSaid } from './settings-said'
import { SettingsStale } from './settings-stale'

/** Ready words for results: a list of the organisation's settings, saved as a whole. */
export function ResultWords() {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const { data, error, isPending, refetch } = useSettings()
  const { save, newer, takeTheirs } = useSettingsSaved((settings) => settings.resultTemplates)
  const [before, keep] = useState<ResultTemplate[] | null>(null)
  const [said, say] = useState('')
  const templates = data?.resultTemplates
  const put = (resultTemplates: ResultTemplate[], seen: SettingsSeen, earlier: ResultTemplate[] | null) => save.mutate({ body: { resultTemplates }, seen }, { onSuccess: () => { keep(earlier); say(earlier ? text.saved : text.undone(0)) } })
  return (
    <div className="jn-admin-words">
      <p className="jn-quiet">{text.results.about}</p>
      {isPending && <DelayedSkeleton lines={6} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <SettingsSaid said={said} busy={save.isPending} onUndo={before && data ? () => put(before, data, null) : null} />
      {data && templates && <ResultWordsForm key={JSON.stringify(templates)} templates={templates} busy={save.isPending} error={newer ? null : save.error} onSave={(next) => put(next, data, templates)} />}
      {newer && save.variables && <SettingsStale newer={newer.resultTemplates.map(({ text: en, textRu }, i) => [text.results.row(i + 1), [en, textRu].filter(Boolean).join(' / ')] as const)} busy={save.isPending} onMine={() => put(save.variables.body.resultTemplates ?? [], newer, newer.resultTemplates)} onTheirs={takeTheirs} />}
    </div>
  )
}
