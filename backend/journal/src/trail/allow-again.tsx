import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'
import type { usePersonalData } from './trail-queries'

/** Somebody who was erased agrees to be kept again. */
export function AllowAgain({ address, allow }: { address: string; allow: ReturnType<typeof usePersonalData>['allow'] }) {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].person
  return (
    <div className="jn-person-found">
      <p className="jn-quiet">{text.allowAdvice}</p>
      <Button className="jn-start" disabledFocusable={allow.isPending} onClick={() => allow.mutate(address)}>{text.allowAgain}</Button>
      {allow.error && <ProblemNotice error={allow.error} />}
    </div>
  )
}
