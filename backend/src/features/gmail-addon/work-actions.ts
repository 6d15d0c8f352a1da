import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { openPlanAction, planAction, planCard, planInputs, plannedFor } from '@counterpane/addin-gmail/cards/plan-card'
import {
  doneAction, moveTaskAction, newTaskAction, newTaskCard, openNewTaskAction, openTaskAction, taskCard, taskInputs,
} from '@counterpane/addin-gmail/cards/task-card'
import { methods, type Method } from '@counterpane/shared/domain/codes'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { momentInput, textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import type { MessageDesk } from './message-desk'
import { onPress } from './pressed-action'

/** The quick choice when it was pressed, else what the picker holds. */
const chosenTime = ({ event }: Visit, at: string | undefined, picker: string) => (at ? new Date(at) : momentInput(event, picker))
const methodOf = (value: string): Method => methods.find((method) => method === value) ?? 'call'

export function workActions(needs: GmailAddonNeeds, desk: MessageDesk) {
  /** The plan that the first of two presses made. */
  async function isPlanned(visit: Visit, nextIds: readonly string[], at: string) {
    for (const id of nextIds.slice(-20)) {
      const next = await needs.getContact(visit.caller, id)
      if (next.status === 'planned' && next.startsAt === at) return true
    }
    return false
  }
  async function openTask(visit: Visit, taskId: string) {
    const task = await needs.getTask(visit.caller, taskId)
    return { task, client: task.counterparty?.name ?? null }
  }
  /** A task takes the email's subject as its title. */
  async function aboutNewTask(visit: Visit, { message, counterpartyId }: { message?: string; counterpartyId?: string }) {
    const seen = message ? await desk.again(visit, message) : null
    const client = counterpartyId ? (await needs.getCounterparty(visit.caller, counterpartyId)).name : ''
    return { title: seen?.snapshot.subject ?? '', client }
  }

  return [
    onPress(openPlanAction, async (visit, { message, contactId }) => {
      const contact = await needs.getContact(visit.caller, contactId)
      return pressAnswer('push', planCard({ message, contactId, client: contact.counterparty?.name ?? '', subject: contact.subject }, visit.context))
    }),
    onPress(planAction, async (visit, { message, contactId, at: quick }) => {
      const at = chosenTime(visit, quick, planInputs.at)?.toISOString()
      const contact = await needs.getContact(visit.caller, contactId)
      const method = methodOf(textInput(visit.event, planInputs.method))
      const subject = textInput(visit.event, planInputs.subject).slice(0, 10_000) || contact.subject
      if (!at) {
        const problem = cardWords(visit.context).chooseTime
        return pressAnswer('update', planCard({ message, contactId, client: contact.counterparty?.name ?? '', subject, method, problem }, visit.context))
      }
      if (!(await isPlanned(visit, contact.nextIds, at))) await needs.planNext(visit.caller, contactId, { at, method, subject })
      return desk.show(visit, message, { place: 'finish', notification: plannedFor(at, visit.context) })
    }),
    onPress(openTaskAction, async (visit, { message, taskId }) => {
      const { task, client } = await openTask(visit, taskId)
      return pressAnswer('push', taskCard({ message, task, client }, visit.context))
    }),
    onPress(doneAction, async (visit, { message, taskId }) => {
      const result = textInput(visit.event, taskInputs.result).slice(0, 100_000)
      await needs.patchTask(visit.caller, taskId, { done: true, ...(result && { result }) })
      return desk.show(visit, message, { place: 'finish', notification: cardWords(visit.context).taskDone })
    }),
    onPress(moveTaskAction, async (visit, { message, taskId, at: quick }) => {
      const words = cardWords(visit.context)
      const at = chosenTime(visit, quick, taskInputs.at)
      if (!at) {
        const { task, client } = await openTask(visit, taskId)
        return pressAnswer('update', taskCard({ message, task, client, problem: words.chooseTime }, visit.context))
      }
      await needs.patchTask(visit.caller, taskId, { dueAt: at.toISOString() })
      return desk.show(visit, message, { place: 'finish', notification: words.taskMoved })
    }),
    onPress(openNewTaskAction, async (visit, { message, counterpartyId, contactId }) => {
      const { title, client } = await aboutNewTask(visit, { message, counterpartyId })
      return pressAnswer('push', newTaskCard({ message, counterpartyId: counterpartyId ?? null, contactId: contactId ?? null, client, title }, visit.context))
    }),
    onPress(newTaskAction, async (visit, { message, counterpartyId, contactId }) => {
      const words = cardWords(visit.context)
      const title = textInput(visit.event, taskInputs.title).slice(0, 1_000)
      const dueAt = momentInput(visit.event, taskInputs.at)?.toISOString()
      if (title === '' || !dueAt) {
        const { client } = await aboutNewTask(visit, { message, counterpartyId })
        const problem = title === '' ? words.writeTitle : words.chooseTime
        return pressAnswer('update', newTaskCard({ message, counterpartyId: counterpartyId ?? null, contactId: contactId ?? null, client, title, problem }, visit.context))
      }
      await visit.once(() => needs.createTask(visit.caller, { title, dueAt, ...(counterpartyId && { counterpartyId }), ...(contactId && { contactId }) }))
      return desk.show(visit, message, { place: 'finish', notification: words.taskMade })
    }),
  ]
}
