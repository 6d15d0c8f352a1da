import { ProblemError } from '@counterpane/shared/contract/http-client'
import { streamRoutes } from '@counterpane/shared/contract/routes'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { contactCache, goneContacts } from './journal-changes'
import { useSurroundings } from './journal-context'
import { askFitting } from './fitting-rows'
import { rowsIn, type RowList } from './row-list'
import { rowsKey } from './row-queries'

const path = streamRoutes.journalEvents.replace('GET ', '')
const gatherFor = 400
const tryAgainAfter = 60_000
/** More than these are not asked for by their ids. */
const fewIds = 100
/** Sums are dear: they follow after a while. */
const sumsAfter = 5_000
const sums: readonly (readonly string[])[] = [['contacts', 'count'], ['contacts', 'groups'], ['strip']]

/** Hears of contacts that changed, wherever it was done, and brings them to the screen. True while there is a connection. A page that nobody sees holds none: a browser has few for one server. */
export function useLiveRows(enabled: boolean): boolean {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const [connected, setConnected] = useState(false)
  useEffect(() => {
    if (!enabled) return
    let source: EventSource | null = null
    let again: ReturnType<typeof setTimeout> | undefined
    let gathering: ReturnType<typeof setTimeout> | undefined
    let summing: ReturnType<typeof setTimeout> | undefined
    let missed = false
    const ids = new Set<string>()
    const cache = contactCache(queries)
    const gone = goneContacts(queries)

    const show = (id: string) => queries.fetchQuery({ queryKey: ['contact', id], staleTime: 0, queryFn: () => call('getContact', { id }) })
      .then(cache.placed, (error: unknown) => { if (error instanceof ProblemError && error.problem.status === 404) cache.removed(id) })
    const apply = () => {
      gathering = undefined
      const heard = [...ids]
      ids.clear()
      const onScreen = new Set(queries.getQueriesData<RowList>({ queryKey: rowsKey, type: 'active' }).flatMap(([, list]) => (list ? Array.from(rowsIn(list), ({ id }) => id) : [])))
      const known = heard.filter((id) => onScreen.has(id) || (!gone.has(id) && queries.getQueryData(['contact', id]) !== undefined))
      if (known.length <= fewIds) {
        for (const id of known) if (!onScreen.has(id) || queries.getQueryData(['contact', id]) !== undefined) void show(id)
        void askFitting({ call, queries }, known).then((strays) => { for (const id of strays) void show(id) }, () => undefined)
      }
      if (known.length > fewIds || heard.some((id) => !onScreen.has(id))) void queries.invalidateQueries({ queryKey: rowsKey })
      summing ??= setTimeout(() => {
        summing = undefined
        for (const queryKey of sums) void queries.invalidateQueries({ queryKey })
      }, sumsAfter)
    }
    const close = () => {
      source?.close()
      source = null
      clearTimeout(again)
      setConnected(false)
    }
    const open = () => {
      if (source || document.hidden) return
      source = new EventSource(path)
      source.onopen = () => {
        setConnected(true)
        // What was said while nobody listened is not said again.
        if (missed) void queries.invalidateQueries({ queryKey: ['contacts'] })
        missed = false
      }
      source.onerror = () => {
        missed = true
        setConnected(false)
        // The browser tries again by itself unless the server refused.
        if (source?.readyState !== EventSource.CLOSED) return
        close()
        again = setTimeout(open, tryAgainAfter)
      }
      source.addEventListener('contacts', ({ data }: MessageEvent<string>) => {
        for (const id of idsIn(data)) ids.add(id)
        gathering ??= setTimeout(apply, gatherFor)
      })
    }
    const onVisible = () => {
      if (!document.hidden) return open()
      missed = true
      // Looking again asks for everything anyway.
      clearTimeout(gathering)
      gathering = undefined
      ids.clear()
      close()
    }
    open()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      document.removeEventListener('visibilitychange', onVisible)
      close()
      clearTimeout(gathering)
      clearTimeout(summing)
    }
  }, [enabled, call, queries])
  return connected
}

function idsIn(data: string): string[] {
  try {
    const said: unknown = JSON.parse(data)
    const ids = typeof said === 'object' && said !== null && 'ids' in said ? said.ids : []
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : []
  } catch { return [] }
}
