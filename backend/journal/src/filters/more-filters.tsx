import { priorities, sources } from '@counterpane/shared/domain/codes'
import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { words } from '@counterpane/shared/text/words'
import { Button, DrawerBody, DrawerFooter, DrawerHeader, DrawerHeaderTitle, Field, OverlayDrawer, Select } from '@fluentui/react-components'
import { Dismiss24Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import { isFiltered, withoutFilters, type JournalView } from '../view/journal-view'
import { yesOrNo, type IdFilter } from '../view/view-fields'
import { useFilterNames } from './filter-names'
import { inList, ManyPicker } from './many-picker'
import { ClientsPicker, PersonsPicker, SegmentsPicker } from './people-pickers'
import { DateRange, MinutesRange } from './range-fields'
import { WordField } from './word-field'

interface Props { view: JournalView; change: ChangeView; onClose: () => void }

/** A filter on every column that the bar has no room for. The list behind follows each choice; "done" only closes. */
export function MoreFilters({ view, change, onClose }: Props) {
  const { locale } = useSurroundings()
  const text = filterTexts[locale]
  const names = useFilterNames(view)
  const named = (filter: IdFilter) => view[filter].map((id) => ({ id, name: names.nameOf(filter, id) }))
  const set = (filter: IdFilter) => (ids: string[]) => change({ [filter]: ids })
  const listed = (filter: Exclude<IdFilter, 'counterpartyId' | 'personId' | 'segmentId'>) =>
    <ManyPicker key={filter} label={text.name[filter]} chosen={named(filter)} onChange={set(filter)} find={inList([{ id: 'none', name: text.none[filter] }, ...names.listOf(filter)])} />
  return (
    <OverlayDrawer open position="end" className="jn-drawer" onOpenChange={(_, { open }) => { if (!open) onClose() }}>
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button appearance="subtle" icon={<Dismiss24Regular />} aria-label={text.closeDrawer} onClick={onClose} />}>{text.moreTitle}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className="jn-drawer-fields">
          <h2>{text.section.who}</h2>
          {listed('managerId')}
          {listed('teamId')}
          {listed('registeredById')}
          <ClientsPicker label={text.name.counterpartyId} chosen={named('counterpartyId')} onChange={(counterpartyId) => change({ counterpartyId, withoutClient: false })} />
          <SegmentsPicker label={text.name.segmentId} chosen={named('segmentId')} onChange={set('segmentId')} />
          <PersonsPicker label={text.name.personId} chosen={named('personId')} onChange={set('personId')} />
          <h2>{text.section.what}</h2>
          {listed('type')}
          <CodePickers view={view} change={change} />
          {listed('firmId')}
          {listed('adSourceId')}
          <h2>{text.section.words}</h2>
          <WordField label={text.name.subject} value={view.subject} onRest={(subject) => change({ subject }, { replace: true })} />
          <WordField label={text.name.result} value={view.result} onRest={(result) => change({ result }, { replace: true })} />
          <h2>{text.section.numbers}</h2>
          <MinutesRange label={text.name.minutes} names={['minutesFrom', 'minutesTo']} view={view} change={change} />
          <DateRange label={text.name.created} names={['createdFrom', 'createdTo']} view={view} change={change} />
          <DateRange label={text.name.updated} names={['updatedFrom', 'updatedTo']} view={view} change={change} />
          <h2>{text.section.has}</h2>
          <YesOrNo view={view} change={change} />
        </div>
      </DrawerBody>
      <DrawerFooter>
        <Button appearance="primary" onClick={onClose}>{text.done}</Button>
        <Button disabled={!isFiltered(view)} onClick={() => change(withoutFilters(view))}>{text.clear}</Button>
      </DrawerFooter>
    </OverlayDrawer>
  )
}

function CodePickers({ view, change }: Omit<Props, 'onClose'>) {
  const { text: journal, locale } = useSurroundings()
  const text = filterTexts[locale]
  const of = <T extends string>(label: string, list: readonly T[], name: (code: T) => string, chosen: readonly T[], onChosen: (codes: T[]) => void) => {
    const all = list.map((code) => ({ id: code as string, name: name(code) }))
    return <ManyPicker label={label} chosen={all.filter(({ id }) => chosen.some((code) => code === id))} onChange={(ids) => onChosen(list.filter((code) => ids.includes(code)))} find={inList(all)} />
  }
  return (
    <>
      {of(text.name.priority, priorities, (code) => words[locale].priority[code], view.priority, (priority) => change({ priority }))}
      {of(text.name.source, sources, (code) => journal.contact.source[code], view.source, (source) => change({ source }))}
    </>
  )
}

function YesOrNo({ view, change }: Omit<Props, 'onClose'>) {
  const { locale } = useSurroundings()
  const text = filterTexts[locale]
  return yesOrNo.map((name) => (
    <Field key={name} label={text.name[name]}>
      <Select value={String(view[name] ?? '')} onChange={(_, { value }) => change({ [name]: value === '' ? null : value === 'true' })}>
        <option value="">{text.any}</option>
        <option value="true">{text.yes[name]}</option>
        <option value="false">{text.no[name]}</option>
      </Select>
    </Field>
  ))
}
