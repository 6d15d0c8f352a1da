import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { useSurroundings } from '../api/journal-context'
import { useSegmentNames } from '../api/segment-names'
import { ChoiceMenu } from '../filters/choice-menu'

/** Tasks with clients of these segments; where nobody has made any there is nothing to choose. */
export function TaskSegmentsChoice({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const { locale } = useSurroundings()
  const known = useSegmentNames(true).data?.items
  if (chosen.length === 0 && !known?.length) return null
  const lost = chosen.filter((id) => !known?.some((one) => one.id === id)).map((id) => ({ value: id, name: known ? filterTexts[locale].gone : '…' }))
  return <ChoiceMenu label={tasksTexts[locale].segment} options={[...(known ?? []).map(({ id, name }) => ({ value: id, name })), ...lost]} chosen={chosen} onChange={onChange} />
}
