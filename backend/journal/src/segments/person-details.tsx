import type { Person } from '@counterpane/shared/contract/client'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button } from '@fluentui/react-components'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { useState, type ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { dayText } from './attribute-input'
import { DetailFacts } from './detail-facts'
import { PersonForm } from './person-details-form'
import { useAttributes } from './segment-queries'
import '../styles/journal-segments.css'

/** What is known of a contact person beyond name, position and addresses, seen and changed in place. `children`: what else can be done with them. */
export function PersonDetails({ person, children }: { person: Person; children?: ReactNode }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale].person
  const definitions = useAttributes('person').data?.items ?? []
  const [editing, edit] = useState<'no' | 'now' | 'done'>('no')
  const facts = [[text.birthday, person.birthday && dayText(person.birthday, locale)], ...person.dates.map(({ name, date }) => [name, dayText(date, locale)] as const), [text.interests, person.interests], [text.acquaintance, person.acquaintance]] as const
  const isKnown = facts.some(([, value]) => value) || Object.keys(person.attributes).length > 0
  return (
    <section className="jn-more-details" aria-label={text.title(person.name)}>
      {editing === 'now' ? <PersonForm person={person} counterpartyId={person.counterparty?.id ?? null} onDone={() => edit('done')} />
        : isKnown && <DetailFacts attributes={person.attributes} definitions={definitions} facts={facts} />}
      <div className="jn-person-does">
        {editing !== 'now' && <Button size="small" appearance="subtle" icon={<Edit16Regular />} autoFocus={editing === 'done'} aria-label={text.edit(person.name)} title={text.edit(person.name)} onClick={() => edit('now')} />}
        {children}
      </div>
    </section>
  )
}

/** A person of a client that is being made. */
export function NewPerson({ counterpartyId, onDone }: { counterpartyId: string | null; onDone: () => void }) {
  const { locale } = useSurroundings()
  return <section className="jn-more-details" aria-label={segmentsTexts[locale].person.add}><h3>{segmentsTexts[locale].person.add}</h3><PersonForm person={null} counterpartyId={counterpartyId} onDone={onDone} /></section>
}
