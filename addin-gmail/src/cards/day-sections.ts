import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import { daysFromToday, nearDate, nearTime } from '@counterpane/shared/text/dates'
import { homeCardTexts } from '@counterpane/shared/text/home-cards'
import type { CardContext } from '../card-context'
import { buttons, linkButton, pressButton, row, section } from '../card-parts'
import type { Section, Widget } from '../card-schema'
import { joined } from '../card-text'
import { clip, contactRow, rowLimits, subjectText, wayText } from './contact-row'
import { homeAllHeldAction, homeHeldAction } from './home-card'
import { openOutcomeAction } from './outcome-card'
import { doneAction, openTaskAction, taskTerm } from './task-card'
import { openTasksAction } from './tasks-card'

const dayShown = 5
/** What a parameter of a button may hold. */
const longestIds = 300

interface Some<T> { items: readonly T[]; total: number }
const restOf = ({ items, total }: Some<unknown>) => total - Math.min(items.length, dayShown)

/** "Held" at once, or a press on the line for another answer; and one press for all that is seen. */
export function outcomeSection(some: Some<Contact>, context: CardContext): Section | null {
  const words = homeCardTexts[context.locale]
  const shown = some.items.slice(0, dayShown)
  if (shown.length === 0) return null
  const rows = shown.map((contact) => row({
    top: nearTime(contact, context), text: subjectText(contact, context), bottom: joined(clip(contact.counterparty?.name, rowLimits.name), wayText(contact, context)),
    press: openOutcomeAction.on(context, { contactId: contact.id }), button: pressButton(words.ended[contact.method === 'meeting' ? 'meeting' : 'other'].held, homeHeldAction.on(context, { contactId: contact.id })),
  }))
  const ids = shown.map(({ id }) => id).join(',')
  const all = shown.length > 1 && ids.length <= longestIds ? [buttons(pressButton(words.allHeld(shown.length), homeAllHeldAction.on(context, { contactIds: ids })))] : []
  return section(words.count(words.withoutOutcome, some.total), [...rows, ...all, ...moreInJournal(some, context)])
}

export function taskSection(title: string, some: Some<Task>, context: CardContext): Section | null {
  const words = homeCardTexts[context.locale]
  // Of today it is the hour that matters.
  const termOf = (task: Task) => (!task.overdue && daysFromToday(new Date(task.dueAt), context) === 0 ? nearDate(task.dueAt, context) : taskTerm(task, context))
  if (some.items.length === 0) return null
  const rows = some.items.slice(0, dayShown).map((task) => row({
    text: clip(task.title), bottom: joined(termOf(task), clip(task.counterparty?.name, rowLimits.name)),
    press: openTaskAction.on(context, { taskId: task.id }), button: pressButton(words.done, doneAction.on(context, { taskId: task.id })),
  }))
  const rest = restOf(some)
  return section(words.count(title, some.total), [...rows, ...(rest > 0 ? [buttons(pressButton(words.moreTasks(rest), openTasksAction.on(context, {}), 'BORDERLESS'))] : [])])
}

export function contactSection(title: string, some: Some<Contact>, said: (contact: Contact) => string, context: CardContext): Section | null {
  if (some.items.length === 0) return null
  const rows = some.items.slice(0, dayShown).map((contact) => contactRow(contact, { said: said(contact) }, context))
  return section(homeCardTexts[context.locale].count(title, some.total), [...rows, ...moreInJournal(some, context)])
}

function moreInJournal(some: Some<unknown>, context: CardContext): Widget[] {
  const rest = restOf(some)
  return rest > 0 ? [buttons(linkButton(homeCardTexts[context.locale].moreInJournal(rest), context.links.journal))] : []
}
