import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { type Method, methods } from '@counterpane/shared/domain/codes'
import { ContactLine } from '@counterpane/shared/ui/contact-line'
import { FailureNote } from '../../app/failure-note'
import type { Failure } from '../../app/failure'
import { onDemand } from '../../app/on-demand'
import { useDates, useDeed, usePane, useTexts } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'

const ContactDetails = onDemand<{ contact: Contact }>(() => import(/* webpackChunkName: "history" */ './contact-details').then((part) => part.ContactDetails))
const useStyles = makeStyles({
  row: {
    display: 'block', width: 'calc(100% + 16px)', boxSizing: 'border-box', marginInline: '-8px', padding: '4px 8px', font: 'inherit', color: 'inherit', backgroundColor: 'transparent', textAlign: 'start',
    border: 'none', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  filters: { columnGap: 0, marginInlineEnd: '-4px' },
  filter: { fontSize: tokens.fontSizeBase200, padding: '4px', minWidth: '24px', minHeight: '24px', boxSizing: 'border-box' },
  on: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
})

const kinds: { name: 'allKinds' | 'emails' | 'callsAndMeetings'; methods: readonly Method[] }[] = [
  { name: 'allKinds', methods: [] }, { name: 'emails', methods: ['letter'] }, { name: 'callsAndMeetings', methods: methods.filter((one) => one === 'call' || one === 'meeting' || one === 'video-call') },
]

/** The client's contacts, newest first, opened in place; further pages and other kinds are asked for when wanted. */
export function HistoryList({ client }: { client: ClientView }) {
  const texts = useTexts()
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { api } = usePane()
  const [kind, setKind] = useState(kinds[0]!)
  const [more, setMore] = useState<{ items: Contact[]; nextCursor: string | null } | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const filtered = kind.methods.length > 0
  const wanted = useRef(kind)
  wanted.current = kind
  const whose = client.match.counterparty ? { counterpartyId: client.match.counterparty.id } : client.match.person ? { personId: client.match.person.id } : null
  const whoseId = client.match.counterparty?.id ?? client.match.person?.id
  useEffect(() => { setMore(null); setKind(kinds[0]!) }, [whoseId])

  const known = filtered ? [] : client.history.items
  const seen = new Set(known.map((contact) => contact.id))
  const items = [...known, ...(more?.items ?? []).filter((contact) => !seen.has(contact.id))]
  const cursor = more ? more.nextCursor : filtered ? null : client.history.nextCursor

  const load = (from: typeof kind, after: string | null, before: Contact[]) => deed(async () => {
    const page = await api('listContacts', { query: { ...whose, method: from.methods, limit: 20, cursor: after } })
    if (wanted.current === from) setMore({ items: [...before, ...page.items], nextCursor: page.nextCursor })
  })
  function show(other: typeof kind) {
    wanted.current = other
    setKind(other)
    setMore(null)
    if (other.methods.length > 0) void load(other, null, [])
  }
  if (!whose) return null
  return (
    <section className={pane.section} aria-label={texts.history}>
      <div className={pane.titleRow}>
        <h2 className={pane.title}>{texts.history}</h2>
        <div className={mergeClasses(pane.row, pane.push, styles.filters)} role="group" aria-label={texts.history}>
          {items.length + Number(filtered) > 0 && kinds.map((one) => <Link key={one.name} as="button" appearance="subtle" className={mergeClasses(styles.filter, one === kind && styles.on)} aria-pressed={one === kind} onClick={() => show(one)}>{texts[one.name]}</Link>)}
        </div>
      </div>
      {items.length === 0 && (!filtered || more) && <p className={pane.quiet}>{filtered ? texts.nothingOfKind : texts.noHistory}</p>}
      <ul className={pane.list}>
        {items.map((contact) => (
          <li key={contact.id}>
            <button type="button" className={styles.row} aria-expanded={open === contact.id} onClick={() => setOpen(open === contact.id ? null : contact.id)}>
              <ContactLine contact={contact} dates={dates} wrap={open === contact.id} />
            </button>
            {open === contact.id && <ContactDetails contact={contact} />}
          </li>
        ))}
      </ul>
      {cursor && <Button size="small" appearance="subtle" onClick={() => void load(kind, cursor, more?.items ?? [])}>{texts.more}</Button>}
      <FailureNote failure={failure} />
    </section>
  )
}
