import { Combobox, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useCounterparties, useRested } from '../api/journal-queries'

interface Client { id: string; name: string }
interface Props { label: string; placeholder: string; chosen: Client | null; onChoose: (client: Client) => void; id?: string; autoFocus?: boolean }

/** A client found by name, address or domain as one types. */
export function ClientPicker({ label, placeholder, chosen, onChoose, id, autoFocus }: Props) {
  const { text } = useSurroundings()
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const q = useRested((typed ?? '').trim())
  const { data, isPending } = useCounterparties(q, open)
  const found = data?.pages[0]?.items ?? []
  return (
    <Combobox
      id={id} autoFocus={autoFocus} className="jn-picker" freeform aria-label={label} placeholder={placeholder} title={chosen?.name ?? label} clearable={false} open={open} listbox={{ className: 'jn-listbox' }} expandIcon={{ 'aria-label': text.filter.showList(label) }}
      value={typed ?? chosen?.name ?? ''} selectedOptions={chosen ? [chosen.id] : []}
      onOpenChange={(_, data) => {
        setOpen(data.open)
        if (!data.open) setTyped(null)
      }}
      onChange={(event) => { setTyped(event.target.value); setOpen(true) }}
      onFocus={(event) => event.target.select()}
      onOptionSelect={(_, { optionValue }) => {
        const client = found.find((one) => one.id === optionValue)
        setTyped(null)
        if (client) onChoose({ id: client.id, name: client.name })
      }}
    >
      {found.map((client) => (
        <Option key={client.id} value={client.id} text={client.name}>
          <span className="jn-option"><span>{client.name}</span><small>{[client.domains[0] ?? client.addresses[0], client.region].filter(Boolean).join(' · ')}</small></span>
        </Option>
      ))}
      {found.length === 0 && <Option disabled value="" text="">{isPending ? text.filter.searching : text.filter.noClientFound}</Option>}
    </Combobox>
  )
}
