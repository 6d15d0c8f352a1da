import type { SavedView } from '@counterpane/shared/contract/journal'
import { viewTexts } from '@counterpane/shared/text/views-journal'
import { Button } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { lazy, useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useViewChanges, useViews } from '../api/view-queries'
import { LazyPart } from '../parts/lazy-part'
import { ProblemNotice } from '../parts/problem-notice'
import { useWidth } from '../table/visible-rows'
import { useOpenView, type OnScreen } from './use-open-view'
import { ViewMenu } from './view-menu'
import { ViewTabs } from './view-tabs'

const ViewDialog = lazy(() => import('./view-dialog').then(({ ViewDialog: dialog }) => ({ default: dialog })))
const DeleteViewDialog = lazy(() => import('./delete-view-dialog').then(({ DeleteViewDialog: dialog }) => ({ default: dialog })))
const none: readonly SavedView[] = []
/** What one view takes of the width, and what stands beside them all. */
const [ofOne, ofOthers] = [150, 210]

/** Own and shared views as one row of buttons; the open one can be saved, left, renamed, shared and deleted. */
export function SavedViewsBar(screen: OnScreen) {
  const { locale, text: journal } = useSurroundings()
  const text = viewTexts[locale].views
  const list = useViews()
  const views = list.data?.items ?? none
  const { open, changed, now, remember, apply, leave } = useOpenView(screen, views)
  const { patch } = useViewChanges()
  const bar = useRef<HTMLElement>(null)
  const room = Math.max(1, Math.min(8, Math.floor((useWidth(bar) - ofOthers - (changed ? 190 : 0)) / ofOne)))
  const [asking, ask] = useState<'save' | 'rename' | 'delete' | null>(null)
  const close = () => ask(null)
  const save = () => { if (open) patch.mutate({ view: open, body: { search: now.search, columns: now.columns, marks: now.marks } }) }
  return (
    <nav ref={bar} aria-label={text.label} className="jn-views">
      <ViewTabs views={views} open={open} room={room} onApply={apply} />
      {open && changed && <span className="jn-quiet jn-changed">{text.changed}</span>}
      {open && changed && open.mine && <Button size="small" disabled={patch.isPending} onClick={save}>{text.save}</Button>}
      {open && (
        <ViewMenu
          view={open} changed={changed} onSave={save} onSaveAs={() => ask('save')} onBack={() => apply(open)} onRename={() => ask('rename')} onShare={() => patch.mutate({ view: open, body: { shared: !open.shared } })}
          onDelete={() => ask('delete')} onLeave={leave}
        />
      )}
      <Button size="small" appearance="subtle" icon={<Add16Regular />} aria-label={text.add} title={text.add} onClick={() => ask('save')} />
      {views.length === 0 && list.data && <span className="jn-quiet jn-only-wide">{text.add}</span>}
      {list.error && !list.data && <span role="status" className="jn-quiet">{text.failed} <Button size="small" appearance="transparent" onClick={() => void list.refetch()}>{journal.retry}</Button></span>}
      {patch.error && asking === null && <ProblemNotice error={patch.error} onRetry={patch.reset} />}
      {(asking === 'save' || (asking === 'rename' && open)) && (
        <LazyPart lines={0}><ViewDialog view={screen.view} now={now} renamed={asking === 'rename' ? open : null} onClose={close} onSaved={({ id }) => { remember(id); close() }} /></LazyPart>
      )}
      {asking === 'delete' && open && <LazyPart lines={0}><DeleteViewDialog view={open} onClose={close} onDeleted={() => { remember(null); close() }} /></LazyPart>}
    </nav>
  )
}
