import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button, Field } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { ClientPicker } from '../filters/client-picker'
import type { Named, SetDraft } from './contact-draft'
import { NameChips } from './name-chips'

interface Props { client: Named | null; set: SetDraft; clientLabel: string; clientHint: string }

/** The client, found as one types, or none. */
export function ClientField({ client, set, clientLabel, clientHint }: Props) {
  const { locale } = useSurroundings()
  return (
    <Field label={clientLabel}>
      <div className="jn-with-clear">
        <ClientPicker label={clientLabel} placeholder={clientHint} chosen={client} onChoose={(chosen) => set({ client: chosen })} />
        {client && <Button size="small" appearance="subtle" onClick={() => set({ client: null })}>{panelTexts[locale].withoutClient}</Button>}
      </div>
    </Field>
  )
}

/** Other clients that the contact involves too: a dealer and the end client. */
export function AlsoField({ client, also, set }: { client: Named | null; also: readonly Named[]; set: SetDraft }) {
  const { locale, text } = useSurroundings()
  const add = (chosen: Named) => { if (chosen.id !== client?.id && !also.some(({ id }) => id === chosen.id)) set({ also: [...also, chosen] }) }
  return (
    <Field label={text.contact.also}>
      <div className="jn-several">
        <NameChips label={text.contact.also} names={also} onRemove={(id) => set({ also: also.filter((one) => one.id !== id) })} />
        <ClientPicker label={text.contact.also} placeholder={panelTexts[locale].addClient} chosen={null} onChoose={add} />
      </div>
    </Field>
  )
}
