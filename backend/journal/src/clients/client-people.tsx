import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { usePersonsOf } from '../api/journal-queries'
import { CleaningSaid, type Said } from '../cleaning/cleaning-said'
import { useClientCleaning } from '../cleaning/cleaning-queries'
import { EmployerForm } from '../cleaning/employer-form'
import { FormerPeople } from '../cleaning/former-people'
import { KnownDomains } from '../cleaning/known-domains'
import { PerhapsSame } from '../cleaning/perhaps-same'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import '../styles/journal-cleaning.css'

export function ClientPeople({ counterpartyId }: { counterpartyId: string }) {
  const { text, locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const { data, error, isPending, refetch } = usePersonsOf(counterpartyId)
  const { undoSet } = useClientCleaning(counterpartyId)
  const [changingId, setChangingId] = useState<string | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  return (
    <section className="jn-client-people">
      <PerhapsSame counterpartyId={counterpartyId} />
      <h2>{text.client.people}</h2>
      {isPending && <DelayedSkeleton lines={4} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="jn-quiet">{text.client.noPeople}</p>}
      <CleaningSaid said={said} onForget={() => setSaid(null)} />
      {undoSet.error && <ProblemNotice error={undoSet.error} />}
      <ul>
        {data?.items.map(({ id, name, position, addresses, phones }) => (
          <li key={id}>
            <strong>{name}</strong>
            {position && <span className="jn-quiet">{position}</span>}
            {addresses.map((address) => <Link key={address} className="jn-breakable" href={`mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`}>{address}</Link>)}
            {phones.map((phone) => <Link key={phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link>)}
            {changingId !== id && <Button size="small" appearance="subtle" className="jn-start" aria-label={say.changeOf(name)} onClick={() => setChangingId(id)}>{say.change}</Button>}
            {changingId === id && (
              <EmployerForm
                person={{ id, name }} counterpartyId={counterpartyId} onClose={() => setChangingId(null)}
                onDone={(done) => { setChangingId(null); setSaid({ text: done.text, back: () => undoSet.mutate(done.setId, { onSuccess: () => setSaid(null) }) }) }}
              />
            )}
          </li>
        ))}
      </ul>
      <FormerPeople counterpartyId={counterpartyId} />
      <KnownDomains counterpartyId={counterpartyId} />
    </section>
  )
}
