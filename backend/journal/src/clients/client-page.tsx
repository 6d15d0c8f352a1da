import type { Contact } from '@counterpane/shared/contract/contact'
import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { feedTexts } from '@counterpane/shared/text/feed-journal'
import { Button, Link } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { Edit20Regular } from '@fluentui/react-icons/svg/edit'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, useCallback, useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useCounterparty } from '../api/journal-queries'
import { useSubject } from '../parts/contact-subject'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { LazyPart } from '../parts/lazy-part'
import { useKeys } from '../parts/use-keys'
import { contactsOfClient, go, placeHref, type Place } from '../view/hash-route'
import { ClientFeed } from './client-feed'
import { ClientHead } from './client-head'
import { ClientPeople } from './client-people'
import { MergedInto, NoClient } from './merged-away'
import { ClientDetails } from '../segments/client-details'
import { StandingPart } from './standing-part'
import '../styles/journal-tasks.css'
import '../styles/journal-clients.css'

const ContactPanel = lazy(() => import('../panel/contact-panel').then(({ ContactPanel: panel }) => ({ default: panel })))
const ClientSheet = lazy(() => import('./client-sheet').then(({ ClientSheet: sheet }) => ({ default: sheet })))
const ClientFactsForm = lazy(() => import('./client-facts-form').then(({ ClientFactsForm: form }) => ({ default: form })))
const LogContactDialog = lazy(() => import('../forms/log-contact-dialog').then(({ LogContactDialog: dialog }) => ({ default: dialog })))

/** One client: who they are, and everything with them by date. A contact opens beside the feed. */
export function ClientPage({ place }: { place: Extract<Place, { page: 'client' }> }) {
  const { text, locale } = useSurroundings()
  const say = feedTexts[locale].logged
  const list = clientListTexts[locale]
  const subject = useSubject()
  const queries = useQueryClient()
  const { data: client, error, isPending, refetch } = useCounterparty(place.id)
  const [logging, setLogging] = useState(false)
  const [editing, edit] = useState(false)
  const [printing, print] = useState(false)
  const [fresh, setFresh] = useState<Contact | null>(null)
  const open = useCallback((contactId: string | null) => go({ page: 'client', id: place.id, contactId }), [place.id])
  const name = client?.name
  useEffect(() => { if (name) document.title = `${name} · ${text.appName}` }, [name, text])
  // The dialog leaves what it has saved where every contact is kept.
  const onLogged = (id: string) => {
    setLogging(false)
    setFresh(queries.getQueryData<Contact>(['contact', id]) ?? null)
  }
  useKeys({ n: () => setLogging(true) })
  if (client && printing) return <LazyPart lines={10}><ClientSheet client={client} onBack={() => print(false)} /></LazyPart>
  return (
    <div className="jn-journal" data-open={place.contactId ? true : undefined}>
      <div className="jn-left jn-client">
        {isPending && <DelayedSkeleton lines={8} />}
        {error && <NoClient id={place.id} error={error} onRetry={() => void refetch()} onMerged={(id) => go({ page: 'client', id, contactId: place.contactId }, { replace: true })} />}
        {client && (
          <>
            <MergedInto client={client} />
            <ClientHead client={client}>
              <Link href={placeHref(contactsOfClient(client.id))}>{text.client.toJournal}</Link>
              <Button icon={<Edit20Regular />} appearance="subtle" onClick={() => edit(true)}>{list.edit.button}</Button>
              <Button icon={<Print20Regular />} appearance="subtle" onClick={() => print(true)}>{list.print.button}</Button>
              <Button icon={<Add20Regular />} appearance="primary" onClick={() => setLogging(true)}>{text.list.log}</Button>
            </ClientHead>
            {editing && <LazyPart lines={6}><ClientFactsForm client={client} onDone={() => edit(false)} /></LazyPart>}
            <p role="status" className="jn-logged" data-said={fresh ? true : undefined}>
              {fresh && <><span className="jn-breakable">{(fresh.counterparty?.id === client.id ? say.here : say.elsewhere)(subject(fresh))}</span> <Link as="button" onClick={() => open(fresh.id)}>{say.open}</Link></>}
            </p>
            <StandingPart counterpartyId={client.id} onOpen={open} />
            <div className="jn-client-columns">
              <ClientFeed counterpartyId={client.id} openId={place.contactId} freshId={fresh?.id ?? null} onOpen={open} />
              <div className="jn-client-aside"><ClientPeople counterpartyId={client.id} /><ClientDetails client={client} /></div>
            </div>
          </>
        )}
      </div>
      {place.contactId && <LazyPart lines={10}><ContactPanel id={place.contactId} onClose={() => open(null)} onOpen={open} /></LazyPart>}
      {logging && <LazyPart lines={0}><LogContactDialog counterpartyId={place.id} onClose={() => setLogging(false)} onSaved={onLogged} /></LazyPart>}
    </div>
  )
}
