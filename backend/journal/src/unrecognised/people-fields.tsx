import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'

type Names = Record<string, string>
const shownAtFirst = 4

export const namesOf = (names: Names) => Object.entries(names).flatMap(([address, name]) => (name.trim() ? [{ address, name: name.trim() }] : []))

/** Who writes from these addresses, if one knows. A name read from the address is offered, never written by itself. */
export function PeopleFields({ group, names, onChange }: { group: SenderGroup; names: Names; onChange(names: Names): void }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const [whole, showWhole] = useState(false)
  const shown = whole ? group.addresses : group.addresses.slice(0, shownAtFirst)
  const rest = group.addressCount - shown.length
  return (
    <fieldset className="jn-queue-people">
      <legend>{text.people}</legend>
      <p className="jn-quiet">{text.peopleHint}</p>
      {shown.map(({ address, personName }) => (
        <Field key={address} label={<span className="jn-breakable">{address}</span>}>
          <div className="jn-with-clear">
            <Input aria-label={text.personAt(address)} value={names[address] ?? ''} maxLength={500} onChange={(_, { value }) => onChange({ ...names, [address]: value })} />
            {personName && !names[address] && <Button size="small" onClick={() => onChange({ ...names, [address]: personName })}>{personName}</Button>}
          </div>
        </Field>
      ))}
      {!whole && group.addresses.length > shown.length && <Button className="jn-queue-start" size="small" appearance="transparent" onClick={() => showWhole(true)}>{text.more}</Button>}
      {rest > 0 && <p className="jn-quiet">{text.moreAddresses(rest)}</p>}
    </fieldset>
  )
}
