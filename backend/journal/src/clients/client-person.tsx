import type { Person } from '@counterpane/shared/contract/client'
import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { EmployerForm } from '../cleaning/employer-form'
import { PersonDetails } from '../segments/person-details'

/** One contact person of a client: how to reach them, what is known of them, where they work. */
export function ClientPerson({ person, counterpartyId, onMoved }: { person: Person; counterpartyId: string; onMoved: (done: { text: string; setId: string }) => void }) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const [moving, move] = useState(false)
  const { name, position, addresses, phones } = person
  return (
    <li>
      <strong className="jn-breakable">{name}</strong>
      {position && <span className="jn-quiet jn-breakable">{position}</span>}
      {addresses.map((address) => <Link key={address} className="jn-breakable" href={`mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`}>{address}</Link>)}
      {phones.map((phone) => <Link key={phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link>)}
      <PersonDetails person={person}>
        {!moving && <Button size="small" appearance="subtle" aria-label={say.changeOf(name)} onClick={() => move(true)}>{say.change}</Button>}
      </PersonDetails>
      {moving && <EmployerForm person={person} counterpartyId={counterpartyId} onClose={() => move(false)} onDone={(done) => { move(false); onMoved(done) }} />}
    </li>
  )
}
