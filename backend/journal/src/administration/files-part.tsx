import type { AnswerOf, BodyOf } from '@counterpane/shared/contract/http-client'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { useState } from 'react'
import { useSettings } from '../api/calendar-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { useSettingsSaved } from './administration-queries'
import { FilesForm } from './files-form'
import { SettingsSaid } from './settings-said'

type Kept = Pick<AnswerOf<'getSettings'>, 'attachments' | 'digests'>
const bodyOf = ({ attachments, digests: { send } }: Kept): BodyOf<'putSettings'> => ({ attachments, digests: { send } })

/** Which files are kept with contacts, and whether letters about the day are sent. */
export function FilesPart() {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const { data, error, isPending, refetch } = useSettings()
  const save = useSettingsSaved()
  const [before, keep] = useState<Kept | null>(null)
  const [said, say] = useState('')
  const put = (body: BodyOf<'putSettings'>, earlier: Kept | null) => save.mutate(body, { onSuccess: () => { keep(earlier); say(earlier ? text.saved : text.undone(0)) } })
  return (
    <section aria-label={text.part.files} className="jn-admin-part">
      <h2>{text.part.files}</h2>
      {isPending && <DelayedSkeleton lines={6} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <SettingsSaid said={said} busy={save.isPending} onUndo={before ? () => put(bodyOf(before), null) : null} />
      {data && <FilesForm key={JSON.stringify([data.attachments, data.digests])} kept={data} busy={save.isPending} error={save.error} onSave={(body) => put(body, data)} />}
    </section>
  )
}
