import type { Person } from '@counterpane/shared/contract/client'
import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { EmployerForm } from '../cleaning/employer-form'
import { WorkedBefore } from '../cleaning/worked-before'
import { PersonDetails } from '../segments/person-details'

/** One contact person of a client: how to reach them, what is known of them, where they work. */
export function ClientPerson({ person, counterpartyId, onMoved }: { person: Person; counterpartyId: string; onMoved: (done: { text: string; setId: string }) => void }) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const [moving, move] = useState<'no' | 'now' | 'back'>('no')
  const { name, position, addresses, phones } = person
  return (
    <li>
      <strong className="jn-breakable">{name}</strong>
      {position && <span className="jn-quiet jn-breakable">{position}</span>}
      {addresses.map((address) => <Link key={address} className="jn-breakable" href={`mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`}>{address}</Link>)}
      {phones.map((phone) => <Link key={phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link>)}
      <WorkedBefore personId={person.id} counterpartyId={counterpartyId} />
      <PersonDetails person={person}>
        {moving !== 'now' && <Button size="small" appearance="subtle" autoFocus={moving === 'back'} aria-label={say.changeOf(name)} onClick={() => move('now')}>{say.change}</Button>}
      </PersonDetails>
      {moving === 'now' && <EmployerForm person={person} counterpartyId={counterpartyId} onClose={() => move('back')} onDone={(done) => { move('no'); onMoved(done) }} />}
    </li>
  )
}
