import type { ClientSort } from '@counterpane/shared/contract/client-list'

/** Of each any may fit; `none` stands for those that have none. */
export const manyFilters = ['class', 'status', 'managerId', 'kind', 'industry', 'region', 'turnover', 'adSourceId', 'teamId'] as const
export const maybeFilters = ['vip', 'hasNextStep', 'hasOpenTasks'] as const
export const wordFilters = ['q', 'silentDays', 'segmentId', 'createdFrom', 'createdTo'] as const
type Many = (typeof manyFilters)[number]
type Maybe = (typeof maybeFilters)[number]
/** The list as the address has it; `at`: the client beside it. */
export interface ClientListView extends Record<Many, readonly string[]>, Record<Maybe, boolean | null>, Record<(typeof wordFilters)[number], string> { sort: ClientSort; at: string }
export type ChangeClientList = (part: Partial<ClientListView>, options?: { replace?: boolean }) => void
const sorts: readonly string[] = ['name', 'class', 'manager', 'lastHeldAt', 'createdAt'].flatMap((name) => [name, `-${name}`])

export function readClientList(search: string): ClientListView {
  const params = new URLSearchParams(search)
  const one = (name: string) => (params.get(name) ?? '').slice(0, 500)
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(one(name)) ? one(name) : '')
  return {
    ...(Object.fromEntries(manyFilters.map((name) => [name, [...new Set(params.getAll(name))].filter((value) => value !== '' && value.length <= 200).slice(0, 200)])) as unknown as Record<Many, string[]>),
    ...(Object.fromEntries(maybeFilters.map((name) => [name, { true: true, false: false }[one(name)] ?? null])) as Record<Maybe, boolean | null>),
    q: one('q'), silentDays: /^[1-9]\d{0,4}$/.test(one('silentDays')) ? one('silentDays') : '', segmentId: one('segmentId').slice(0, 64), createdFrom: day('createdFrom'), createdTo: day('createdTo'),
    sort: (sorts.includes(one('sort')) ? one('sort') : 'name') as ClientSort, at: one('at').slice(0, 64),
  }
}
export function writeClientList(view: ClientListView): string {
  const params = new URLSearchParams()
  for (const name of manyFilters) for (const value of view[name]) params.append(name, value)
  for (const name of maybeFilters) if (view[name] !== null) params.append(name, String(view[name]))
  for (const name of wordFilters) if (view[name]) params.append(name, view[name])
  if (view.sort !== 'name') params.append('sort', view.sort)
  if (view.at) params.append('at', view.at)
  return params.toString()
}
/** Without who stands beside it: what a selection keeps. */
export const selectionOf = (view: ClientListView) => writeClientList({ ...view, at: '' })
export const emptyView = readClientList('')
export const isFiltered = (view: ClientListView) => selectionOf({ ...view, sort: 'name' }) !== ''

/** As the API asks for it: days are whole days of the reader. */
export function queryOf({ sort: _sort, at: _at, createdFrom, createdTo, ...view }: ClientListView) {
  const given = Object.fromEntries(Object.entries(view).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))
  return {
    ...(given as Record<string, string | boolean | readonly string[]>), ...(createdFrom && { createdFrom: new Date(`${createdFrom}T00:00:00`).toISOString() }), ...(createdTo && { createdTo: new Date(`${createdTo}T23:59:59.999`).toISOString() }),
  }
}
