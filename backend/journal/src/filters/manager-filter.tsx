import { Select } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'
import type { ChangeView } from '../view/hash-route'

export function ManagerFilter({ managerId, change }: { managerId: string; change: ChangeView }) {
  const { text } = useSurroundings()
  const { data } = useManagers()
  const known = data?.items.some(({ id }) => id === managerId)
  return (
    <Select className="jn-select" aria-label={text.filter.manager} title={text.filter.manager} value={managerId} onChange={(_, { value }) => change({ managerId: value })}>
      <option value="">{text.filter.allManagers}</option>
      {managerId && !known && <option value={managerId}>…</option>}
      {data?.items.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
    </Select>
  )
}
