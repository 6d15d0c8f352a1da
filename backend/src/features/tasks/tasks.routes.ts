import { limits } from '@counterpane/shared/contract/parts'
import type { Clock } from '../../ports/clock'
import type { Api } from '../../platform/http/api'
import type { TaskRecord } from './task-record'
import { presentTask } from './tasks.presenter'
import type { TasksRepository } from './tasks.repository'
import type { TasksService } from './tasks.service'

export interface TasksRoutesDeps { service: TasksService; tasks: TasksRepository; clock: Clock }

export function addTasksRoutes(api: Api, { service, tasks, clock }: TasksRoutesDeps): void {
  const show = (task: TaskRecord) => {
    const answer = presentTask(task, { now: clock.now() })
    return { answer, headers: { ETag: answer.etag } }
  }
  api.on('listTasks', ({ query }) => {
    const page = tasks.list(query, query.limit ?? limits.pageDefault)
    const now = clock.now()
    return { answer: { items: page.tasks.map((task) => presentTask(task, { now })), nextCursor: page.nextCursor } }
  })
  api.on('createTask', async ({ caller, body }) => show(await service.create(caller, body)))
  api.on('patchTask', async ({ caller, id, body, ifMatch }) => show(await service.patch(caller, id, { body, ifMatch })))
}
