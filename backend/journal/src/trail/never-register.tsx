import type { NeverScope } from '@counterpane/shared/domain/trail-codes'
import { trailTexts } from '@counterpane/shared/text/trail-journal'
import { useMe, useSurroundings } from '../api/journal-context'
import { NeverList } from './never-list'
import '../styles/journal-trail.css'

/** What is never registered: the organisation's list, for whoever reads this page, and one's own, which nobody else sees. */
export function NeverRegisterPart() {
  const { locale } = useSurroundings()
  const text = trailTexts[locale].never
  const me = useMe()
  return (
    <div className="jn-trail-part">
      <div><h2>{text.title}</h2><p className="jn-quiet">{text.about}</p></div>
      {(['organisation', 'own'] satisfies NeverScope[]).map((scope) => <NeverList key={`${scope} ${me.id}`} scope={scope} />)}
    </div>
  )
}
