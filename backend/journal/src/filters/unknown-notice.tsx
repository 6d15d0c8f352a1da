import { filterTexts, shortList } from '@counterpane/shared/text/filters-journal'
import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useMemo } from 'react'
import { useSurroundings } from '../api/journal-context'
import { usePlace, type ChangeView } from '../view/hash-route'
import { readAddress } from '../view/journal-view'

const longest = 60

/** A link of a newer version, or of nobody's: what could not be understood is named rather than silently left out. */
export function UnknownNotice({ change }: { change: ChangeView }) {
  const { locale } = useSurroundings()
  const place = usePlace()
  const search = place.page === 'journal' ? place.search : ''
  const unknown = useMemo(() => readAddress(search).unknown, [search])
  const text = filterTexts[locale]
  if (unknown.length === 0) return null
  const names = unknown.map((name) => (name.length > longest ? `${name.slice(0, longest)}…` : name))
  return (
    <p className="jn-unknown" role="status">
      <span className="jn-breakable">{text.unknown(shortList(names, text.andMore, 5))}</span>
      <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={text.dismiss} title={text.dismiss} onClick={() => change({}, { replace: true })} />
    </p>
  )
}
