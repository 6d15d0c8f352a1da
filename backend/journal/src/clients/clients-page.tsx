import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { listTexts } from '@counterpane/shared/text/list-journal'
import { Button } from '@fluentui/react-components'
import { ColumnTripleRegular } from '@fluentui/react-icons/svg/column-triple'
import { HighlightRegular } from '@fluentui/react-icons/svg/highlight'
import { useCallback, useMemo, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { BaseTabs } from '../parts/base-tabs'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { SightNote } from '../parts/sight-note'
import { useKeys } from '../parts/use-keys'
import { ColumnsDialog } from '../table/columns-dialog'
import { useColumns } from '../table/use-columns'
import { clientPlace, clientsPlace, go, readPlace, type Place } from '../view/hash-route'
import { ClientBulkBar } from './client-bulk-bar'
import { allClientColumns, clientColumnKind } from './client-columns'
import { ClientExportMenu } from './client-export-menu'
import { ClientFilters } from './client-filters'
import { ClientGrid } from './client-grid'
import { useClientCount, useClientRows } from './client-list-queries'
import { emptyView, isFiltered, readClientList, selectionOf, writeClientList, type ChangeClientList } from './client-list-view'
import { useClientMarks } from './client-marks'
import { ClientMarksDialog } from './client-marks-dialog'
import { ClientPreview } from './client-preview'
import { ClientSelectionBar } from './client-selection-bar'
import '../styles/journal-tasks.css'
import '../styles/journal-clients.css'

const nothing: ReadonlySet<string> = new Set()

/** The client base: narrowed, ordered, marked; one client stands beside the list without being opened. The address is the view. */
export function ClientsPage({ place }: { place: Extract<Place, { page: 'clients' }> }) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale]
  const view = useMemo(() => readClientList(place.search), [place.search])
  const change = useCallback<ChangeClientList>((part, { replace = false } = {}) => {
    const here = readPlace(window.location.hash)
    if (here.page === 'clients') go(clientsPlace(writeClientList({ ...readClientList(here.search), ...part })), { replace })
  }, [])
  const list = useClientRows(view)
  const count = useClientCount(view)
  const columns = useColumns(clientColumnKind)
  const { marks, setMarks } = useClientMarks()
  const [asking, ask] = useState<'columns' | 'marks' | null>(null)
  const shown = selectionOf(view)
  const [ticked, setTicked] = useState<{ of: string; ids: ReadonlySet<string> }>({ of: shown, ids: nothing })
  const ids = ticked.of === shown ? ticked.ids : nothing
  const tick = useCallback((next: ReadonlySet<string>) => setTicked({ of: shown, ids: next }), [shown])
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const chosen = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids])
  const { fetchNextPage, isFetchNextPageError } = list
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  useKeys({ '/': () => document.querySelector<HTMLInputElement>('.jn-search input')?.focus(), Escape: () => { if (view.at) change({ at: '' }); else if (ids.size > 0) tick(nothing) } })
  return (
    <div className="jn-journal" data-open={view.at ? true : undefined}>
      <div className="jn-left jn-client-base">
        <div className="jn-clients-top"><BaseTabs place={place} /><h1 className="jn-hidden">{say.title}</h1></div>
        <div className="jn-views-line">
          <div className="jn-views-place"><ClientSelectionBar view={view} change={change} columns={columns} /></div>
          <span className="jn-list-tools">
            <Button size="small" appearance="subtle" className="jn-tool" icon={<HighlightRegular />} aria-label={say.marks.button} title={say.marks.button} onClick={() => ask('marks')}><span className="jn-tool-name">{say.marks.button}</span></Button>
            <Button size="small" appearance="subtle" className="jn-tool" icon={<ColumnTripleRegular />} aria-label={listTexts[locale].columns.button} title={listTexts[locale].columns.button} onClick={() => ask('columns')}><span className="jn-tool-name">{listTexts[locale].columns.button}</span></Button>
            <ClientExportMenu view={view} columns={columns} ids={chosen.map(({ id }) => id)} />
          </span>
        </div>
        <ClientFilters view={view} change={change} />
        <ClientBulkBar rows={chosen} onClear={() => tick(nothing)} />
        {list.isPending && <DelayedSkeleton lines={12} />}
        {list.error && <div className="jn-notices"><ProblemNotice error={list.error} onRetry={() => void (isFetchNextPageError ? list.fetchNextPage() : list.refetch())} /></div>}
        {list.data && rows.length === 0 && <div className="jn-empty"><h2>{say.empty}</h2><p>{say.emptyAdvice}</p>{isFiltered(view) && <Button onClick={() => change({ ...emptyView, sort: view.sort })}>{say.clear}</Button>}</div>}
        {rows.length > 0 && (
          <ClientGrid
            key={shown} rows={rows} hasMore={list.hasNextPage && !isFetchNextPageError} busy={list.isFetchingNextPage || list.isPlaceholderData} onMore={onMore} columns={columns} marks={marks} sort={view.sort} onSort={(sort) => change({ sort })}
            at={view.at} onAt={(at) => change({ at }, { replace: view.at !== '' })} onOpen={(id) => go(clientPlace(id))} ticked={ids} onTicked={tick}
          />
        )}
        <footer className="jn-foot"><span role="status">{count.data ? say.count(count.data.count) : ''}</span><SightNote /></footer>
      </div>
      {view.at && <ClientPreview key={view.at} id={view.at} onClose={() => change({ at: '' })} onMerged={(at) => change({ at }, { replace: true })} />}
      {asking === 'columns' && <ColumnsDialog columns={columns} all={allClientColumns} names={say.column} onClose={() => ask(null)} />}
      {asking === 'marks' && <ClientMarksDialog marks={marks} onChange={setMarks} onClose={() => ask(null)} />}
    </div>
  )
}
