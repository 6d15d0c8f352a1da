import type { ImportDetails } from '@counterpane/shared/contract/imports'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { Button, ProgressBar } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import type { useImportSteps } from './import-queries'

/** How far it is, and a way to end it. */
export function ImportProgress({ details: { state, counts, total }, steps: { step } }: { details: ImportDetails; steps: ReturnType<typeof useImportSteps> }) {
  const { locale } = useSurroundings()
  const text = importsTexts[locale]
  const words = text.progress
  const title = state === 'waiting' ? words.waiting : state === 'checking' ? words.checking : state === 'undoing' ? words.undoing : words.reading
  const counted = state === 'checking' || state === 'reading'
  return (
    <section className="jn-import-progress" aria-label={title}>
      <p>{title}{counted && <span className="jn-quiet"> · {words.of(counts.rows, total)}</span>}</p>
      <ProgressBar value={counted && total !== null ? counts.rows / Math.max(1, total) : undefined} aria-label={title} />
      {state !== 'undoing' && <div><Button disabled={step.isPending} onClick={() => step.mutate('cancelImport')}>{text.cancel}</Button></div>}
    </section>
  )
}
