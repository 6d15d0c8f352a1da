import { Badge, Button, Link, SearchBox } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useCounterparties, useRested } from '../api/journal-queries'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { BaseTabs } from '../parts/base-tabs'
import { useKeys } from '../parts/use-keys'
import { clientPlace, clientsPlace, go, placeHref, type Place } from '../view/hash-route'

/** The client base, searched by name, address or domain. */
export function ClientsPage({ place }: { place: Extract<Place, { page: 'clients' }> }) {
  const { text } = useSurroundings()
  const [typed, setTyped] = useState(new URLSearchParams(place.search).get('q') ?? '')
  const q = useRested(typed.trim())
  useEffect(() => { go(clientsPlace(q ? new URLSearchParams({ q }).toString() : ''), { replace: true }) }, [q])
  const list = useCounterparties(q)
  const clients = list.data?.pages.flatMap(({ items }) => items) ?? []
  useKeys({ '/': () => document.querySelector<HTMLInputElement>('.jn-search input')?.focus() })
  return (
    <div className="jn-left jn-client">
      <BaseTabs place={place} />
      <h1>{text.client.list}</h1>
      <SearchBox className="jn-search" value={typed} aria-label={text.client.find} placeholder={text.client.find} onChange={(_, { value }) => setTyped(value)} />
      {list.isPending && <DelayedSkeleton lines={10} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && clients.length === 0 && <div className="jn-empty"><h2>{text.client.empty}</h2><p>{text.client.emptyAdvice}</p></div>}
      <ul className="jn-clients">
        {clients.map((client) => (
          <li key={client.id}>
            <span className="jn-client-name"><Link href={placeHref(clientPlace(client.id))}>{client.name}</Link>
              {client.class && <Badge appearance="outline" color="informative" title={text.client.classTitle}>{text.client.class(client.class)}</Badge>}
              {client.vip && <Badge appearance="tint" color="warning">{text.client.vip}</Badge>}
            </span>
            <span className="jn-quiet jn-breakable">{[client.domains[0] ?? client.addresses[0], client.region, client.manager?.name].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{text.more}</Button>}
    </div>
  )
}
