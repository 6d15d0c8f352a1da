import { Link } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { usePersonsOf } from '../api/journal-queries'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'

export function ClientPeople({ counterpartyId }: { counterpartyId: string }) {
  const { text } = useSurroundings()
  const { data, error, isPending, refetch } = usePersonsOf(counterpartyId)
  return (
    <section className="jn-client-people">
      <h2>{text.client.people}</h2>
      {isPending && <DelayedSkeleton lines={4} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="jn-quiet">{text.client.noPeople}</p>}
      <ul>
        {data?.items.map(({ id, name, position, addresses, phones }) => (
          <li key={id}>
            <strong>{name}</strong>
            {position && <span className="jn-quiet">{position}</span>}
            {addresses.map((address) => <Link key={address} className="jn-breakable" href={`mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`}>{address}</Link>)}
            {phones.map((phone) => <Link key={phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link>)}
          </li>
        ))}
      </ul>
    </section>
  )
}
