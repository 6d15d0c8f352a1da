import type { AnswerOf, BodyOf } from '@counterpane/shared/contract/http-client'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSurroundings } from './journal-context'

type Answer = { outcome: 'held' | 'not-held'; result: string }
/** `setIds`: by these all that was recorded is taken back. */
export interface OutcomeCounts { recorded: number; already: number; missing: number; setIds: string[] }
const atOnce = 200

const everythingIsOld = (queries: QueryClient) => Promise.all(['contacts', 'contact', 'contact-calendar', 'feed', 'strip', 'day', 'changes'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
const bodyOf = ({ outcome, result }: Answer) => ({ outcome, ...(result.trim() && { result: result.trim() }) })
function countsOf(answers: AnswerOf<'recordOutcomes'>[]): OutcomeCounts {
  const all = answers.flatMap(({ results }) => results.map(({ outcome }) => outcome))
  const count = (outcome: (typeof all)[number]) => all.filter((one) => one === outcome).length
  return { recorded: count('recorded'), already: count('already-recorded'), missing: count('not-found'), setIds: answers.flatMap(({ changeSetId }) => changeSetId ?? []) }
}

/** One answer for many contacts: those named, in portions that the server takes, or all past dates of a series. */
export function useOutcomes() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const send = (body: BodyOf<'recordOutcomes'>) => call('recordOutcomes', { body })
  return {
    // What was recorded before a portion failed is on screen too. Not waited for: a list that loses its last row takes the form away, and with it what is to be said.
    several: useMutation({
      mutationFn: async ({ ids, ...answer }: Answer & { ids: readonly string[] }) => {
        const answers: AnswerOf<'recordOutcomes'>[] = []
        for (let from = 0; from < ids.length; from += atOnce) answers.push(await send({ ids: ids.slice(from, from + atOnce), ...bodyOf(answer) }))
        return countsOf(answers)
      },
      onSettled: () => { void everythingIsOld(queries) },
    }),
    series: useMutation({
      mutationFn: async ({ id, ...answer }: Answer & { id: string }) => countsOf([await send({ seriesOf: id, ...bodyOf(answer) })]),
      onSuccess: () => everythingIsOld(queries),
    }),
  }
}

/** Takes orders back whole, the last first; how many were put back, and how many left since somebody changed them. */
export function useSetsUndone() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (setIds: readonly string[]) => {
      const answers = []
      for (const id of [...setIds].reverse()) answers.push(await call('undoChangeSet', { id }))
      return { undone: answers.flatMap(({ undone }) => undone).length, left: answers.flatMap(({ left }) => left).length }
    },
    onSettled: () => { void everythingIsOld(queries) },
  })
}
