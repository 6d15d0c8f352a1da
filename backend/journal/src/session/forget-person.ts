import type { QueryClient } from '@tanstack/react-query'
import { dropDrafts } from '../forms/kept-draft'
import { forgetOpenView } from '../saved-views/use-open-view'
import { forgetPlaces } from '../view/hash-route'

const ofNobody: readonly unknown[] = ['me', 'demo-managers', 'sign-in-ways']
/** What the server answered to one person, and what that person sent. */
export function forgetAnswers(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => !ofNobody.includes(queryKey[0]) })
  queries.getMutationCache().clear()
}

/** Whoever signs out leaves nothing in the window of a shared workplace: no answers, no unsaved words, no words that were searched for. */
export function forgetPerson(queries: QueryClient): void {
  forgetAnswers(queries)
  dropDrafts()
  forgetOpenView()
  forgetPlaces()
}
