import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { Button, Link } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import { useCounterparty } from '../api/journal-queries'
import { clientPlace, placeHref, type ChangeView } from '../view/hash-route'
import type { JournalView } from '../view/journal-view'
import { ClientPicker } from './client-picker'

/** One client, found by typing (several are chosen in the drawer); "all clients" is one click, and so is the client's card. */
export function ClientFilter({ view, change }: { view: JournalView; change: ChangeView }) {
  const { text, locale } = useSurroundings()
  const [only = null, ...others] = view.counterpartyId
  const { data } = useCounterparty(only)
  return (
    <span className="jn-client-filter">
      <ClientPicker
        label={text.filter.client} placeholder={text.filter.findClient} chosen={only ? { id: only, name: others.length > 0 ? filterTexts[locale].chosen(others.length + 1) : data?.name ?? '…' } : null}
        onChoose={(client) => change({ counterpartyId: [client.id], withoutClient: false, noNextStep: false })}
      />
      {only && (
        <>
          <Button icon={<Dismiss16Regular />} size="small" appearance="subtle" aria-label={text.filter.allClients} title={text.filter.allClients} onClick={() => change({ counterpartyId: [] })} />
          {others.length === 0 && <Link href={placeHref(clientPlace(only))}>{text.filter.clientCard}</Link>}
        </>
      )}
    </span>
  )
}
