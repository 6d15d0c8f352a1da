import { directions, methods, priorities, sources, states, statuses } from '@counterpane/shared/domain/codes'
import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { viewTexts } from '@counterpane/shared/text/views-journal'
import { words } from '@counterpane/shared/text/words'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries, useManagers } from '../api/journal-queries'
import type { MarkColumn } from './mark-of'

export interface MarkOption { value: string; name: string }
const classes = ['A', 'B', 'C', 'D']

/** What a rule over a column can name; empty for minutes, which are typed, and one "yes" for facts. */
export function useMarkOptions(): (column: MarkColumn) => readonly MarkOption[] {
  const { text: journal, locale } = useSurroundings()
  const managers = useManagers().data?.items ?? []
  const dictionaries = useDictionaries().data
  const { none } = filterTexts[locale]
  const say = words[locale]
  const yes = [{ value: 'true', name: viewTexts[locale].marks.is }]
  const codes = <T extends string | number>(list: readonly T[], name: (code: T) => string) => list.map((code) => ({ value: String(code), name: name(code) }))
  const ids = (list: readonly { id: string; name: string }[], without: string) => [{ value: 'none', name: without }, ...list.map(({ id, name }) => ({ value: id, name }))]
  return (column) => {
    switch (column) {
      case 'method': return codes(methods, (code) => say.method[code])
      case 'direction': return codes(directions, (code) => say.direction[code])
      case 'status': return codes(statuses, (code) => say.status[code])
      case 'state': return codes(states, (code) => say.state[code])
      case 'priority': return codes(priorities, (code) => say.priority[code])
      case 'source': return codes(sources, (code) => journal.contact.source[code])
      case 'type': return ids(dictionaries?.contactTypes ?? [], none.type)
      case 'firm': return ids(dictionaries?.firms ?? [], none.firmId)
      case 'manager': return ids(managers, none.managerId)
      case 'registeredBy': return ids(managers, none.registeredById)
      case 'clientClass': return [...codes(classes, (code) => code), { value: 'none', name: viewTexts[locale].marks.without }]
      case 'vip': case 'overdue': case 'private': case 'noResult': return yes
      case 'minutes': return []
    }
  }
}
