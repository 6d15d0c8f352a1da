import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { clientsPlace, placeHref, type Place } from '../view/hash-route'

/** The rooms of the client base, above each of them. */
export function BaseTabs({ place }: { place: Place }) {
  const { text, locale } = useSurroundings()
  const names = frameTexts[locale]
  const rooms: { name: string; to: Place }[] = [
    { name: text.clients, to: clientsPlace() },
    { name: names.segments, to: { page: 'segments', id: null, search: '' } },
    { name: names.unrecognised, to: { page: 'unrecognised', search: '' } },
    { name: names.duplicates, to: { page: 'duplicates', search: '' } },
    { name: names.imports, to: { page: 'imports', id: null } },
  ]
  return (
    <nav className="jn-base-tabs" aria-label={names.base}>
      {rooms.map(({ name, to }) => <Link key={to.page} className="jn-nav" appearance="subtle" href={placeHref(to)} aria-current={to.page === place.page ? 'page' : undefined}>{name}</Link>)}
    </nav>
  )
}
