import type { TaskKind } from '@counterpane/shared/domain/codes'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, day, input, pressButton, row, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { inDays, laterToday, nextWeek, utcDay } from '../quick-times'

/** `at` is an ISO instant of a quick choice; without it the picker decides. */
export const newTaskAction = defineAction('new-task', [], ['counterpartyId', 'contactId', 'at', 'message'])
export const newNoteAction = defineAction('new-note', [], ['counterpartyId', 'contactId', 'at', 'message'])
export const newTaskInputs = { title: 'title', at: 'at' } as const
const actions = { task: newTaskAction, note: newNoteAction }

/** `at`: the picked day as 00:00 UTC of it. */
export interface NewTaskView { kind: TaskKind; message?: string; counterpartyId?: string | null; contactId?: string | null; client: string; title: string; at?: Date; problem?: string }

/** A task is for tomorrow, a note for today, unless said otherwise; a press on a day saves. */
export function newTaskCard(view: NewTaskView, context: CardContext): Card {
  const [words, own] = [cardWords(context), workCardTexts[context.locale]]
  const { kind, message, counterpartyId, contactId, client, title, problem } = view
  const press = (at?: Date) => ({ ...actions[kind].on(context, { message, counterpartyId, contactId, at: at?.toISOString() }), persistValues: true, requiredWidgets: [newTaskInputs.title] })
  const usual = kind === 'task' ? inDays(1, context) : context.now
  const link = kind === 'task' && message ? [row({ text: contactId ? own.linked : own.notLinked })] : []
  return card({
    name: `new-${kind}`, title: kind === 'task' ? words.newTask : own.note, subtitle: client,
    sections: [
      section(null, [
        ...(problem ? [text(problem)] : []),
        input(newTaskInputs.title, kind === 'task' ? words.taskTitle : own.noteText, title, { limit: 1_000 }),
        ...link,
      ]),
      section(own.saveFor, [
        buttons(pressButton(own.today, press(laterToday(context))), pressButton(words.tomorrow, press(inDays(1, context))), pressButton(own.nextWeek, press(nextWeek(context)))),
        day(newTaskInputs.at, own.date, view.at ?? utcDay(usual, context.timeZone)),
        buttons(pressButton(words.save, press(), 'FILLED')),
      ]),
    ],
  })
}
