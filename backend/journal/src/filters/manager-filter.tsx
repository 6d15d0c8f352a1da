import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { Select } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'
import type { ChangeView } from '../view/hash-route'

const several = 'several'

/** One manager or all in one choice; several are chosen in the drawer and stay as they are until another choice is made here. */
export function ManagerFilter({ managerId, change }: { managerId: readonly string[]; change: ChangeView }) {
  const { text, locale } = useSurroundings()
  const more = filterTexts[locale]
  const { data } = useManagers()
  const [only = ''] = managerId
  const isStranger = only !== '' && only !== 'none' && !data?.items.some(({ id }) => id === only)
  return (
    <Select
      className="jn-select" aria-label={text.filter.manager} title={text.filter.manager} value={managerId.length > 1 ? several : only} data-active={managerId.length > 0 || undefined}
      onChange={(_, { value }) => { if (value !== several) change({ managerId: value ? [value] : [] }) }}
    >
      <option value="">{text.filter.allManagers}</option>
      {managerId.length > 1 && <option value={several}>{more.chosen(managerId.length)}</option>}
      {managerId.length === 1 && isStranger && <option value={only}>{data ? more.gone : '…'}</option>}
      {managerId.length === 1 && only === 'none' && <option value="none">{more.none.managerId}</option>}
      {data?.items.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
    </Select>
  )
}
