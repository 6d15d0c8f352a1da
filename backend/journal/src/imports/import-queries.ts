import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { ImportDetails, ImportField, ImportState } from '@counterpane/shared/contract/imports'
import type { Problem } from '@counterpane/shared/contract/problem'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'

const listKey = ['imports'] as const
const oneKey = (id: string) => ['import', id] as const
const busy: ReadonlySet<ImportState> = new Set(['waiting', 'checking', 'reading', 'undoing'])
export const isBusy = (state: ImportState) => busy.has(state)
/** How often one at work is asked how far it is. */
const stepMs = 700

export function useImports() {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: listKey, staleTime: 0, initialPageParam: '', queryFn: ({ pageParam, signal }) => call('listImports', { query: { cursor: pageParam, limit: 20 }, signal }), getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some((one) => isBusy(one.state))) ? stepMs * 3 : false),
  })
}
export function useImport(id: string) {
  const { call } = useSurroundings()
  return useQuery({ queryKey: oneKey(id), staleTime: 0, queryFn: ({ signal }) => call('getImport', { id, signal }), refetchInterval: ({ state }) => (state.data && isBusy(state.data.state) ? stepMs : false) })
}
/** Asked anew whenever the import has come to another rest. */
export function useImportProblems({ id, state, problemCount, duplicateCount }: ImportDetails, kind: 'problem' | 'duplicate') {
  const { call } = useSurroundings()
  return useInfiniteQuery({
    queryKey: ['import-problems', id, kind, state, problemCount, duplicateCount], enabled: !isBusy(state), initialPageParam: '',
    queryFn: ({ pageParam, signal }) => call('listImportProblems', { id, query: { kind, cursor: pageParam, limit: 50 }, signal }), getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

export function useImportSteps(id: string) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const onSuccess = (details: ImportDetails) => {
    queries.setQueryData(oneKey(id), details)
    void queries.invalidateQueries({ queryKey: listKey })
  }
  const onError = () => void queries.invalidateQueries({ queryKey: oneKey(id) })
  return {
    step: useMutation({ mutationFn: (name: 'checkImport' | 'runImport' | 'cancelImport' | 'undoImport') => call(name, { id }), onSuccess, onError }),
    map: useMutation({ mutationFn: (mapping: (ImportField | null)[]) => call('patchImport', { id, body: { mapping } }), onSuccess, onError }),
    remove: useMutation({ mutationFn: () => call('deleteImport', { id }), onSuccess: () => { queries.removeQueries({ queryKey: oneKey(id) }); void queries.invalidateQueries({ queryKey: listKey }) }, onError }),
  }
}

/** The same as a file, with the rows' own cells. */
export const problemsHref = (id: string, kind: 'problem' | 'duplicate', language: string) =>
  `${fileRoutes.exportImportProblems.replace('GET ', '').replace('{id}', encodeURIComponent(id))}?${new URLSearchParams({ kind, language })}`

/** The bytes of a table, with word of how far they are; fetch can't tell that. */
export function sendTable(file: File, { locale, onProgress, signal }: { locale: string; onProgress: (part: number) => void; signal: AbortSignal }): Promise<ImportDetails> {
  const [method, path] = fileRoutes.uploadImport.split(' ') as [string, string]
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, `${path}?${new URLSearchParams({ name: file.name || '?' })}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => { if (lengthComputable && total > 0) onProgress(loaded / total) }
    request.onload = () => { if (request.status < 300) resolve(request.response as ImportDetails); else reject(new ProblemError(problemIn(request), null)) }
    request.onerror = () => reject(new NoConnectionError('no answer'))
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
function problemIn({ status, response }: XMLHttpRequest): Problem {
  const answer = response as Partial<Problem> | null
  return answer?.code ? answer as Problem : { type: 'about:blank', title: `HTTP ${status}`, status, code: 'unreadable-answer', detail: '', reference: '' }
}
