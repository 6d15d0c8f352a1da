import { Button, Link } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import { useCounterparty } from '../api/journal-queries'
import { clientPlace, placeHref, type ChangeView } from '../view/hash-route'
import type { JournalView } from '../view/journal-view'
import { ClientPicker } from './client-picker'

/** One client, found by typing; "all clients" is one click, and so is the client's card. */
export function ClientFilter({ view, change }: { view: JournalView; change: ChangeView }) {
  const { text } = useSurroundings()
  const { data } = useCounterparty(view.counterpartyId || null)
  return (
    <span className="jn-client-filter">
      <ClientPicker
        label={text.filter.client} placeholder={text.filter.findClient} chosen={view.counterpartyId ? { id: view.counterpartyId, name: data?.name ?? '…' } : null}
        onChoose={(client) => change({ counterpartyId: client.id, withoutClient: false })}
      />
      {view.counterpartyId && (
        <>
          <Button icon={<Dismiss16Regular />} size="small" appearance="subtle" aria-label={text.filter.allClients} title={text.filter.allClients} onClick={() => change({ counterpartyId: '' })} />
          <Link href={placeHref(clientPlace(view.counterpartyId))}>{text.filter.clientCard}</Link>
        </>
      )}
    </span>
  )
}
