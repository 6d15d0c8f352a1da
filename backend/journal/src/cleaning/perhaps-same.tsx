import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { clientPlace, placeHref } from '../view/hash-route'
import { useTwinsOf } from './cleaning-queries'

/** Said quietly in the card: somebody else has the same number, mailbox or name. */
export function PerhapsSame({ counterpartyId }: { counterpartyId: string }) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const { data } = useTwinsOf(counterpartyId)
  if (!data || data.items.length === 0) return null
  return (
    <div className="jn-perhaps" role="note">
      <span>{say.perhaps}</span>
      {data.items.map(({ id, name, reasons }) => <span key={id} className="jn-breakable"><Link href={placeHref(clientPlace(id))}>{name}</Link> <span className="jn-small">({reasons.map(({ code }) => say.reason[code]).join(', ')})</span></span>)}
      <Link className="jn-small" href={placeHref({ page: 'duplicates', search: '' })}>{say.toPairs}</Link>
    </div>
  )
}
