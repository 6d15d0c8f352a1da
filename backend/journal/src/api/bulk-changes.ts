import { useQueryClient, useMutation, type QueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { emptyTally, portions, sizeOfOrders, withAnswer, type BulkOrder, type BulkTally } from '../bulk/bulk-order'
import { ownZone } from '../view/journal-view'
import { useSurroundings } from './journal-context'

/** What many changes leave as it was. */
const steady: readonly unknown[] = ['me', 'managers', 'dictionaries', 'settings', 'views', 'counterparty-name', 'person-name']
const everythingElseIsOld = (queries: QueryClient) => queries.invalidateQueries({ predicate: ({ queryKey }) => !steady.includes(queryKey[0]) })

export interface BulkProgress { done: number; all: number }
/** Carries out orders portion by portion; what was reached before a failure or a stop stays counted, and can be undone or gone on with. */
export function useBulk() {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<BulkProgress | null>(null)
  const [tally, setTally] = useState<BulkTally | null>(null)
  const stopping = useRef(false)
  const run = useCallback(async (orders: readonly BulkOrder[], before: BulkTally = emptyTally) => {
    const all = sizeOfOrders(orders)
    const parts = [...portions(orders)]
    let result: BulkTally = { ...before, left: [], error: null, stopped: false }
    let done = 0
    stopping.current = false
    setTally(null)
    setProgress({ done, all })
    for (const [index, part] of parts.entries()) {
      if (stopping.current) {
        result = { ...result, left: parts.slice(index), stopped: true }
        break
      }
      try {
        result = withAnswer(result, await call('changeMany', { body: { items: [...part.items], change: part.change, timeZone: ownZone() } }))
      } catch (error) {
        result = { ...result, left: parts.slice(index), error }
        break
      }
      done += part.items.length
      setProgress({ done, all })
    }
    setProgress(null)
    setTally(result)
    await everythingElseIsOld(queries)
  }, [call, queries])
  const undo = useMutation({
    mutationFn: async (setIds: readonly string[]) => {
      const answers = []
      // The last first: a contact that was changed twice goes back the way it came.
      for (const id of [...setIds].reverse()) answers.push(await call('undoChangeSet', { id }))
      return { undone: new Set(answers.flatMap(({ undone }) => undone)).size, left: new Set(answers.flatMap(({ left }) => left)).size }
    },
    onSettled: () => everythingElseIsOld(queries),
  })
  return { run, undo, progress, tally, stop: () => { stopping.current = true }, forget: () => { setTally(null); undo.reset() } }
}
export type Bulk = ReturnType<typeof useBulk>
