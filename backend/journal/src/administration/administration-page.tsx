import { administrationTexts } from '@counterpane/shared/text/administration-journal'
import { Link } from '@fluentui/react-components'
import { useMe, useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import { calendarsPlace, journalPlace, placeHref, type AdministrationPart, type Place } from '../view/hash-route'
import '../styles/journal-administration.css'
import { elsewhere } from './administration-rooms'
import { FilesPart } from './files-part'
import { ManagersPart } from './managers-part'
import { OwnDomains } from './own-domains'
import { SightPart } from './sight-part'
import { WordList } from './word-list'
import { WordsPart } from './words-part'

const own = ['managers', 'teams', 'firms', 'visibility', 'words', 'files'] as const
const order: readonly AdministrationPart[] = ['managers', 'teams', 'firms', 'visibility', 'words', 'details', 'never', 'files', 'retention', 'trail', 'person-data']
const shown = order.filter((part) => own.some((one) => one === part) || part in elsewhere)
type Shown = Exclude<AdministrationPart, 'sessions'>

/** What only administrators see and change, one part at a time. */
export function AdministrationPage({ place }: { place: Extract<Place, { page: 'administration' }> }) {
  const { locale } = useSurroundings()
  const { role } = useMe()
  const text = administrationTexts[locale]
  const part = (shown.includes(place.part) ? place.part : 'managers') as Shown
  // Lists of what is never registered are everybody's to read, and each has an own one.
  if (role !== 'administrator' && part === 'never') return <div className="jn-left jn-client jn-administration"><h1 className="jn-hidden">{text.part.never}</h1><LazyPart lines={8}><Part part={part} place={place} /></LazyPart></div>
  if (role !== 'administrator') {
    return <div className="jn-left jn-client"><h1>{text.title}</h1><div className="jn-empty"><h2>{text.forbidden.title}</h2><p>{text.forbidden.advice}</p><Link href={placeHref(journalPlace())}>{text.forbidden.back}</Link></div></div>
  }
  return (
    <div className="jn-left jn-client jn-administration">
      <div><h1>{text.title}</h1><p className="jn-quiet">{text.about}</p></div>
      <div className="jn-admin-rooms">
        <nav aria-label={text.parts} className="jn-admin-nav">
          {shown.map((one) => <Link key={one} appearance="subtle" href={placeHref({ page: 'administration', part: one, search: '' })} aria-current={one === part ? 'page' : undefined}>{text.part[one as Shown]}</Link>)}
          <Link appearance="subtle" href={placeHref(calendarsPlace())}>{text.part.calendars}</Link>
        </nav>
        <LazyPart key={part} lines={8}><Part part={part} place={place} /></LazyPart>
      </div>
    </div>
  )
}

function Part({ part, place }: { part: Shown; place: Extract<Place, { page: 'administration' }> }) {
  const { locale } = useSurroundings()
  const { part: names, words } = administrationTexts[locale]
  if (part === 'managers') return <ManagersPart />
  if (part === 'teams') return <section aria-label={names.teams} className="jn-admin-part"><div><h2>{names.teams}</h2><p className="jn-quiet">{words.teamsAbout}</p></div><WordList noun="team" /></section>
  if (part === 'firms') return <section aria-label={names.firms} className="jn-admin-part"><div><h2>{names.firms}</h2><p className="jn-quiet">{words.firmsAbout}</p></div><WordList noun="firm" /><OwnDomains /></section>
  if (part === 'visibility') return <SightPart />
  if (part === 'words') return <WordsPart search={place.search} />
  if (part === 'files') return <FilesPart />
  const Elsewhere = elsewhere[part]
  return Elsewhere ? <section aria-label={names[part]} className="jn-admin-part"><Elsewhere /></section> : null
}
