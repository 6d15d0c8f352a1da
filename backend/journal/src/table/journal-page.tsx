import { lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useContacts } from '../api/journal-queries'
import { FilterBar } from '../filters/filter-bar'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { LazyPart } from '../parts/lazy-part'
import { useKeys } from '../parts/use-keys'
import { go, useJournalView, type Place } from '../view/hash-route'
import { contactsQuery, writeView } from '../view/journal-view'
import { dateText, readLocal } from '../view/period'
import { ContactGrid, type GridHandle } from './contact-grid'
import { EmptyJournal } from './empty-journal'
import { ListNotices } from './list-notices'
import { SelectionBar } from './selection-bar'
import { useSelection } from './use-selection'

const ContactPanel = lazy(() => import('../panel/contact-panel').then(({ ContactPanel: panel }) => ({ default: panel })))
const LogContactDialog = lazy(() => import('../forms/log-contact-dialog').then(({ LogContactDialog: dialog }) => ({ default: dialog })))

/** Filters, the list and the contact that is open beside it. */
export function JournalPage({ place }: { place: Extract<Place, { page: 'journal' }> }) {
  const { text } = useSurroundings()
  const { view, change } = useJournalView(place)
  const today = dateText(new Date())
  const query = useMemo(() => contactsQuery(view, readLocal(today) ?? new Date()), [view, today])
  const list = useContacts(query)
  const contacts = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const grid = useRef<GridHandle>(null)
  const selection = useSelection(contacts, writeView(view))
  const [logging, setLogging] = useState(false)
  const openId = place.contactId

  // A bare address means "as this workplace left it"; it is written out at once, so that "back" has something to come back to.
  useEffect(() => { if (!place.search) go({ ...place, search: writeView(view) }, { replace: true }) }, [place, view])

  const open = useCallback((id: string | null, replace = false) => go({ page: 'journal', search: writeView(view), contactId: id }, { replace }), [view])
  const openFromList = useCallback((id: string) => open(id), [open])
  const close = useCallback(() => {
    const index = contacts.findIndex(({ id }) => id === openId)
    open(null)
    if (index >= 0) grid.current?.focusRow(index)
  }, [contacts, openId, open])
  const step = (by: 1 | -1) => {
    const focused = document.activeElement?.closest('[data-index]') !== null
    const from = openId ? contacts.findIndex(({ id }) => id === openId) : focused ? (grid.current?.current() ?? -1) : -1
    const index = Math.min(contacts.length - 1, Math.max(0, from + by))
    const target = contacts[index]
    if (!target) return
    grid.current?.focusRow(index)
    if (openId) open(target.id, true)
  }
  const tick = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-index]')
    const focused = row ? contacts[Number(row.dataset.index)] : undefined
    if (view.overdue && focused) selection.toggle(focused.id)
  }
  useKeys({ x: tick, j: () => step(1), k: () => step(-1), n: () => setLogging(true), '/': () => document.querySelector<HTMLInputElement>('.jn-search input')?.focus() })

  const isEmpty = list.data !== undefined && contacts.length === 0
  return (
    <div className="jn-journal" data-open={openId ? true : undefined}>
      <h1 className="jn-hidden">{text.journal}</h1>
      <div className="jn-left">
        <FilterBar view={view} change={change} onLog={() => setLogging(true)} />
        <ListNotices list={list} />
        {view.overdue && <SelectionBar contacts={contacts} selection={selection} />}
        {list.isPending && <DelayedSkeleton lines={14} />}
        {isEmpty && <EmptyJournal view={view} change={change} onLog={() => setLogging(true)} />}
        {contacts.length > 0 && (
          <ContactGrid
            contacts={contacts} view={view} change={change} hasMore={list.hasNextPage} isLoadingMore={list.isFetchingNextPage} loadMore={list.fetchNextPage}
            busy={list.isPlaceholderData} openId={openId} onOpen={openFromList} handle={grid} selection={view.overdue ? selection : null}
          />
        )}
        <footer className="jn-foot">
          <span role="status">{list.data && !list.isPlaceholderData && text.list.shown(contacts.length, list.hasNextPage)}</span>
          <span className="jn-only-wide">{text.list.keysHint}</span>
        </footer>
      </div>
      {openId && <LazyPart lines={10}><ContactPanel id={openId} known={contacts.find(({ id }) => id === openId)} onClose={close} onOpen={open} /></LazyPart>}
      {logging && <LazyPart><LogContactDialog counterpartyId={view.counterpartyId || null} onClose={() => setLogging(false)} onSaved={(id) => { setLogging(false); open(id) }} /></LazyPart>}
    </div>
  )
}
