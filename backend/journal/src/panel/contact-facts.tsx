import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { Link } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useSurroundings } from '../api/journal-context'
import { detailsOf } from '../forms/detail-values'
import { DateTime } from '../parts/date-time'
import { clientPlace, placeHref } from '../view/hash-route'
import { DetailValue } from './detail-value'

/** The facts of a contact as names and values; what is not known is left out. */
export function ContactFacts({ contact, stateText, masked }: { contact: Contact; stateText: string; masked: boolean }) {
  const { text, locale } = useSurroundings()
  const say = text.contact
  const panel = panelTexts[locale]
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ')
  const others = contact.managers.filter(({ id }) => id !== contact.manager?.id)
  const access = [contact.private && panel.privateLabel, contact.visibility !== 'full' && panel.visibility[contact.visibility]].filter(Boolean).join(', ')
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
    [say.comment, contact.comment && <span className="jn-prose" dir="auto">{contact.comment}</span>],
    [panel.part.access, access],
  ]
  const details = detailsOf(contact.attributes)
  return (
    <>
      <dl className="jn-facts">
        {facts.filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value))).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      {masked && <p className="jn-quiet">{panel.masked}</p>}
      {details.length > 0 && (
        <section>
          <h3>{panel.part.details}</h3>
          <dl className="jn-facts">{details.map((detail, index) => <div key={index}><dt className="jn-breakable" dir="auto">{detail.name}</dt><dd><DetailValue detail={detail} /></dd></div>)}</dl>
        </section>
      )}
    </>
  )
}
