import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { useMe, useSurroundings } from '../api/journal-context'
import { BaseTabs } from '../parts/base-tabs'
import type { Place } from '../view/hash-route'
import '../styles/journal-imports.css'
import { ImportDrop } from './import-drop'
import { ImportView } from './import-view'
import { ImportsHistory } from './imports-history'

/** Clients and people from tables: a file is brought, looked at, checked, run, and taken back when it was wrong. */
export function ImportsPage({ place }: { place: Extract<Place, { page: 'imports' }> }) {
  const { locale } = useSurroundings()
  const me = useMe()
  const text = importsTexts[locale]
  return (
    <div className="jn-left jn-client jn-imports">
      <BaseTabs place={place} />
      {place.id !== null && me.role !== 'manager' ? <ImportView key={place.id} id={place.id} /> : (
        <>
          <div>
            <h1>{frameTexts[locale].imports}</h1>
            <p className="jn-quiet">{text.about}</p>
          </div>
          {me.role === 'manager' ? <div className="jn-empty"><h2>{text.onlyLeads}</h2><p>{text.onlyLeadsAdvice}</p></div> : <><ImportDrop /><ImportsHistory /></>}
        </>
      )}
    </div>
  )
}
