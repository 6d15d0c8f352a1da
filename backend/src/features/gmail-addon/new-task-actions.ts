import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { newNoteAction, newTaskAction, newTaskCard, newTaskInputs } from '@counterpane/addin-gmail/cards/new-task-card'
import { openNoteAction } from '@counterpane/addin-gmail/cards/note-card'
import { openNewTaskAction } from '@counterpane/addin-gmail/cards/task-card'
import type { TaskKind } from '@counterpane/shared/domain/codes'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import type { MessageDesk } from './message-desk'
import { dayAhead } from './picked-times'
import { onLook, onPress, type PressedAction } from './pressed-action'
import { finish, seenOrNull } from './work-answers'

interface Ids { message?: string; counterpartyId?: string; contactId?: string }

/** A new task or note, with the client and the contact that it is about. */
export function newTaskActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  const clientName = async (visit: Visit, { counterpartyId }: Ids) => (counterpartyId ? (await needs.getCounterparty(visit.caller, counterpartyId)).name : '')

  /** A task takes the email's subject as its title, and is linked to what the email is registered as. */
  async function open(visit: Visit, kind: TaskKind, { message, ...ids }: Ids) {
    const seen = await seenOrNull(desk, visit, message)
    const contactId = ids.contactId ?? seen?.sidebar.registered?.contactId
    const title = kind === 'task' ? seen?.snapshot.subject ?? '' : ''
    return pressAnswer('push', newTaskCard({ kind, message, ...ids, contactId, client: await clientName(visit, ids), title }, visit.context))
  }
  async function save(visit: Visit, kind: TaskKind, { message, at: quick, ...ids }: Ids & { at?: string }) {
    const [words, own] = [cardWords(visit.context), workCardTexts[visit.context.locale]]
    const title = textInput(visit.event, newTaskInputs.title).slice(0, 1_000)
    const chosen = dayAhead(visit, { quick, picker: newTaskInputs.at })
    const problem = title === '' ? (kind === 'task' ? words.writeTitle : own.writeNote) : chosen.at ? null : chosen.problem
    if (problem !== null || !chosen.at) {
      return pressAnswer('update', newTaskCard({ kind, message, ...ids, client: await clientName(visit, ids), title, at: chosen.picked, problem: problem ?? words.chooseTime }, visit.context))
    }
    const { counterpartyId, contactId } = ids
    const dueAt = chosen.at.toISOString()
    await visit.once(() => needs.createTask(visit.caller, { title, dueAt, kind, ...(counterpartyId && { counterpartyId }), ...(contactId && { contactId }) }))
    return finish(desk, visit, { message, notification: kind === 'task' ? words.taskMade : own.noteMade })
  }

  return [
    onLook(openNewTaskAction, (visit, ids) => open(visit, 'task', ids)),
    onLook(openNoteAction, (visit, ids) => open(visit, 'note', ids)),
    onPress(newTaskAction, (visit, ids) => save(visit, 'task', ids)),
    onPress(newNoteAction, (visit, ids) => save(visit, 'note', ids)),
  ]
}
