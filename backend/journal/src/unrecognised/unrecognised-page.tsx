import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { useSurroundings } from '../api/journal-context'
import { BaseTabs } from '../parts/base-tabs'
import type { Place } from '../view/hash-route'

export function UnrecognisedPage({ place }: { place: Extract<Place, { page: 'unrecognised' }> }) {
  const { locale } = useSurroundings()
  return (
    <div className="jn-left jn-client">
      <BaseTabs place={place} />
      <h1>{frameTexts[locale].unrecognised}</h1>
    </div>
  )
}
