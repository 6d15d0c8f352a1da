import type { Direction, Method, State, Status } from '@counterpane/shared/domain/codes'
import { directions, methods, states, statuses } from '@counterpane/shared/domain/codes'
import { periods, spanOf, type Period, type PeriodChoice } from './period'

/** What the journal shows. The address bar holds exactly this, so a link, a reload and "back" all give the same view. An empty list means "any". */
export interface JournalView extends PeriodChoice {
  counterpartyId: string; managerId: string
  method: Method[]; state: State[]; status: Status[]; direction: Direction[]
  overdue: boolean; withoutClient: boolean; q: string; sort: string
}
export type ViewChange = Partial<JournalView>

export const defaultView: JournalView = {
  period: 'day', at: '', from: '', to: '', counterpartyId: '', managerId: '', method: [], state: [], status: [], direction: [], overdue: false, withoutClient: false, q: '', sort: '-startsAt',
}
export const pageSize = 100

const known = <T extends string | number>(list: readonly T[], values: string[]) => list.filter((one) => values.includes(String(one)))

/** Reads a view from the part of the address after `?`; what it does not know it leaves out. */
export function readView(search: string): JournalView {
  const params = new URLSearchParams(search)
  const text = (name: string) => params.get(name) ?? ''
  const status = known(statuses, params.getAll('status'))
  const direction = known(directions, params.getAll('direction'))
  return {
    period: known(periods, [text('period')])[0] ?? 'day', at: text('at'), from: text('from'), to: text('to'),
    counterpartyId: text('counterpartyId'), managerId: text('managerId'),
    method: known(methods, params.getAll('method')), state: known(states, params.getAll('state')),
    status: status.length === statuses.length ? [] : status, direction: direction.length === directions.length ? [] : direction,
    overdue: text('overdue') === 'true', withoutClient: text('withoutClient') === 'true', q: text('q'), sort: text('sort') || defaultView.sort,
  }
}

/** The view as the part of the address after `?`. The period is always there, so that a bare address can mean "as I left it". */
export function writeView(view: JournalView): string {
  const params = new URLSearchParams()
  const put = (name: keyof JournalView) => {
    const value = view[name]
    for (const one of Array.isArray(value) ? value : [value]) if (one !== '' && one !== false) params.append(name, String(one))
  }
  put('period')
  if (view.period === 'range') (['from', 'to'] as const).forEach(put)
  else put('at')
  ;(['counterpartyId', 'managerId', 'method', 'state', 'status', 'direction', 'overdue', 'withoutClient', 'q'] as const).forEach(put)
  if (view.sort !== defaultView.sort) put('sort')
  return params.toString()
}

/** The question to GET /api/contacts that the view stands for. Overdue contacts are planned ones, so that flag speaks for the status too. */
export function contactsQuery(view: JournalView, now: Date) {
  const { from, to } = spanOf(view, now)
  return {
    from: from?.toISOString(), to: to?.toISOString(), counterpartyId: view.counterpartyId, managerId: view.managerId, method: view.method, state: view.state,
    status: view.overdue ? [] : view.status, direction: view.direction, q: view.q.trim(), sort: view.sort, limit: pageSize,
    overdue: view.overdue || undefined, withoutClient: view.withoutClient || undefined,
  }
}
export type ContactsQuery = ReturnType<typeof contactsQuery>

/** Whether anything but the period and the order narrows the list. */
export function isFiltered(view: JournalView): boolean {
  return writeView({ ...view, period: 'all', at: '', sort: defaultView.sort }) !== writeView({ ...defaultView, period: 'all' })
}
export const withoutFilters = ({ period, at, from, to, sort }: JournalView): JournalView => ({ ...defaultView, period, at, from, to, sort })

export const isPeriod = (text: string): text is Period => (periods as readonly string[]).includes(text)
