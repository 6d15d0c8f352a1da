import type { Counterparty } from '@counterpane/shared/contract/client'
import { Badge } from '@fluentui/react-components'
import { Star16Filled } from '@fluentui/react-icons/svg/star'
import type { ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'

/** Who the client is: name, class, VIP, responsible, how to reach them. */
export function ClientHead({ client, heading: Heading = 'h1', children }: { client: Counterparty; heading?: 'h1' | 'h2'; children: ReactNode }) {
  const { text } = useSurroundings()
  const facts = [
    [text.client.responsible, client.manager?.name ?? text.client.nobody], [text.client.addresses, client.addresses.join(', ')], [text.client.domains, client.domains.join(', ')],
    [text.client.phones, client.phones.join(', ')], [text.client.industry, client.industry], [text.client.region, client.region], [text.client.taxNumber, client.taxNumber],
  ] as const
  return (
    <header className="jn-client-head">
      <div className="jn-client-title">
        <Heading>{client.name}</Heading>
        {client.class && <Badge appearance="outline" color="informative" title={text.client.classTitle}>{text.client.class(client.class)}</Badge>}
        {client.vip && <Badge appearance="tint" color="warning" icon={<Star16Filled aria-hidden="true" />}>{text.client.vip}</Badge>}
      </div>
      <dl className="jn-client-facts">{facts.filter(([, value]) => value).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <div className="jn-buttons">{children}</div>
    </header>
  )
}
