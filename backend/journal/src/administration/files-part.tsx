import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { useState } from 'react'
import { useSettings } from '../api/calendar-queries'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { sizeText } from '../parts/size-text'
import { useSettingsSaved, type SettingsSeen } from './administration-queries'
import { FilesForm } from './files-form'
import { SettingsSaid } from './settings-said'
import { SettingsStale } from './settings-stale'

type Kept = Pick<SettingsSeen, 'attachments' | 'digests'>
const bodyOf = ({ attachments, digests: { send } }: Kept): BodyOf<'putSettings'> => ({ attachments, digests: { send } })

/** Which files are kept with contacts, and whether letters about the day are sent. */
export function FilesPart() {
  const { locale } = useSurroundings()
  const text = administrationTexts[locale]
  const { data, error, isPending, refetch } = useSettings()
  const { save, newer, takeTheirs } = useSettingsSaved(bodyOf)
  const [before, keep] = useState<Kept | null>(null)
  const [said, say] = useState('')
  const put = (body: BodyOf<'putSettings'>, seen: SettingsSeen, earlier: Kept | null) => save.mutate({ body, seen }, { onSuccess: () => { keep(earlier); say(earlier ? text.saved : text.undone(0)) } })
  const { keepAll: all, keepChosen: chosen, keepNone: none } = text.files
  const size = (bytes: number) => sizeText(bytes, locale)
  const factsOf = ({ attachments: { keep: kept, maxFileBytes, maxMessageBytes }, digests }: Kept) =>
    [[text.files.keep, { all, chosen, none }[kept]], [text.files.perFile, size(maxFileBytes)], [text.files.perMessage, size(maxMessageBytes)], [text.files.digests, digests.send ? '✓' : '–']] as const
  return (
    <section aria-label={text.part.files} className="jn-admin-part">
      <h2>{text.part.files}</h2>
      {isPending && <DelayedSkeleton lines={6} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <SettingsSaid said={said} busy={save.isPending} onUndo={before && data ? () => put(bodyOf(before), data, null) : null} />
      {data && <FilesForm key={JSON.stringify([data.attachments, data.digests])} kept={data} busy={save.isPending} error={newer ? null : save.error} onSave={(body) => put(body, data, data)} />}
      {newer && data && save.variables && <SettingsStale newer={factsOf(newer)} busy={save.isPending} onMine={() => put(save.variables.body, newer, newer)} onTheirs={takeTheirs} />}
    </section>
  )
}
