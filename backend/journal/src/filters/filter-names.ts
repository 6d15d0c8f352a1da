import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { useCallback } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries, useManagers } from '../api/journal-queries'
import { useSegmentNames } from '../api/segment-names'
import { useNamesOf } from '../api/view-queries'
import type { JournalView } from '../view/journal-view'
import type { IdFilter } from '../view/view-fields'

export interface Named { id: string; name: string }
export type NameOf = (filter: IdFilter, id: string) => string
/** As many as a chip may have to name. */
const asked = 4

/** What the ids of filters are called; a name that nobody knows any more is said to be so. */
export function useFilterNames(view: JournalView): { nameOf: NameOf; listOf: (filter: IdFilter) => readonly Named[] } {
  const { locale } = useSurroundings()
  const text = filterTexts[locale]
  const managers = useManagers().data?.items
  const dictionaries = useDictionaries().data
  const segments = useSegmentNames(view.segmentId.length > 0).data?.items
  const clients = useNamesOf('counterparty', view.counterpartyId.filter((id) => id !== 'none').slice(0, asked))
  const persons = useNamesOf('person', view.personId.filter((id) => id !== 'none').slice(0, asked))
  const listOf = useCallback((filter: IdFilter): readonly Named[] => {
    if (filter === 'managerId' || filter === 'registeredById') return managers ?? []
    if (filter === 'teamId') return dictionaries?.teams ?? []
    if (filter === 'type') return dictionaries?.contactTypes ?? []
    if (filter === 'firmId') return dictionaries?.firms ?? []
    if (filter === 'segmentId') return segments ?? []
    return filter === 'adSourceId' ? dictionaries?.adSources ?? [] : []
  }, [managers, dictionaries, segments])
  const nameOf = (filter: IdFilter, id: string): string => {
    if (id === 'none') return filter === 'counterpartyId' ? text.strip.withoutClient : text.none[filter]
    if (filter === 'counterpartyId' || filter === 'personId') {
      const name = (filter === 'personId' ? persons : clients).get(id)
      return name === null ? text.gone : name ?? '…'
    }
    const list = listOf(filter)
    // What is switched off is no longer offered, but a view that was saved with it still names it.
    const known = [...list, ...dictionaries?.retired ?? []].find((one) => one.id === id)
    return known?.name ?? (list.length > 0 || (filter === 'segmentId' && segments) ? text.gone : '…')
  }
  return { nameOf, listOf }
}
