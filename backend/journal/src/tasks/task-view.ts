import type { Manager } from '@counterpane/shared/contract/access'
import type { TasksQuery } from '../api/task-queries'

export const taskKindsShown = ['task', 'note', 'both'] as const
export type TaskKindShown = (typeof taskKindsShown)[number]
/** How the tasks are looked at, as the address holds it. `whose`: `mine`, `given`, `all`, `team:…` or `manager:…`. */
export interface TaskView { by: 'term' | 'manager'; whose: string; kind: TaskKindShown; assigned: boolean; counterpartyId: string; segmentId: readonly string[]; q: string; done: boolean }

/** As many as the server takes. */
const mostSegments = 20

/** A manager begins with their own tasks, a lead with the team's. */
export const usualWhose = (me: Manager) => (me.role === 'lead' && me.team ? `team:${me.team.id}` : 'mine')

export function readTaskView(search: string, me: Manager): TaskView {
  const params = new URLSearchParams(search)
  const whose = params.get('whose') ?? ''
  return {
    by: params.get('by') === 'manager' ? 'manager' : 'term', whose: /^(mine|given|all|team:.+|manager:.+)$/.test(whose) ? whose : usualWhose(me),
    kind: taskKindsShown.find((kind) => kind === params.get('kind')) ?? 'task', assigned: params.has('assigned'), counterpartyId: params.get('client') ?? '', segmentId: params.getAll('segment').filter((id) => id !== '').slice(0, mostSegments), q: params.get('q') ?? '', done: params.has('done'),
  }
}

export function writeTaskView({ by, whose, kind, assigned, counterpartyId, segmentId, q, done }: TaskView, me: Manager): string {
  const params = new URLSearchParams()
  if (by === 'manager') params.set('by', by)
  if (whose !== usualWhose(me)) params.set('whose', whose)
  if (kind !== 'task') params.set('kind', kind)
  if (assigned) params.set('assigned', '1')
  if (counterpartyId) params.set('client', counterpartyId)
  for (const id of segmentId) params.append('segment', id)
  if (q.trim()) params.set('q', q)
  if (done) params.set('done', '1')
  return params.toString()
}

/** Whose tasks, as the server asks for them. */
export function whoseQuery(whose: string, meId: string): TasksQuery {
  if (whose === 'mine') return { managerId: meId }
  if (whose === 'given') return { createdById: meId, assigned: 'true' }
  const [kind, id] = whose.split(/:(.*)/s)
  return kind === 'team' ? { teamId: id } : kind === 'manager' ? { managerId: id } : {}
}

export const tasksQuery = ({ whose, kind, assigned, counterpartyId, segmentId, q }: TaskView, meId: string): TasksQuery => ({
  ...whoseQuery(whose, meId), ...(kind !== 'both' && { kind }), ...(assigned && { assigned: 'true' }), ...(counterpartyId && { counterpartyId }), ...(segmentId.length > 0 && { segmentId }), ...(q.trim() && { q: q.trim() }),
})
/** Whether counts of a manager's open tasks say what the list shows: they know whose and of which segments, and nothing narrower. */
export const countsFit = ({ whose, kind, assigned, counterpartyId, q }: TaskView) => whose !== 'given' && kind === 'task' && !assigned && !counterpartyId && !q.trim()
export const isNarrowed = ({ kind, assigned, counterpartyId, segmentId, q }: TaskView) => kind !== 'task' || assigned || counterpartyId !== '' || segmentId.length > 0 || q.trim() !== ''
