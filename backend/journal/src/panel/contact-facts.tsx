import type { Contact } from '@counterpane/shared/contract/contact'
import { words } from '@counterpane/shared/text/words'
import { Link } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'
import { clientPlace, placeHref } from '../view/hash-route'

/** The facts of a contact as names and values; what is not known is left out. */
export function ContactFacts({ contact, stateText }: { contact: Contact; stateText: string }) {
  const { text, locale } = useSurroundings()
  const say = text.contact
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ')
  const others = contact.managers.filter(({ id }) => id !== contact.manager?.id)
  const facts: [string, ReactNode][] = [
    [say.client, contact.counterparty ? <Link href={placeHref(clientPlace(contact.counterparty.id))}>{contact.counterparty.name}</Link> : text.list.noClient],
    [say.also, contact.also.map(({ id, name }, index) => <span key={id}>{index > 0 && ', '}<Link href={placeHref(clientPlace(id))}>{name}</Link></span>)],
    [say.persons, names(contact.persons)],
    [say.state, stateText],
    [others.length > 0 ? say.managers : say.manager, names([...(contact.manager ? [contact.manager] : []), ...others])],
    [say.registeredBy, contact.registeredBy && <>{contact.registeredBy.name}, <DateTime at={contact.createdAt} />, {say.source[contact.source]}</>],
    [say.type, contact.type?.name],
    [say.priority, words[locale].priority[contact.priority]],
    [say.firm, contact.firm?.name],
    [say.adSource, contact.adSource?.name],
    [say.comment, contact.comment && <span className="jn-prose">{contact.comment}</span>],
    [say.private, contact.private && '✓'],
  ]
  return (
    <dl className="jn-facts">
      {facts.filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value))).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}
