import { Button, Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Counterparty, Found, Person } from '@counterpane/shared/contract/client'
import type { Contact } from '@counterpane/shared/contract/contact'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { ContactLine } from '@counterpane/shared/ui/contact-line'
import { type Failure, toFailure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { clientHref, journalTab } from '../../app/journal-links'
import { useDates, usePane, usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { Bones } from '../../app/waiting-screen'

interface Props { found: Found; backName: string; onBack: () => void; onClose: () => void; onForm: (form: 'call' | 'task' | 'note') => void }
interface Card { person: Person | null; client: Counterparty | null; contacts: Contact[] }
const latest = 5
const useStyles = makeStyles({ card: { outlineStyle: 'none' }, phone: { display: 'block', lineHeight: '24px' } })

/** A client or a person found by search: how to reach them, what was last, and what can be logged from here. */
export function FoundCard({ found, backName, onBack, onClose, onForm }: Props) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { api } = usePane()
  const [card, setCard] = useState<Card | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const clientId = found.kind === 'person' ? found.counterparty?.id : found.id
  useEffect(() => {
    let live = true
    Promise.all([
      found.kind === 'person' ? api('getPerson', { id: found.id }) : null, clientId ? api('getCounterparty', { id: clientId }) : null,
      api('listContacts', { query: { ...(clientId ? { counterpartyId: clientId } : { personId: found.id }), limit: latest } }),
    ]).then(([person, client, { items }]) => { if (live) setCard({ person, client, contacts: items }) }, (error: unknown) => { if (live) setFailure(toFailure(error)) })
    return () => { live = false }
  }, [api, found, clientId])
  useEffect(() => { place.current?.focus() }, [])
  const { person, client } = card ?? { person: null, client: null }
  const phones = [...new Set([...(person?.phones ?? []), ...(client?.phones ?? [])])]
  const addresses = person?.addresses ?? client?.addresses ?? []
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={found.name} className={mergeClasses(pane.panel, pane.stack, styles.card)} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onBack() } }}>
      <div>
        <h2 className={mergeClasses(pane.title, pane.plain)}>{found.name}</h2>
        <p className={pane.quiet}>{[person?.position, person && (client?.name ?? texts.noClient), client?.class && texts.clientClass(client.class), client?.vip && texts.vip].filter(Boolean).join(' · ')}</p>
      </div>
      {!card && !failure && <Bones />}
      {client?.manager && <p className={pane.quiet}>{texts.responsible(client.manager.name)}</p>}
      {card && (
        <p className={pane.plain}>
          {phones.length === 0 ? <span className={pane.quiet}>{own.noPhones}</span> : phones.map((phone) => <Link key={phone} className={styles.phone} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link>)}
          {addresses.map((address) => <span key={address} className={pane.quiet} style={{ display: 'block' }}>{address}</span>)}
        </p>
      )}
      {card && (
        <div className={pane.row}>
          <Button size="small" onClick={() => onForm('call')}>{texts.logCall}</Button>
          <Button size="small" onClick={() => onForm('task')}>{texts.task}</Button>
          <Button size="small" onClick={() => onForm('note')}>{texts.note}</Button>
        </div>
      )}
      {card && (card.contacts.length === 0 ? <p className={pane.quiet}>{texts.noContactsYet}</p> : (
        <ul className={mergeClasses(pane.list, pane.tight)}>{card.contacts.map((contact) => <li key={contact.id}><ContactLine contact={contact} dates={dates} /></li>)}</ul>
      ))}
      <div className={pane.row}>
        {clientId && <Link href={clientHref(clientId)} target={journalTab}>{own.openInJournal}</Link>}
        <Button size="small" onClick={onBack}>{backName}</Button>
        <Button size="small" onClick={onClose}>{texts.dismiss}</Button>
      </div>
      <FailureNote failure={failure} />
    </div>
  )
}
