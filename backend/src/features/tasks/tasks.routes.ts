import { limits } from '@counterpane/shared/contract/parts'
import type { Clock } from '../../ports/clock'
import type { Api } from '../../platform/http/api'
import type { HandOver } from './hand-over.service'
import type { TaskCounts } from './task-counts.repository'
import type { TaskRecord } from './task-record'
import { presentTask } from './tasks.presenter'
import type { TasksRepository } from './tasks.repository'
import type { TasksService } from './tasks.service'

export interface TasksRoutesDeps { service: TasksService; tasks: TasksRepository; countTasks: TaskCounts; handOver: HandOver; clock: Clock }

export function addTasksRoutes(api: Api, { service, tasks, countTasks, handOver, clock }: TasksRoutesDeps): void {
  const show = (task: TaskRecord, callerId: string) => {
    const answer = presentTask(task, { now: clock.now(), callerId })
    return { answer, headers: { ETag: answer.etag } }
  }
  api.on('listTasks', ({ caller, query }) => {
    const now = clock.now()
    const page = tasks.list(query, query.limit ?? limits.pageDefault, now)
    return { answer: { items: page.tasks.map((task) => presentTask(task, { now, callerId: caller.id })), nextCursor: page.nextCursor } }
  })
  api.on('taskCounts', async ({ query }) => ({ answer: { items: await countTasks(query, clock.now()), nextCursor: null } }))
  api.on('handOverTasks', async ({ caller, body }) => ({ answer: await handOver(caller, body) }))
  api.on('createTask', async ({ caller, body }) => show(await service.create(caller, body), caller.id))
  api.on('patchTask', async ({ caller, id, body, ifMatch }) => show(await service.patch(caller, id, { body, ifMatch }), caller.id))
}
