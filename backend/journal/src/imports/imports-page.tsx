import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { useSurroundings } from '../api/journal-context'
import { BaseTabs } from '../parts/base-tabs'
import type { Place } from '../view/hash-route'

export function ImportsPage({ place }: { place: Extract<Place, { page: 'imports' }> }) {
  const { locale } = useSurroundings()
  return (
    <div className="jn-left jn-client">
      <BaseTabs place={place} />
      <h1>{frameTexts[locale].imports}</h1>
    </div>
  )
}
