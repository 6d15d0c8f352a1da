import type { Counterparty } from '@counterpane/shared/contract/client'
import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { Button } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { usePersonsOf } from '../api/journal-queries'
import { useSubject } from '../parts/contact-subject'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { useKeys } from '../parts/use-keys'

const lastContacts = 20

/** The client's card as it goes on paper: who, people, details, the last contacts with what came of them, open tasks. */
export function ClientSheet({ client, onBack }: { client: Counterparty; onBack: () => void }) {
  const { call, text, locale } = useSurroundings()
  const { print: say, column, kinds, marks } = clientListTexts[locale]
  const me = useMe()
  const subject = useSubject()
  const persons = usePersonsOf(client.id)
  const contacts = useQuery({ queryKey: ['contacts', 'sheet', client.id], queryFn: ({ signal }) => call('listContacts', { query: { counterpartyId: client.id, status: 'held', sort: '-startsAt', limit: lastContacts }, signal }) })
  const tasks = useQuery({ queryKey: ['tasks', 'sheet', client.id], queryFn: ({ signal }) => call('listTasks', { query: { counterpartyId: client.id, done: false, limit: 50 }, signal }) })
  useKeys({ Escape: onBack })
  const waiting = [persons, contacts, tasks].some(({ isPending }) => isPending)
  const error = persons.error ?? contacts.error ?? tasks.error
  const day = (instant: string) => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(instant))
  const facts = [
    [column.kind, kinds[client.kind] ?? client.kind], [column.class, [client.class, client.vip && marks.vipWord].filter(Boolean).join(', ')], [text.client.responsible, client.manager?.name ?? text.client.nobody], [text.client.taxNumber, client.taxNumber],
    [column.status, client.status], [column.turnover, client.turnover], [text.client.industry, client.industry], [text.client.region, client.region], [column.adSource, client.adSource?.name], [text.client.addresses, client.addresses.join(', ')],
    [text.client.domains, client.domains.join(', ')], [text.client.phones, client.phones.join(', ')],
  ] as const
  return (
    <div className="jn-sheet-place">
      <div className="jn-sheet-tools">
        <Button icon={<ArrowLeft20Regular />} onClick={onBack}>{say.back}</Button>
        <Button icon={<Print20Regular />} appearance="primary" disabled={waiting} onClick={() => window.print()}>{say.print}</Button>
      </div>
      {error && <ProblemNotice error={error} onRetry={() => { for (const one of [persons, contacts, tasks]) if (one.error) void one.refetch() }} />}
      <article className="jn-sheet" aria-label={say.title} aria-busy={waiting}>
        <h1>{client.name}</h1>
        <dl className="jn-sheet-facts">{facts.filter(([, value]) => value).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        {waiting ? <DelayedSkeleton lines={8} /> : (
          <>
            <Part title={say.people} none={say.none} heads={[[say.name], [say.position], [say.reach]]} rows={(persons.data?.items ?? []).map(({ id, name, position, addresses, phones }) => [id, [name, position, [...phones, ...addresses].join(', ')]])} />
            {Object.keys(client.attributes).length + (client.loyalty ? 1 : 0) + (client.competitors ? 1 : 0) > 0 && <Details client={client} title={say.details} />}
            <Part title={say.contacts} none={say.none} heads={[[say.date, 'jn-sheet-date'], [say.what], [say.result], [say.by]]} rows={(contacts.data?.items ?? []).map((contact) => [contact.id, [day(contact.startsAt), subject(contact), contact.result && <span className="jn-sheet-result">{contact.result}</span>, contact.manager?.name]])} />
            <Part title={say.tasks} none={say.none} heads={[[say.term, 'jn-sheet-date'], [say.what], [say.by]]} rows={(tasks.data?.items ?? []).filter(({ kind }) => kind === 'task').map(({ id, dueAt, title, manager }) => [id, [day(dueAt), title, manager.name]])} />
          </>
        )}
        <p className="jn-sheet-made">{say.made(day(new Date().toISOString()), me.name)}</p>
      </article>
    </div>
  )
}

function Part({ title, none, heads, rows }: { title: string; none: string; heads: readonly (readonly [string, string?])[]; rows: readonly (readonly [string, readonly ReactNode[]])[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? <p>{none}</p> : (
        <table>
          <thead><tr>{heads.map(([name, style]) => <th key={name} scope="col" className={style}>{name}</th>)}</tr></thead>
          <tbody>{rows.map(([id, cells]) => <tr key={id}>{cells.map((cell, at) => <td key={heads[at]?.[0]}>{cell}</td>)}</tr>)}</tbody>
        </table>
      )}
    </section>
  )
}

function Details({ client, title }: { client: Counterparty; title: string }) {
  const { call, locale } = useSurroundings()
  const { data } = useQuery({ queryKey: ['attributes', 'counterparty', 'sheet'], queryFn: ({ signal }) => call('listAttributes', { query: { noun: 'counterparty' }, signal }) })
  const nameOf = (key: string) => { const found = data?.items.find((one) => one.key === key); return (locale === 'ru' && found?.nameRu) || found?.name || key }
  const shown = (value: unknown) => (value === true ? '✓' : value === false ? '–' : String(value))
  return (
    <section>
      <h2>{title}</h2>
      <dl className="jn-sheet-facts">{Object.entries(client.attributes).filter(([, value]) => value !== null && value !== '').map(([key, value]) => <div key={key}><dt>{nameOf(key)}</dt><dd>{shown(value)}</dd></div>)}</dl>
      {client.loyalty && <p>{client.loyalty}</p>}{client.competitors && <p>{client.competitors}</p>}
    </section>
  )
}
