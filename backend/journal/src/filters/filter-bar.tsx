import { methods, states, statuses } from '@counterpane/shared/domain/codes'
import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { words } from '@counterpane/shared/text/words'
import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Filter20Regular } from '@fluentui/react-icons/svg/filter'
import { Options20Regular } from '@fluentui/react-icons/svg/options'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { letStraysGo } from '../api/fitting-rows'
import { useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import type { ChangeView } from '../view/hash-route'
import { chooseStatuses, chosenStatuses } from '../view/held-toggles'
import type { JournalView } from '../view/journal-view'
import { ActiveFilters } from './active-filters'
import { ChoiceMenu } from './choice-menu'
import { ClientFilter } from './client-filter'
import { filterChips, inDrawer } from './filter-chips'
import { useFilterNames } from './filter-names'
import { ManagerFilter } from './manager-filter'
import { PeriodFilter } from './period-filter'
import { TextFilter } from './text-filter'
import { TogglePair } from './toggle-pair'
import { UnknownNotice } from './unknown-notice'

const MoreFilters = lazy(() => import('./more-filters').then(({ MoreFilters: drawer }) => ({ default: drawer })))
interface Props { view: JournalView; change: ChangeView; onLog: () => void }

/** Everything that narrows the journal: the main filters in two rows, the others behind one button, all that are active as chips. On a narrow screen the second row folds. */
export function FilterBar({ view, change, onLog }: Props) {
  const { text, locale } = useSurroundings()
  const queries = useQueryClient()
  const [unfolded, unfold] = useState(false)
  const { nameOf } = useFilterNames(view)
  const chips = filterChips(view, { locale, nameOf, now: new Date() })
  return (
    <section className="jn-filters" aria-label={text.filter.label} data-unfolded={unfolded || undefined}>
      <UnknownNotice change={change} />
      <div className="jn-bar">
        <PeriodFilter view={view} change={change} />
        <TextFilter q={view.q} label={text.filter.search} hint={text.filter.searchHint} onSearch={(q) => change({ q }, { replace: true })} />
        <MoreButton view={view} change={change} count={inDrawer(chips)} />
        <span className="jn-grow" />
        <Button className="jn-unfold" icon={<Filter20Regular />} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>{unfolded ? text.filter.hide : text.filter.show}</Button>
        <Button icon={<ArrowClockwise20Regular />} appearance="subtle" aria-label={text.list.refresh} title={text.list.refresh} onClick={() => { letStraysGo(queries); void queries.invalidateQueries() }} />
        <Button className="jn-log" icon={<Add20Regular />} appearance="primary" onClick={onLog} aria-label={text.list.log} title={`${text.list.log} (n)`}><span className="jn-log-words">{text.list.log}</span></Button>
      </div>
      <div className="jn-bar jn-folding">
        <ClientFilter view={view} change={change} />
        <ManagerFilter managerId={view.managerId} change={change} />
        <CodeMenus view={view} change={change} />
        <span role="group" aria-label={text.filter.toggles} className="jn-toggles">
          <TogglePair view={view} change={change} pair="held" />
          <TogglePair view={view} change={change} pair="direction" />
        </span>
      </div>
      <ActiveFilters chips={chips} view={view} change={change} />
    </section>
  )
}

function CodeMenus({ view, change }: { view: JournalView; change: ChangeView }) {
  const { text, locale } = useSurroundings()
  const say = words[locale]
  return (
    <>
      <ChoiceMenu label={text.filter.method} options={methods.map((value) => ({ value, name: say.method[value] }))} chosen={view.method} onChange={(method) => change({ method })} />
      <ChoiceMenu label={text.filter.state} options={states.map((value) => ({ value, name: say.state[value] }))} chosen={view.state} onChange={(state) => change({ state })} />
      <ChoiceMenu
        label={text.filter.status} options={[...statuses.map((value) => ({ value, name: say.status[value] })), { value: 'overdue' as const, name: text.filter.overdue }]}
        chosen={chosenStatuses(view)} onChange={(chosen) => change(chooseStatuses(view, chosen))}
      />
    </>
  )
}

function MoreButton({ view, change, count }: { view: JournalView; change: ChangeView; count: number }) {
  const { locale } = useSurroundings()
  const text = filterTexts[locale]
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="jn-more-filters jn-choice" icon={<Options20Regular />} data-active={count > 0 || undefined} aria-haspopup="dialog" onClick={() => setOpen(true)}>{count > 0 ? text.moreCount(count) : text.more}</Button>
      {open && <LazyPart lines={0}><MoreFilters view={view} change={change} onClose={() => setOpen(false)} /></LazyPart>}
    </>
  )
}
