import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { plain } from '@counterpane/addin-gmail/card-text'
import { taskCard } from '@counterpane/addin-gmail/cards/one-task-card'
import { doneAction, handOverAction, justDoneSection, moveTaskAction, openTaskAction, reopenTaskAction, taskInputs } from '@counterpane/addin-gmail/cards/task-card'
import { doneInListAction, taskListCard } from '@counterpane/addin-gmail/cards/task-list-card'
import { openTasksAction } from '@counterpane/addin-gmail/cards/tasks-card'
import type { Task } from '@counterpane/shared/contract/task'
import { AppError } from '@counterpane/shared/errors/app-error'
import { nearDate } from '@counterpane/shared/text/dates'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import type { MessageDesk } from './message-desk'
import { dayAhead } from './picked-times'
import { onLook, onPress, type PressedAction } from './pressed-action'
import { finish, withFirstSection } from './work-answers'

const pageSize = 20
const clipped = (title: string) => plain(title, 100)

/** Tasks that are there: looked at, done, taken back, moved, handed over. */
export function taskActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  async function sourceOf(visit: Visit, { contactId }: Task) {
    if (contactId === null) return null
    try {
      return await needs.getContact(visit.caller, contactId)
    } catch (error) {
      // Its registration was undone since.
      if (error instanceof AppError && error.code === 'not-found') return null
      throw error
    }
  }
  async function draw(visit: Visit, task: Task, { message, problem, picked }: { message?: string; problem?: string; picked?: Date }) {
    const typed = { result: textInput(visit.event, taskInputs.result), manager: textInput(visit.event, taskInputs.manager), at: picked }
    return taskCard({ message, task, source: await sourceOf(visit, task), managers: await needs.listManagers(), me: visit.caller.id, problem, ...(problem && { typed }) }, visit.context)
  }
  async function page(visit: Visit, { message, counterpartyId, cursor }: { message?: string; counterpartyId?: string; cursor?: string }, justDone?: Task) {
    const whose = counterpartyId ? { counterpartyId: [counterpartyId] } : { managerId: [visit.caller.id] }
    const { items, nextCursor } = await needs.listTasks(visit.caller, { done: false, ...whose, ...(cursor && { cursor }) }, pageSize)
    const client = counterpartyId ? await needs.getCounterparty(visit.caller, counterpartyId) : null
    return taskListCard({ message, client, me: visit.caller.id, tasks: items, cursor: cursor ?? null, nextCursor, justDone }, visit.context)
  }
  const markDone = (visit: Visit, taskId: string) => {
    const result = textInput(visit.event, taskInputs.result).slice(0, 100_000)
    return needs.patchTask(visit.caller, taskId, { done: true, ...(result && { result }) })
  }

  return [
    onLook(openTaskAction, async (visit, { message, taskId }) => pressAnswer('push', await draw(visit, await needs.getTask(visit.caller, taskId), { message }))),
    onLook(openTasksAction, async (visit, ids) => pressAnswer('push', await page(visit, ids))),
    onPress(doneAction, async (visit, { message, taskId }) => {
      const task = await markDone(visit, taskId)
      const answer = await finish(desk, visit, { message, notification: cardWords(visit.context).taskDone })
      return withFirstSection(answer, justDoneSection({ message, task }, visit.context))
    }),
    onPress(doneInListAction, async (visit, { taskId, ...ids }) => {
      const task = await markDone(visit, taskId)
      return pressAnswer('update', await page(visit, ids, task), cardWords(visit.context).taskDone)
    }),
    onPress(reopenTaskAction, async (visit, { message, taskId }) => {
      await needs.patchTask(visit.caller, taskId, { done: false })
      return finish(desk, visit, { message, notification: workCardTexts[visit.context.locale].reopened })
    }),
    onPress(moveTaskAction, async (visit, { message, taskId, at: quick }) => {
      const chosen = dayAhead(visit, { quick, picker: taskInputs.at })
      if (!chosen.at) return pressAnswer('update', await draw(visit, await needs.getTask(visit.caller, taskId), { message, ...chosen }))
      const task = await needs.patchTask(visit.caller, taskId, { dueAt: chosen.at.toISOString() })
      return finish(desk, visit, { message, notification: workCardTexts[visit.context.locale].movedNamed(clipped(task.title), nearDate(task.dueAt, visit.context, false)) })
    }),
    onPress(handOverAction, async (visit, { message, taskId }) => {
      const words = workCardTexts[visit.context.locale]
      const wanted = textInput(visit.event, taskInputs.manager)
      const manager = (await needs.listManagers()).find(({ id }) => id === wanted)
      if (!manager) return pressAnswer('update', await draw(visit, await needs.getTask(visit.caller, taskId), { message, problem: words.chooseManager }))
      const task = await needs.patchTask(visit.caller, taskId, { managerId: manager.id })
      return finish(desk, visit, { message, notification: words.handedOver(clipped(task.title), manager.name) })
    }),
  ]
}
