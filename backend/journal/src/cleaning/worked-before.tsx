import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { nearDate } from '@counterpane/shared/text/dates'
import { Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { clientPlace, placeHref } from '../view/hash-route'
import { useFormerPersons } from './cleaning-queries'

/** Where somebody who works here now worked before: what was held with them then is there. One question tells it of everybody here. */
export function WorkedBefore({ personId, counterpartyId }: { personId: string; counterpartyId: string }) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const { data } = useFormerPersons(counterpartyId)
  const places = data?.before.filter(({ person, counterparty }) => person.id === personId && counterparty) ?? []
  if (places.length === 0) return null
  return (
    <ul className="jn-before" aria-label={say.before}>
      {places.map(({ id, counterparty, position, endedAt }) => (
        <li key={id}>
          <span className="jn-quiet">{say.before} </span>
          {counterparty && <Link className="jn-breakable" href={placeHref(clientPlace(counterparty.id))}>{counterparty.name}</Link>}
          <span className="jn-quiet jn-breakable">{position && `, ${position}`}, {say.until(nearDate(endedAt, { locale, now: new Date() }, false))}</span>
        </li>
      ))}
    </ul>
  )
}
