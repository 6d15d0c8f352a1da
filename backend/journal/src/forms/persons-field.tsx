import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Combobox, Field, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { useNewPerson, usePersonsFound } from '../api/contact-edits'
import { useSurroundings } from '../api/journal-context'
import { useRested } from '../api/journal-queries'
import { ProblemNotice } from '../parts/problem-notice'
import type { Named, SetDraft } from './contact-draft'
import { NameChips } from './name-chips'

const making = 'new person'

/** Persons of the client, several; one who is not there yet is made by the name, in place. */
export function PersonsField({ client, persons, set }: { client: Named | null; persons: readonly Named[]; set: SetDraft }) {
  const { text, locale } = useSurroundings()
  const words = panelTexts[locale]
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const q = useRested(typed.trim())
  const { data, isPending } = usePersonsFound(client?.id ?? null, q, open)
  const make = useNewPerson()
  const found = (data?.items ?? []).filter(({ id }) => !persons.some((one) => one.id === id))
  const name = typed.trim()
  const mayMake = name !== '' && !(data?.items ?? []).some((one) => one.name.toLowerCase() === name.toLowerCase())
  const add = (person: Named) => set({ persons: [...persons, { id: person.id, name: person.name }] })
  const choose = (value: string | undefined) => {
    setTyped('')
    const person = found.find(({ id }) => id === value)
    if (person) add(person)
    else if (value === making && client && !make.isPending) make.mutate({ name, counterpartyId: client.id }, { onSuccess: add })
  }
  return (
    <Field label={text.contact.persons}>
      <div className="jn-several">
        <NameChips label={text.contact.persons} names={persons} onRemove={(id) => set({ persons: persons.filter((one) => one.id !== id) })} />
        <Combobox
          className="jn-picker" freeform aria-label={text.contact.persons} placeholder={client ? words.addPerson : words.personNeedsClient} disabled={!client} value={typed} selectedOptions={[]} open={open} listbox={{ className: 'jn-listbox' }} expandIcon={{ 'aria-label': text.filter.showList(text.contact.persons) }}
          onOpenChange={(_, { open: next }) => { setOpen(next); if (!next) setTyped('') }} onChange={(event) => { setTyped(event.target.value); setOpen(true) }} onOptionSelect={(_, { optionValue }) => choose(optionValue)}
        >
          {found.map((person) => (
            <Option key={person.id} value={person.id} text={person.name}><span className="jn-option"><span>{person.name}</span><small>{[person.position, person.addresses[0]].filter(Boolean).join(' · ')}</small></span></Option>
          ))}
          {mayMake && <Option value={making} text={name}>{words.newPerson(name)}</Option>}
          {found.length === 0 && !mayMake && <Option disabled value="" text="">{isPending ? text.filter.searching : words.noPersonFound}</Option>}
        </Combobox>
        {make.error && <ProblemNotice error={make.error} />}
      </div>
    </Field>
  )
}
