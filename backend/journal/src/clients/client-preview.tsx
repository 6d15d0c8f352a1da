import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { Button, Link } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import { useCounterparty } from '../api/journal-queries'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { clientPlace, contactsOfClient, go, placeHref } from '../view/hash-route'
import { ClientFeed } from './client-feed'
import { ClientHead } from './client-head'
import { ClientPeople } from './client-people'
import { NoClient } from './merged-away'
import { StandingPart } from './standing-part'

/** One client beside the list, without leaving it: who, what next, what was last, people, and the feed. */
export function ClientPreview({ id, onClose, onMerged }: { id: string; onClose: () => void; onMerged: (survivorId: string) => void }) {
  const { text, locale } = useSurroundings()
  const say = clientListTexts[locale].preview
  const { data: client, error, isPending, refetch } = useCounterparty(id)
  const open = (contactId: string) => go({ page: 'client', id, contactId })
  return (
    <aside className="jn-panel jn-client-preview" aria-label={say.label}>
      <Button className="jn-panel-close" appearance="subtle" icon={<Dismiss20Regular />} aria-label={say.close} title={`${say.close} (Esc)`} onClick={onClose} />
      {isPending && <DelayedSkeleton lines={8} />}
      {error && <NoClient id={id} error={error} onRetry={() => void refetch()} onMerged={onMerged} />}
      {client && (
        <>
          <ClientHead client={client} heading="h2">
            <Link href={placeHref(clientPlace(id))}>{say.open}</Link>
            <Link href={placeHref(contactsOfClient(id))}>{text.client.toJournal}</Link>
          </ClientHead>
          <StandingPart counterpartyId={id} onOpen={open} />
          <ClientPeople counterpartyId={id} />
          <ClientFeed counterpartyId={id} openId={null} freshId={null} onOpen={open} />
        </>
      )}
    </aside>
  )
}
