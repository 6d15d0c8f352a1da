import type { Counterparty } from '@counterpane/shared/contract/client'
import { Badge, Link } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { clientPlace, placeHref } from '../view/hash-route'

export function ClientLines({ clients, action }: { clients: readonly Counterparty[]; action?: (client: Counterparty) => ReactNode }) {
  const { text } = useSurroundings()
  return (
    <ul className="jn-clients jn-segment-clients">
      {clients.map((client) => (
        <li key={client.id}>
          <span className="jn-client-name"><Link href={placeHref(clientPlace(client.id))}>{client.name}</Link>
            {client.class && <Badge appearance="outline" color="informative" title={text.client.classTitle}>{text.client.class(client.class)}</Badge>}
            {client.vip && <Badge appearance="tint" color="warning">{text.client.vip}</Badge>}
          </span>
          <span className="jn-quiet jn-breakable">{[client.industry, client.region, client.manager?.name].filter(Boolean).join(' · ')}</span>
          {action?.(client)}
        </li>
      ))}
    </ul>
  )
}
