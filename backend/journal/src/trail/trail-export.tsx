import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { Problem } from '@counterpane/shared/contract/problem'
import { streamRoutes } from '@counterpane/shared/contract/routes'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import { ownZone } from '../view/journal-view'
import { saveFile } from './save-file'
import type { TrailAsked } from './trail-queries'

async function fetchTrail(asked: TrailAsked, language: string): Promise<Blob> {
  const query = new URLSearchParams({ ...asked, language, timeZone: ownZone() })
  const response = await fetch(`${streamRoutes.exportTrail.replace('GET ', '')}?${query}`, { credentials: 'same-origin' }).catch((error: unknown) => { throw new NoConnectionError('no answer', { cause: error }) })
  if (!response.ok) throw new ProblemError(await response.json() as Problem, null)
  return response.blob()
}

/** What is shown now, as a file. */
export function TrailExport({ asked }: { asked: TrailAsked }) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].trail
  const save = useMutation({ mutationFn: () => fetchTrail(asked, locale), onSuccess: (file) => saveFile('trail.csv', file) })
  return (
    <>
      <Button className="jn-start" disabledFocusable={save.isPending} onClick={() => save.mutate()}>{save.isPending ? text.exporting : text.export}</Button>
      {save.error && <ProblemNotice error={save.error} onRetry={() => save.mutate()} />}
    </>
  )
}
