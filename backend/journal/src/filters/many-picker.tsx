import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { Combobox, Field, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import type { Named } from './filter-names'

interface Props {
  label: string; chosen: readonly Named[]; onChange: (ids: string[]) => void
  /** What fits the typed words; asked only while the list is open. */
  find: (typed: string, open: boolean) => { found: readonly Named[]; isPending: boolean }
  /** Where nothing chosen does not mean any. */
  nothing?: string | undefined; problem?: string | undefined
}
const shown = 100

/** "any of" over a long list, by typing: what is chosen comes first, and is named under the field. */
export function ManyPicker({ label, chosen, onChange, find, nothing, problem }: Props) {
  const { locale, text: say } = useSurroundings()
  const text = filterTexts[locale]
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const { found, isPending } = find(typed.trim(), open)
  const ids = chosen.map(({ id }) => id)
  const offered = [...(typed ? [] : chosen), ...found.filter(({ id }) => typed || !ids.includes(id))].slice(0, shown)
  return (
    <Field label={label} hint={chosen.length > 0 ? chosen.map(({ name }) => name).join(', ') : undefined} validationMessage={problem}>
      <Combobox
        multiselect freeform className="jn-many" placeholder={chosen.length > 0 ? text.chosen(chosen.length) : nothing ?? text.any} open={open} listbox={{ className: 'jn-listbox' }} expandIcon={{ 'aria-label': say.filter.showList(label) }}
        value={typed} selectedOptions={ids} onChange={(event) => { setTyped(event.target.value); setOpen(true) }}
        onOpenChange={(_, data) => { setOpen(data.open); if (!data.open) setTyped('') }}
        onOptionSelect={(_, { selectedOptions }) => onChange(selectedOptions.filter(Boolean))}
      >
        {offered.map(({ id, name }) => <Option key={id} value={id} text={name}><span className="jn-breakable">{name}</span></Option>)}
        {offered.length === 0 && <Option disabled value="" text="">{isPending ? text.searching : text.nothingFound}</Option>}
      </Combobox>
    </Field>
  )
}

/** A list that is here whole, narrowed by what is typed. */
export const inList = (list: readonly Named[]) => (typed: string) => ({ found: list.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())), isPending: false })
