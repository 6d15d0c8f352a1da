import { clientListTexts } from '@counterpane/shared/text/client-list-journal'
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { Filter20Regular } from '@fluentui/react-icons/svg/filter'
import { Options20Regular } from '@fluentui/react-icons/svg/options'
import { useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { useDictionaries, useManagers } from '../api/journal-queries'
import { ChoiceMenu } from '../filters/choice-menu'
import { TextFilter } from '../filters/text-filter'
import { useClientWords, useSegmentChoices } from './client-list-queries'
import { emptyView, isFiltered, type ChangeClientList, type ClientListView } from './client-list-view'

interface Props { view: ClientListView; change: ChangeClientList }
const silences = [7, 14, 30, 60, 90, 180, 365]

/** Everything by which the list is narrowed; the less asked for stands behind one button. */
export function ClientFilters({ view, change }: Props) {
  const { text, locale } = useSurroundings()
  const say = clientListTexts[locale]
  const me = useMe()
  const { data: words } = useClientWords()
  const { data: managers } = useManagers()
  const hidden = view.kind.length + view.industry.length + view.region.length + view.turnover.length + view.adSourceId.length + view.teamId.length + (view.hasOpenTasks !== null ? 1 : 0) + (view.createdFrom ? 1 : 0) + (view.createdTo ? 1 : 0) > 0
  const [more, setMore] = useState(hidden)
  const [unfolded, unfold] = useState(false)
  const choices = (list: readonly string[] | undefined, chosen: readonly string[], withNone = true) =>
    [...new Set([...(list ?? []), ...chosen.filter((one) => one !== 'none')])].map((value) => ({ value, name: value })).concat(withNone ? [{ value: 'none', name: say.none }] : [])
  const mine = view.managerId.length === 1 && view.managerId[0] === me.id
  return (
    <section className="jn-filters" aria-label={say.filters} data-unfolded={unfolded || undefined}>
      <div className="jn-bar">
        <TextFilter q={view.q} label={text.client.find} hint={text.client.find} onSearch={(q) => change({ q }, { replace: true })} />
        <Button className="jn-unfold" icon={<Filter20Regular />} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>{unfolded ? text.filter.hide : text.filter.show}</Button>
      </div>
      <div className="jn-bar jn-foldable">
        <Button size="medium" className="jn-choice" aria-pressed={mine} data-active={mine || undefined} onClick={() => change({ managerId: mine ? [] : [me.id] })}>{say.mine}</Button>
        <ChoiceMenu label={say.manager} options={[...(managers?.items ?? []).map(({ id, name }) => ({ value: id, name })), { value: 'none', name: say.none }]} chosen={view.managerId} onChange={(managerId) => change({ managerId })} />
        <ChoiceMenu label={say.column.class} options={choices(words?.class, view.class)} chosen={view.class} onChange={(chosen) => change({ class: chosen })} />
        <ChoiceMenu label={say.column.status} options={choices(words?.status, view.status)} chosen={view.status} onChange={(status) => change({ status })} />
        <Maybe label={say.vip} yes={say.yes} no={say.no} value={view.vip} onChange={(vip) => change({ vip })} />
        <label className="jn-labelled">{say.silent}
          <Select value={view.silentDays} onChange={(_, { value }) => change({ silentDays: value })}>
            <option value="">{say.silentAny}</option>
            {[...new Set([...silences.map(String), ...(view.silentDays ? [view.silentDays] : [])])].map((days) => <option key={days} value={days}>{say.silentDays(Number(days))}</option>)}
          </Select>
        </label>
        <Maybe label={say.nextStep} yes={say.hasNext} no={say.hasNoNext} value={view.hasNextStep} onChange={(hasNextStep) => change({ hasNextStep })} />
        <Segments view={view} change={change} />
        <Button className="jn-choice" icon={<Options20Regular />} aria-expanded={more} data-active={hidden || undefined} onClick={() => setMore(!more)}>{more ? say.fewer : say.more}</Button>
        {isFiltered(view) && <Button appearance="subtle" onClick={() => change({ ...emptyView, sort: view.sort, at: view.at })}>{say.clear}</Button>}
      </div>
      {more && <div className="jn-bar jn-foldable"><Further view={view} change={change} choices={choices} /></div>}
    </section>
  )
}

function Further({ view, change, choices }: Props & { choices: (list: readonly string[] | undefined, chosen: readonly string[], withNone?: boolean) => { value: string; name: string }[] }) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale]
  const { data: words } = useClientWords()
  const { data: dictionaries } = useDictionaries()
  const named = (list: readonly { id: string; name: string }[] | undefined) => (list ?? []).map(({ id, name }) => ({ value: id, name }))
  return (
    <>
      <ChoiceMenu label={say.column.kind} options={choices(words?.kind, view.kind, false).map(({ value }) => ({ value, name: say.kinds[value] ?? value }))} chosen={view.kind} onChange={(kind) => change({ kind })} />
      <ChoiceMenu label={say.column.industry} options={choices(words?.industry, view.industry)} chosen={view.industry} onChange={(industry) => change({ industry })} />
      <ChoiceMenu label={say.column.region} options={choices(words?.region, view.region)} chosen={view.region} onChange={(region) => change({ region })} />
      <ChoiceMenu label={say.column.turnover} options={choices(words?.turnover, view.turnover)} chosen={view.turnover} onChange={(turnover) => change({ turnover })} />
      <ChoiceMenu label={say.source} options={[...named(dictionaries?.adSources), { value: 'none', name: say.none }]} chosen={view.adSourceId} onChange={(adSourceId) => change({ adSourceId })} />
      <ChoiceMenu label={say.team} options={named(dictionaries?.teams)} chosen={view.teamId} onChange={(teamId) => change({ teamId })} />
      <Maybe label={say.tasks} yes={say.hasTasks} no={say.hasNoTasks} value={view.hasOpenTasks} onChange={(hasOpenTasks) => change({ hasOpenTasks })} />
      <Field label={say.createdFrom} orientation="horizontal" className="jn-day-field"><Input type="date" value={view.createdFrom} onChange={(_, { value }) => change({ createdFrom: value })} /></Field>
      <Field label={say.createdTo} orientation="horizontal" className="jn-day-field"><Input type="date" value={view.createdTo} onChange={(_, { value }) => change({ createdTo: value })} /></Field>
    </>
  )
}

function Maybe({ label, yes, no, value, onChange }: { label: string; yes: string; no: string; value: boolean | null; onChange: (value: boolean | null) => void }) {
  const chosen = value === null ? [] : [value ? 'yes' : 'no']
  return <ChoiceMenu label={label} options={[{ value: 'yes', name: yes }, { value: 'no', name: no }]} chosen={chosen} onChange={(next) => { const fresh = next.find((one) => !chosen.includes(one)) ?? next[0]; onChange(fresh === undefined ? null : fresh === 'yes') }} />
}

function Segments({ view, change }: Props) {
  const { locale } = useSurroundings()
  const say = clientListTexts[locale]
  const { data } = useSegmentChoices()
  if (!view.segmentId && !data?.items.length) return null
  return (
    <label className="jn-labelled">{say.segment}
      <Select value={view.segmentId} onChange={(_, { value }) => change({ segmentId: value })}>
        <option value="">{say.anySegment}</option>
        {data?.items.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        {view.segmentId && !data?.items.some(({ id }) => id === view.segmentId) && <option value={view.segmentId}>…</option>}
      </Select>
    </label>
  )
}
