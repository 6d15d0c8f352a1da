import type { Person } from '@counterpane/shared/contract/client'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button } from '@fluentui/react-components'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DetailFacts } from './detail-facts'
import { PersonForm } from './person-details-form'
import { useAttributes } from './segment-queries'
import '../styles/journal-segments.css'

/** What is known of a contact person beyond name and addresses, seen and changed in place. */
export function PersonDetails({ person }: { person: Person }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale].person
  const definitions = useAttributes('person').data?.items ?? []
  const [editing, edit] = useState(false)
  return (
    <section className="jn-more-details" aria-label={text.title(person.name)}>
      {!editing && <Button size="small" appearance="subtle" icon={<Edit16Regular />} aria-label={text.edit(person.name)} title={text.edit(person.name)} onClick={() => edit(true)} />}
      {editing ? <PersonForm person={person} counterpartyId={person.counterparty?.id ?? null} onDone={() => edit(false)} />
        : <DetailFacts attributes={person.attributes} definitions={definitions} facts={[[text.position, person.position], [text.birthday, person.birthday], ...person.dates.map(({ name, date }) => [name, date] as const), [text.interests, person.interests], [text.acquaintance, person.acquaintance]]} />}
    </section>
  )
}

/** A person of a client that is being made. */
export function NewPerson({ counterpartyId, onDone }: { counterpartyId: string | null; onDone: () => void }) {
  const { locale } = useSurroundings()
  return <section className="jn-more-details" aria-label={segmentsTexts[locale].person.add}><h3>{segmentsTexts[locale].person.add}</h3><PersonForm person={null} counterpartyId={counterpartyId} onDone={onDone} /></section>
}
