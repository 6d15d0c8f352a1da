import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { useSurroundings } from '../api/journal-context'
import type { Place } from '../view/hash-route'

export function AdministrationPage({ place: _place }: { place: Extract<Place, { page: 'administration' }> }) {
  const { locale } = useSurroundings()
  return (
    <div className="jn-left jn-client">
      <h1>{frameTexts[locale].administration}</h1>
    </div>
  )
}
