import { limits } from '@counterpane/shared/contract/parts'
import type { Clock } from '../../ports/clock'
import type { Api } from '../../platform/http/api'
import type { HandOver } from './hand-over.service'
import type { TaskCounts } from './task-counts.repository'
import type { TaskRecord } from './task-record'
import { ofSegments, type SegmentCondition } from './task-segments'
import { presentTask } from './tasks.presenter'
import type { TasksRepository } from './tasks.repository'
import type { TasksService } from './tasks.service'

export interface TasksRoutesDeps { service: TasksService; tasks: TasksRepository; countTasks: TaskCounts; handOver: HandOver; segmentCondition: SegmentCondition; clock: Clock }

export function addTasksRoutes(api: Api, { service, tasks, countTasks, handOver, segmentCondition, clock }: TasksRoutesDeps): void {
  const show = (task: TaskRecord, callerId: string) => {
    const answer = presentTask(task, { now: clock.now(), callerId })
    return { answer, headers: { ETag: answer.etag } }
  }
  const clientsOf = (segmentIds: string[] | undefined, caller: { id: string }) => segmentIds && ofSegments(segmentIds, (id) => segmentCondition(id, caller))
  api.on('listTasks', async ({ caller, query: { segmentId, limit = limits.pageDefault, ...filter } }) => {
    const now = clock.now()
    const clients = clientsOf(segmentId, caller)
    const page = clients ? await tasks.listOfClients({ filter, limit, now, clients }) : tasks.list(filter, limit, now)
    return { answer: { items: page.tasks.map((task) => presentTask(task, { now, callerId: caller.id })), nextCursor: page.nextCursor } }
  })
  api.on('taskCounts', async ({ caller, query: { segmentId, ...asked } }) => ({ answer: { items: await countTasks({ ...asked, clients: clientsOf(segmentId, caller) }, clock.now()), nextCursor: null } }))
  api.on('handOverTasks', async ({ caller, body }) => ({ answer: await handOver(caller, body) }))
  api.on('createTask', async ({ caller, body }) => show(await service.create(caller, body), caller.id))
  api.on('patchTask', async ({ caller, id, body, ifMatch }) => show(await service.patch(caller, id, { body, ifMatch }), caller.id))
}
