import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { useMe, useSurroundings } from '../api/journal-context'

/** Whoever does not see the whole base is told so where it is listed: a missing client is then no riddle. */
export function SightNote() {
  const { locale } = useSurroundings()
  const { sight } = useMe()
  return sight === 'all' ? null : <span className="jn-sight-note">{frameTexts[locale].sight[sight]}</span>
}
