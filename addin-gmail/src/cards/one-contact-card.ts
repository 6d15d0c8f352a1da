import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import { exactTime, nearTime } from '@counterpane/shared/text/dates'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import { statusText, words as domainWords } from '@counterpane/shared/text/words'
import type { CardContext } from '../card-context'
import { buttons, card, longText, pressButton, row, section, text } from '../card-parts'
import type { Card, Section, Widget } from '../card-schema'
import { escapedLines, joined, plainLines } from '../card-text'
import { calendarSection, cancellationText } from './calendar-section'
import { composeToAction } from './compose-card'
import { openCancelAction } from './contact-card'
import { filesSection, linkedSection, peopleSection, waysOutSection, type ContactView } from './contact-facts'
import { methodIcon, subjectText, wayText } from './contact-row'
import { openNoteAction } from './note-card'
import { openOutcomeAction } from './outcome-card'
import { openPlanAction } from './plan-card'
import { openNewTaskAction } from './task-card'

/** One contact in full: what it was, what can be done, what was said, who, files, its chain, and the ways out. */
export function oneContactCard(view: ContactView, context: CardContext): Card {
  const { contact } = view
  return card({
    name: 'contact', title: contact.counterparty?.name ?? contact.persons[0]?.name ?? clientCardTexts[context.locale].withoutClient,
    subtitle: joined(wayText(contact, context), nearTime(contact, context)),
    sections: [
      section(null, [...factWidgets(view, context), ...deedWidgets(view, context)]),
      calendarSection({ ...view.own, contact, message: view.message }, context), ...wordSections(view, context), peopleSection(view, context), filesSection(view, context), linkedSection(view, context), waysOutSection(view, context),
    ],
  })
}

function factWidgets({ contact, hidden }: ContactView, context: CardContext): Widget[] {
  const words = clientCardTexts[context.locale]
  const { state, priority } = domainWords[context.locale]
  const minutes = contact.durationMinutes ? words.minutes(contact.durationMinutes) : null
  return [
    row({ top: cancellationText(contact, context) ?? statusText(contact, context.locale), text: subjectText(contact, context), bottom: words.stateIs(state[contact.state]), ...methodIcon(contact, context) }),
    row({ top: words.when, text: exactTime(contact, context), bottom: minutes }),
    ...(contact.private ? [text(hidden ? words.hidden : words.hiddenOthers)] : []),
    ...(contact.type ? [row({ top: words.goal, text: contact.type.name })] : []),
    ...(contact.priority === 'medium' ? [] : [text(words.priorityIs(priority[contact.priority]))]),
  ]
}

/** What comes next is the one filled button: the outcome of what is over, a plan after what has been. */
function deedWidgets({ contact, message }: ContactView, context: CardContext): Widget[] {
  const words = clientCardTexts[context.locale]
  const ids = { contactId: contact.id, message }
  const planned = contact.status === 'planned'
  const question = meetingTexts[context.locale].ended[contact.method === 'meeting' ? 'meeting' : 'other'].question
  const quiet = (label: string, action: Parameters<typeof pressButton>[1]) => pressButton(label, action, 'BORDERLESS')
  return [
    ...(contact.overdue ? [text(question)] : []),
    buttons(
      planned && pressButton(words.outcome, openOutcomeAction.on(context, ids), contact.overdue ? 'FILLED' : 'OUTLINED'),
      pressButton(words.planNext, openPlanAction.on(context, ids), planned ? 'OUTLINED' : 'FILLED'),
      planned && quiet(words.cancelIt, openCancelAction.on(context, ids)),
    ),
    buttons(
      quiet(words.email, composeToAction.on(context, ids)),
      quiet(words.task, openNewTaskAction.on(context, { ...ids, counterpartyId: contact.counterparty?.id })),
      quiet(words.note, openNoteAction.on(context, { ...ids, counterpartyId: contact.counterparty?.id })),
    ),
  ]
}

/** Of all that was said so much stands on a card, at most so much of its content, and of the result and the comment each. */
const wordLimits = { all: 4_500, content: 4_000, short: 1_000 } as const

/** The result first: it is what one comes back for. The text is folded by Gmail and shorter beside a long result and comment; what is longer than a card stands in the journal. */
function wordSections({ contact, hidden }: ContactView, context: CardContext): (Section | null)[] {
  if (hidden) return []
  const words = clientCardTexts[context.locale]
  const limited = contact.visibility === 'subject' ? words.onlySubject : contact.visibility === 'fact' ? words.onlyFact : null
  const lengthOf = (value: string) => escapedLines(value, wordLimits.short).length
  const part = (header: string, value: string, limit: number, lines: number) => (plainLines(value, limit) === '' ? null : section(header, [longText(value, lines, limit)]))
  return [
    part(words.result, contact.result, wordLimits.short, 4),
    part(words.content, contact.content, Math.min(wordLimits.content, wordLimits.all - lengthOf(contact.result) - lengthOf(contact.comment)), 8)
      ?? (limited || contact.method === 'letter' ? section(words.content, [text(limited ?? words.noContent)]) : null),
    part(words.comment, contact.comment, wordLimits.short, 4),
  ]
}
