import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { useSurroundings } from '../api/journal-context'
import { BaseTabs } from '../parts/base-tabs'
import type { Place } from '../view/hash-route'

export function SegmentsPage({ place }: { place: Extract<Place, { page: 'segments' }> }) {
  const { locale } = useSurroundings()
  return (
    <div className="jn-left jn-client">
      <BaseTabs place={place} />
      <h1>{frameTexts[locale].segments}</h1>
    </div>
  )
}
