import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { nearDate } from '@counterpane/shared/text/dates'
import { Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { clientPlace, placeHref } from '../view/hash-route'
import { useFormerPersons } from './cleaning-queries'

/** Who worked here and works elsewhere now; what was held with them then is here. */
export function FormerPeople({ counterpartyId }: { counterpartyId: string }) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const { data } = useFormerPersons(counterpartyId)
  if (!data || data.items.length === 0) return null
  return (
    <section className="jn-former">
      <h3>{say.former}</h3>
      <ul>
        {data.items.map(({ id, person, position, endedAt, now }) => (
          <li key={id}>
            <strong className="jn-breakable">{person.name}</strong>
            {position && <span className="jn-quiet">{position}</span>}
            <span className="jn-quiet jn-small">{say.until(nearDate(endedAt, { locale, now: new Date() }, false))}</span>
            {now && <span className="jn-small">{say.nowAt} <Link className="jn-small jn-breakable" href={placeHref(clientPlace(now.id))}>{now.name}</Link></span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
