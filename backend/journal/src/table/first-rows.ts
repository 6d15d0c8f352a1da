import type { JournalApi } from '../api/journal-api'
import { rowsOptions, type RowsQuery } from '../api/row-queries'
import { readPlace } from '../view/hash-route'
import { contactsQuery, readView, type JournalView } from '../view/journal-view'
import { dateText, readLocal } from '../view/period'
import { rememberedView } from '../view/remembered-view'

/** The question for the rows of a view; how many at a time is said when a page is asked for. */
export function rowsQueryOf(view: JournalView, today: Date): RowsQuery {
  const { limit: _, ...query } = contactsQuery(view, today)
  return query
}

/** Asks for the first rows before anything is drawn: they are what one waits for, and need nothing but the address. */
export function askFirstRows({ call, queries }: JournalApi): void {
  const place = readPlace(window.location.hash)
  if (place.page !== 'journal') return
  const view = place.search ? readView(place.search) : rememberedView()
  if (view.group.length > 0) return
  void queries.prefetchQuery(rowsOptions({ call, queries }, rowsQueryOf(view, readLocal(dateText(new Date())) ?? new Date())))
}
