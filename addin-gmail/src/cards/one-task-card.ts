import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import { nearDate, nearTime } from '@counterpane/shared/text/dates'
import { words as domainWords } from '@counterpane/shared/text/words'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import { cardWords, type CardContext } from '../card-context'
import { buttons, card, choice, day, input, pressButton, row, section, text } from '../card-parts'
import type { Card, Section, Widget } from '../card-schema'
import { joined, plain } from '../card-text'
import { inDays, nextWeek, utcDay } from '../quick-times'
import { openClientAction } from './client-card'
import { openContactAction } from './contact-card'
import { listedName, notChosen } from './not-chosen'
import { doneAction, handOverAction, moveTaskAction, reopenTaskAction, taskInputs, taskTerm } from './task-card'

/** `source`: the contact that the task came from. `managers`: who else could do it. */
export interface TaskView {
  message?: string; task: Task; source: Pick<Contact, 'id' | 'method' | 'startsAt' | 'calendar' | 'subject'> | null; managers: readonly { id: string; name: string }[]
  me: string; typed?: { result: string; manager?: string; at?: Date }; problem?: string
}

export function taskCard(view: TaskView, context: CardContext): Card {
  const [words, own] = [cardWords(context), workCardTexts[context.locale]]
  const { task, problem } = view
  return card({
    name: 'task', title: own[task.kind], subtitle: task.counterparty?.name,
    sections: [
      section(null, [
        ...(problem ? [text(problem)] : []),
        row({ top: own.what, text: task.title }),
        row({ top: words.dueDate, text: nearDate(task.dueAt, context), bottom: task.done ? null : taskTerm(task, context) }),
        ...(task.manager.id === view.me ? [] : [row({ top: own.assignee, text: task.manager.name })]),
        ...(task.done ? doneWidgets(view, context) : doingWidgets(view, context)),
      ]),
      ...(task.done ? [] : [moveSection(view, context), handOverSection(view, context)]),
      linksSection(view, context),
    ],
  })
}

function doneWidgets({ message, task }: TaskView, context: CardContext): Widget[] {
  const words = workCardTexts[context.locale]
  return [
    row({ text: words.doneAt(nearDate(task.doneAt ?? task.updatedAt, context)), icon: 'BOOKMARK', iconText: cardWords(context).taskDone }),
    ...(task.result.trim() ? [row({ top: words.resultShown, text: task.result })] : []),
    buttons(pressButton(words.reopen, reopenTaskAction.on(context, { message, taskId: task.id }))),
  ]
}

const doingWidgets = ({ message, task, typed }: TaskView, context: CardContext): Widget[] => [
  input(taskInputs.result, workCardTexts[context.locale].resultLine, typed?.result, { many: true }),
  buttons(pressButton(cardWords(context).done, { ...doneAction.on(context, { message, taskId: task.id }), persistValues: true }, 'FILLED')),
]

function moveSection({ message, task, typed }: TaskView, context: CardContext): Section {
  const words = cardWords(context)
  const move = (label: string, at?: Date) => pressButton(label, { ...moveTaskAction.on(context, { message, taskId: task.id, at: at?.toISOString() }), persistValues: true })
  return section(words.moveTo, [
    buttons(move(words.tomorrow, inDays(1, context)), move(words.inThreeDays, inDays(3, context)), move(workCardTexts[context.locale].nextWeek, nextWeek(context))),
    day(taskInputs.at, workCardTexts[context.locale].anotherDate, typed?.at ?? utcDay(inDays(1, context), context.timeZone)),
    buttons(move(words.move)),
  ])
}

function handOverSection({ message, task, managers, me, typed }: TaskView, context: CardContext): Section | null {
  const words = workCardTexts[context.locale]
  const others = managers.filter(({ id }) => id !== task.manager.id)
  if (others.length === 0) return null
  const items = [{ text: words.nobodyChosen, value: notChosen }, ...others.map(({ id, name }) => ({ value: id, text: id === me ? words.me : plain(name, listedName) }))].slice(0, 100)
  const chosen = items.find(({ value }) => value === typed?.manager)?.value
  return section(words.handOver, [
    choice(taskInputs.manager, words.handOverTo, items, chosen ?? notChosen),
    buttons(pressButton(words.handOver, { ...handOverAction.on(context, { message, taskId: task.id }), persistValues: true })),
  ])
}

function linksSection({ message, task, source }: TaskView, context: CardContext): Section {
  const [words, own] = [cardWords(context), workCardTexts[context.locale]]
  const way = source && joined(domainWords[context.locale].method[source.method], nearTime(source, context))
  const client = task.counterparty && pressButton(own.openClient, openClientAction.on(context, { message, counterpartyId: task.counterparty.id }), 'BORDERLESS')
  return section(null, [
    ...(source ? [row({ top: own.cameFrom, text: source.subject.trim() || words.noSubject, bottom: way, button: pressButton(words.open, openContactAction.on(context, { message, contactId: source.id }), 'BORDERLESS') })] : []),
    ...(client ? [buttons(client)] : []),
  ])
}
