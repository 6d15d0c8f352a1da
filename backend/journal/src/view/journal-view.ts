import { earliest, endOf, latest, periods, readLocal, spanOf, type Period } from './period'
import { readView, writeView } from './view-address'
import { dateFilters, defaultView, idFilters, type JournalView } from './view-fields'

export { readAddress, readView, writeView } from './view-address'
export { defaultView, type JournalView, type ViewChange } from './view-fields'
export const pageSize = 100

const instant = (date: Date | null) => date && new Date(Math.min(Math.max(date.getTime(), earliest), latest)).toISOString()
const orNothing = <T>(value: T | null | '' | false) => (value === null || value === '' || value === false ? undefined : value)

/** The filters of the view as the API takes them: for rows, counts, groups and exports alike. Overdue contacts are planned ones, so that flag speaks for the status too. */
export function filtersQuery(view: JournalView, now: Date) {
  const { from, to } = spanOf(view, now)
  const [createdFrom, createdTo, updatedFrom, updatedTo] = dateFilters.map((name) => orNothing(instant((name.endsWith('To') ? endOf : readLocal)(view[name]))))
  const ids = Object.fromEntries(idFilters.map((name) => [name, view[name]])) as Pick<JournalView, (typeof idFilters)[number]>
  return {
    from: orNothing(instant(from)), to: orNothing(instant(to)), ...ids,
    method: view.method, direction: view.direction, status: view.overdue || view.noOutcome ? [] : view.status, state: view.state, priority: view.priority, source: view.source,
    q: view.q.trim(), subject: view.subject.trim(), result: view.result.trim(), minutesFrom: orNothing(view.minutesFrom), minutesTo: orNothing(view.minutesTo),
    createdFrom, createdTo, updatedFrom, updatedTo,
    overdue: orNothing(view.overdue), noOutcome: orNothing(view.noOutcome), noNextStep: orNothing(view.noNextStep), withoutClient: orNothing(view.withoutClient),
    withResult: view.withResult ?? undefined, withFiles: view.withFiles ?? undefined, withNext: view.withNext ?? undefined, private: view.private ?? undefined, vip: view.vip ?? undefined,
  }
}
export type FiltersQuery = ReturnType<typeof filtersQuery>
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** The question to GET /api/journal/rows (and /api/contacts) that the view stands for. */
export const contactsQuery = (view: JournalView, now: Date) => ({ ...filtersQuery(view, now), sort: view.sort, limit: pageSize })
export type ContactsQuery = ReturnType<typeof contactsQuery>
/** The question to GET /api/journal/groups. */
export const groupsQuery = (view: JournalView, now: Date) => ({ ...filtersQuery(view, now), by: view.group, timeZone: ownZone() })

/** Whether anything but the period, the order and the grouping narrows the list. */
export function isFiltered(view: JournalView): boolean {
  return writeView({ ...view, period: 'all', at: '', sort: defaultView.sort, group: [] }) !== writeView({ ...defaultView, period: 'all' })
}
export const withoutFilters = ({ period, at, from, to, sort, group }: JournalView): JournalView => ({ ...defaultView, period, at, from, to, sort, group })
/** Two addresses that show the same. */
export const sameView = (one: string, other: string) => writeView(readView(one)) === writeView(readView(other))

export const isPeriod = (text: string): text is Period => (periods as readonly string[]).includes(text)
