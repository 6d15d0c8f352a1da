import type { Counterparty } from '@counterpane/shared/contract/client'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button } from '@fluentui/react-components'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ClientDetailsForm } from './client-details-form'
import { useClientSave } from './client-save'
import { DetailFacts } from './detail-facts'
import { useAttributes } from './segment-queries'
import '../styles/journal-segments.css'

/** What is known of a client beyond the head of its card, seen and changed in place. */
export function ClientDetails({ client }: { client: Counterparty }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale].details
  const definitions = useAttributes('counterparty').data?.items ?? []
  const [editing, edit] = useState<'no' | 'now' | 'done'>('no')
  const save = useClientSave(client.id)
  const close = () => { edit('done'); save.reset() }
  return (
    <section className="jn-more-details" aria-label={text.of(client.name)}>
      <h2>{text.title} {editing !== 'now' && <Button size="small" appearance="subtle" icon={<Edit16Regular />} aria-label={text.edit} title={text.edit} autoFocus={editing === 'done'} onClick={() => edit('now')} />}</h2>
      {editing === 'now'
        ? <ClientDetailsForm client={client} definitions={definitions} save={save} onDone={close} />
        : <DetailFacts attributes={client.attributes} definitions={definitions} facts={[
          [text.status, client.status], [text.class, client.class], [text.turnover, client.turnover], [text.industry, client.industry], [text.region, client.region],
          [text.source, client.adSource?.name], [text.loyalty, client.loyalty], [text.competitors, client.competitors],
        ]} />}
    </section>
  )
}
