import { lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { BulkBar } from '../bulk/bulk-bar'
import { useSurroundings } from '../api/journal-context'
import { useLiveRows } from '../api/live-rows'
import { ExportMenu } from '../exports/export-menu'
import { FilterBar } from '../filters/filter-bar'
import { useMarks } from '../marks/use-marks'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { LazyPart } from '../parts/lazy-part'
import { useKeys } from '../parts/use-keys'
import { SavedViewsBar } from '../saved-views/saved-views-bar'
import { ForgottenStrip } from '../strip/forgotten-strip'
import { go, useJournalView, type Place } from '../view/hash-route'
import { filtersQuery, writeView } from '../view/journal-view'
import { dateText, readLocal } from '../view/period'
import { ArrivedButton } from './arrived-button'
import { ContactGrid, type GridHandle } from './contact-grid'
import { EmptyJournal } from './empty-journal'
import { rowsQueryOf } from './first-rows'
import { ListFoot } from './list-foot'
import { ListNotices } from './list-notices'
import { ListTools } from './list-tools'
import { SelectionBar } from './selection-bar'
import { useColumns } from './use-columns'
import { useJournalData } from './use-journal-data'
import { useSelection } from './use-selection'

const ContactPanel = lazy(() => import('../panel/contact-panel').then(({ ContactPanel: panel }) => ({ default: panel })))
const LogContactDialog = lazy(() => import('../forms/log-contact-dialog').then(({ LogContactDialog: dialog }) => ({ default: dialog })))

/** Filters, the list and the contact that is open beside it. */
export function JournalPage({ place }: { place: Extract<Place, { page: 'journal' }> }) {
  const { text } = useSurroundings()
  const { view, change } = useJournalView(place)
  const day = dateText(new Date())
  const today = useMemo(() => readLocal(day) ?? new Date(), [day])
  const query = useMemo(() => rowsQueryOf(view, today), [view, today])
  const filters = useMemo(() => filtersQuery(view, today), [view, today])
  const [isListed, setListed] = useState(false)
  const live = useLiveRows(isListed)
  const data = useJournalData({ view, query, today, live })
  const columns = useColumns()
  const marks = useMarks()
  const grid = useRef<GridHandle>(null)
  const selection = useSelection(data.loaded, writeView(view))
  const [selecting, setSelecting] = useState(false)
  const [logging, setLogging] = useState(false)
  const openId = place.contactId
  // Where outcomes are owed one answers for many at once: the ticks stand there from the beginning.
  const answering = view.overdue || view.noOutcome

  // A bare address means "as this workplace left it"; it is written out at once, so that "back" has something to come back to.
  useEffect(() => { if (!place.search) go({ ...place, search: writeView(view) }, { replace: true }) }, [place, view])
  // The first rows come before everything else that wants a connection.
  const isThere = !data.isPending
  useEffect(() => { if (isThere) setListed(true) }, [isThere])

  const open = useCallback((id: string | null, replace = false) => go({ page: 'journal', search: writeView(view), contactId: id }, { replace }), [view])
  const openFromList = useCallback((id: string) => open(id), [open])
  const close = useCallback(() => {
    open(null)
    if (openId) grid.current?.focusId(openId)
  }, [openId, open])
  const step = (by: 1 | -1) => {
    const id = grid.current?.step(by, openId)
    if (openId && id) open(id, true)
  }
  useKeys({ x: () => grid.current?.tickCurrent(), j: () => step(1), k: () => step(-1), n: () => setLogging(true), '/': () => document.querySelector<HTMLInputElement>('.jn-search input')?.focus() })

  return (
    <div className="jn-journal" data-open={openId ? true : undefined}>
      <h1 className="jn-hidden">{text.journal}</h1>
      <div className="jn-left">
        <ForgottenStrip view={view} change={change} />
        <div className="jn-views-line">
          <div className="jn-views-place"><SavedViewsBar view={view} change={change} columns={columns} marks={marks} /></div>
          <ListTools view={view} change={change} columns={columns} marks={marks} selecting={selecting} onSelecting={setSelecting} />
          <ExportMenu view={view} columns={columns} />
        </div>
        <FilterBar view={view} change={change} onLog={() => setLogging(true)} />
        <ListNotices data={data} />
        {answering && <SelectionBar selection={selection} shown={data.shown} />}
        <BulkBar selection={selection} view={view} columns={columns} />
        {data.isPending && <DelayedSkeleton lines={14} />}
        {data.isEmpty && <EmptyJournal view={view} change={change} onLog={() => setLogging(true)} />}
        {data.contents.length > 0 && !data.isEmpty && (
          <div className="jn-grid-place">
            <ContactGrid
              contents={data.contents} view={view} change={change} columns={columns} marks={marks.marks} total={data.total} hasMore={data.hasMore} isLoadingMore={data.isLoadingMore} busy={data.isPlaceholder}
              watcher={data.watcher} onToggle={data.toggle} openId={openId} onOpen={openFromList} handle={grid} selection={selection} selecting={selecting || answering}
            />
            <ArrivedButton count={data.arrived} onShow={() => grid.current?.toTop()} />
          </div>
        )}
        <ListFoot data={data} filters={filters} selected={selection.ids.size} />
      </div>
      {openId && <LazyPart lines={10}><ContactPanel id={openId} onClose={close} onOpen={open} /></LazyPart>}
      {logging && <LazyPart lines={0}><LogContactDialog counterpartyId={view.counterpartyId[0] ?? null} onClose={() => setLogging(false)} onSaved={(id) => { setLogging(false); open(id) }} /></LazyPart>}
    </div>
  )
}
