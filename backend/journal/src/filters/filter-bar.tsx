import { methods, states, statuses } from '@counterpane/shared/domain/codes'
import { words } from '@counterpane/shared/text/words'
import { Button, ToggleButton } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Filter20Regular } from '@fluentui/react-icons/svg/filter'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import { isFiltered, withoutFilters, type JournalView } from '../view/journal-view'
import { ChoiceMenu } from './choice-menu'
import { ClientFilter } from './client-filter'
import { ManagerFilter } from './manager-filter'
import { PeriodFilter } from './period-filter'
import { TextFilter } from './text-filter'
import { TogglePair } from './toggle-pair'

interface Props { view: JournalView; change: ChangeView; onLog: () => void }

/** Everything that narrows the journal, in two rows; on a narrow screen the second folds behind one button. */
export function FilterBar({ view, change, onLog }: Props) {
  const { text, locale } = useSurroundings()
  const queries = useQueryClient()
  const [unfolded, unfold] = useState(false)
  const say = words[locale]
  return (
    <section className="jn-filters" aria-label={text.filter.label} data-unfolded={unfolded || undefined}>
      <div className="jn-bar">
        <PeriodFilter view={view} change={change} />
        <TextFilter q={view.q} change={change} />
        <span className="jn-quick">
          <Button size="small" appearance="transparent" onClick={() => change({ ...withoutFilters(view), period: 'all', overdue: true })}>{text.filter.overdueAll}</Button>
          <Button size="small" appearance="transparent" onClick={() => change({ ...withoutFilters(view), period: 'all', withoutClient: true })}>{text.filter.withoutClient}</Button>
        </span>
        <span className="jn-grow" />
        <Button className="jn-unfold" icon={<Filter20Regular />} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>{unfolded ? text.filter.hide : text.filter.show}</Button>
        <Button icon={<ArrowClockwise20Regular />} appearance="subtle" aria-label={text.list.refresh} title={text.list.refresh} onClick={() => void queries.invalidateQueries()} />
        <Button className="jn-log" icon={<Add20Regular />} appearance="primary" onClick={onLog} aria-label={text.list.log} title={`${text.list.log} (n)`}><span className="jn-log-words">{text.list.log}</span></Button>
      </div>
      <div className="jn-bar jn-folding">
        <ClientFilter view={view} change={change} />
        <ManagerFilter managerId={view.managerId} change={change} />
        <ChoiceMenu label={text.filter.method} options={methods.map((value) => ({ value, name: say.method[value] }))} chosen={view.method} onChange={(method) => change({ method })} />
        <ChoiceMenu label={text.filter.state} options={states.map((value) => ({ value, name: say.state[value] }))} chosen={view.state} onChange={(state) => change({ state })} />
        <ChoiceMenu
          label={text.filter.status} options={[...statuses.map((value) => ({ value, name: say.status[value] })), { value: 'overdue' as const, name: text.filter.overdue }]}
          chosen={view.overdue ? ['overdue' as const] : view.status}
          onChange={(chosen) => {
            // Overdue is a planned contact whose time has passed: it is chosen by itself, and any other status leaves it.
            const overdue = chosen.includes('overdue') && !view.overdue
            const status = chosen.filter((one) => one !== 'overdue')
            change({ overdue, status: overdue || status.length === statuses.length ? [] : status })
          }}
        />
        <ToggleGroup view={view} change={change} />
        {(isFiltered(view)) && <Button size="small" appearance="transparent" onClick={() => change(withoutFilters(view))}>{text.filter.clear}</Button>}
        {view.withoutClient && <ToggleButton size="small" checked onClick={() => change({ withoutClient: false })}>{text.filter.withoutClient} ✕</ToggleButton>}
      </div>
    </section>
  )
}

function ToggleGroup({ view, change }: { view: JournalView; change: ChangeView }) {
  const { text } = useSurroundings()
  return (
    <span role="group" aria-label={text.filter.toggles} className="jn-toggles">
      <TogglePair view={view} change={change} pair="held" />
      <TogglePair view={view} change={change} pair="direction" />
    </span>
  )
}
