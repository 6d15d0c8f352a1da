import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { usePersonsOf } from '../api/journal-queries'
import { CleaningSaid, type Said } from '../cleaning/cleaning-said'
import { useClientCleaning } from '../cleaning/cleaning-queries'
import { FormerPeople } from '../cleaning/former-people'
import { KnownDomains } from '../cleaning/known-domains'
import { PerhapsSame } from '../cleaning/perhaps-same'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { NewPerson } from '../segments/person-details'
import { ClientPerson } from './client-person'
import '../styles/journal-cleaning.css'

export function ClientPeople({ counterpartyId }: { counterpartyId: string }) {
  const { text, locale } = useSurroundings()
  const { data, error, isPending, refetch } = usePersonsOf(counterpartyId)
  const { undoSet } = useClientCleaning(counterpartyId)
  const [adding, add] = useState<'no' | 'now' | 'done'>('no')
  const [said, setSaid] = useState<Said | null>(null)
  return (
    <section className="jn-client-people">
      <PerhapsSame counterpartyId={counterpartyId} />
      <div className="jn-people-title">
        <h2>{text.client.people}</h2>
        {adding !== 'now' && <Button size="small" appearance="subtle" icon={<Add16Regular />} autoFocus={adding === 'done'} onClick={() => add('now')}>{segmentsTexts[locale].person.add}</Button>}
      </div>
      {adding === 'now' && <NewPerson counterpartyId={counterpartyId} onDone={() => add('done')} />}
      {isPending && <DelayedSkeleton lines={4} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="jn-quiet">{text.client.noPeople}</p>}
      <CleaningSaid said={said} onForget={() => setSaid(null)} />
      {undoSet.error && <ProblemNotice error={undoSet.error} />}
      <ul>
        {data?.items.map((person) => (
          <ClientPerson key={person.id} person={person} counterpartyId={counterpartyId} onMoved={(done) => setSaid({ text: done.text, back: () => undoSet.mutate(done.setId, { onSuccess: () => setSaid(null) }) })} />
        ))}
      </ul>
      <FormerPeople counterpartyId={counterpartyId} />
      <KnownDomains counterpartyId={counterpartyId} />
    </section>
  )
}
