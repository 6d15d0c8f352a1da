import { tasksTexts } from '@counterpane/shared/text/tasks-journal'
import { Select } from '@fluentui/react-components'
import { useMe, useSurroundings } from '../api/journal-context'
import { useDictionaries, useManagers } from '../api/journal-queries'

/** Whose tasks: everybody's, one's own, those one gave, a team's, a manager's. */
export function WhoseSelect({ whose, onChange }: { whose: string; onChange: (whose: string) => void }) {
  const { locale } = useSurroundings()
  const text = tasksTexts[locale]
  const me = useMe()
  const { data: managers } = useManagers()
  const { data: dictionaries } = useDictionaries()
  const teams = dictionaries?.teams ?? (me.team ? [me.team] : [])
  const known = ['all', 'mine', 'given', ...teams.map(({ id }) => `team:${id}`), ...(managers?.items ?? []).map(({ id }) => `manager:${id}`)]
  return (
    <Select className="jn-select" aria-label={text.whose} title={text.whose} value={whose} onChange={(_, { value }) => onChange(value)}>
      {!known.includes(whose) && <option value={whose}>…</option>}
      <option value="mine">{text.mine}</option>
      <option value="given">{text.given}</option>
      <option value="all">{text.all}</option>
      <optgroup label={text.teams}>{teams.map(({ id, name }) => <option key={id} value={`team:${id}`}>{name}</option>)}</optgroup>
      <optgroup label={text.managers}>{managers?.items.filter(({ id }) => id !== me.id).map(({ id, name }) => <option key={id} value={`manager:${id}`}>{name}</option>)}</optgroup>
    </Select>
  )
}
