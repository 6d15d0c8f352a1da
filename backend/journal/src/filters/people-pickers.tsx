import { useSurroundings } from '../api/journal-context'
import { useCounterparties, useRested } from '../api/journal-queries'
import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { useSegmentNames } from '../api/segment-names'
import { useFoundPersons } from '../api/view-queries'
import type { Named } from './filter-names'
import { inList, ManyPicker } from './many-picker'

interface Props { label: string; chosen: readonly Named[]; onChange: (ids: string[]) => void }

function useFoundClients(typed: string, open: boolean) {
  const { data, isPending } = useCounterparties(useRested(typed), open)
  return { found: data?.pages[0]?.items ?? [], isPending }
}
function usePeople(typed: string, open: boolean) {
  const { locale } = useSurroundings()
  const { data, isPending } = useFoundPersons(useRested(typed), open)
  const none = typed ? [] : [{ id: 'none', name: filterTexts[locale].none.personId }]
  return { found: [...none, ...(data?.items ?? []).map(({ id, name, counterparty }) => ({ id, name: counterparty ? `${name} · ${counterparty.name}` : name }))], isPending }
}
function useSegments(typed: string, open: boolean) {
  const { data, isPending } = useSegmentNames(open)
  return { ...inList(data?.items ?? [])(typed), isPending }
}
export const SegmentsPicker = (props: Props) => <ManyPicker {...props} find={useSegments} />
export const ClientsPicker = (props: Props) => <ManyPicker {...props} find={useFoundClients} />
export const PersonsPicker = (props: Props) => <ManyPicker {...props} find={usePeople} />
