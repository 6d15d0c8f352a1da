import type { Contact } from '@counterpane/shared/contract/contact'
import { states, type Method } from '@counterpane/shared/domain/codes'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { nearTime } from '@counterpane/shared/text/dates'
import { statusText, words as domainWords } from '@counterpane/shared/text/words'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, choice, folding, input, moment, pressButton, row, section, text } from '../card-parts'
import type { Card, Section, Widget } from '../card-schema'
import { joined } from '../card-text'
import { nextWorkingDay } from '../quick-times'
import { notChosen } from './not-chosen'
import { goalChoice, methodChoice, openPlanAction, type Goal } from './plan-card'

/** Held, not held or rescheduled: the question of a planned contact whose time has passed. */
export const openOutcomeAction = defineAction('open-outcome', ['contactId'], ['message'])
export const heldAction = defineAction('outcome-held', ['contactId'], ['message'])
export const notHeldAction = defineAction('outcome-not-held', ['contactId'], ['message'])
export const movedAction = defineAction('outcome-moved', ['contactId'], ['message'])
export const outcomeInputs = { scope: 'scope', template: 'template', result: 'result', state: 'state', movedTo: 'movedTo', next: 'next', nextAt: 'nextAt', nextMethod: 'nextMethod', nextGoal: 'nextGoal' } as const
/** When the next step is to be; `picked`: as the picker says. */
export const nextChoices = ['working-day', 'three-days', 'next-week', 'picked'] as const
export type NextChoice = (typeof nextChoices)[number]

/** One answer for this date alone or for all past dates of its series. */
export const outcomeScopes = ['one', 'series'] as const
export type OutcomeScope = (typeof outcomeScopes)[number]

export interface OutcomeForm { scope: OutcomeScope; template: string; result: string; state: string; movedTo?: Date; next: NextChoice | null; nextAt?: Date; nextMethod: Method; nextGoal: string }
/** `seriesOpen`: past dates of its series that still ask for their outcome, this one among them. */
export interface OutcomeView { message?: string; contact: Contact; seriesOpen?: number; goals: readonly Goal[]; form?: OutcomeForm; problem?: string }

export const outcomeTemplate = (value: string, { locale }: Pick<CardContext, 'locale'>): string =>
  (/^\d$/.test(value) ? workCardTexts[locale].outcomeTemplates[Number(value)] ?? '' : '')

/** One form for every end: each of the three buttons saves the whole of it. */
export function outcomeCard(view: OutcomeView, context: CardContext): Card {
  const { contact, problem } = view
  const ended = workCardTexts[context.locale].ended(contact.method)
  const name = { name: 'outcome', title: ended.question, subtitle: contact.counterparty?.name ?? contact.persons[0]?.name }
  if (contact.status !== 'planned') return card({ ...name, sections: [recordedSection(view, context)] })
  const press = (action: typeof heldAction) => ({ ...action.on(context, { message: view.message, contactId: contact.id }), persistValues: true })
  return card({
    ...name,
    sections: [
      section(null, [...(problem ? [text(problem)] : []), about(contact, context), ...scopeWidgets(view, context), ...resultWidgets(view, context), text(workCardTexts[context.locale].explained(ended))]),
      nextSection(view, context),
      section(ended.moved, [
        moment(outcomeInputs.movedTo, workCardTexts[context.locale].newTime, view.form?.movedTo ?? nextWorkingDay(context)),
        text(workCardTexts[context.locale].movedExplained),
        buttons(pressButton(ended.moved, press(movedAction))),
      ]),
    ],
    footer: { primary: { words: ended.held, action: press(heldAction) }, secondary: { words: ended.notHeld, action: press(notHeldAction) } },
  })
}

function about(contact: Contact, context: CardContext): Widget {
  return row({
    top: joined(domainWords[context.locale].method[contact.method], nearTime(contact, context)), text: contact.subject.trim() || cardWords(context).noSubject,
    bottom: joined(...contact.persons.slice(0, 3).map(({ name }) => name), statusText(contact, context.locale)),
  })
}

function scopeWidgets({ seriesOpen = 0, form }: OutcomeView, context: CardContext): Widget[] {
  const words = calendarCardTexts[context.locale]
  if (seriesOpen < 2) return []
  const items = [{ value: 'one', text: words.thisOne }, { value: 'series', text: words.wholeSeries(seriesOpen) }]
  return [choice(outcomeInputs.scope, words.scope, items, form?.scope ?? 'one', { open: true }), text(`${words.seriesNote} ${words.noUndo}`)]
}

function resultWidgets({ contact, form }: OutcomeView, context: CardContext): Widget[] {
  const own = workCardTexts[context.locale]
  const templates = own.outcomeTemplates.map((answer, at) => ({ text: answer, value: String(at) }))
  const state = states.find((one) => String(one) === form?.state) ?? contact.state
  return [
    choice(outcomeInputs.template, own.templates, [{ text: own.noneOfThese, value: notChosen }, ...templates], templates.find(({ value }) => value === form?.template)?.value ?? notChosen),
    input(outcomeInputs.result, own.resultOrReason, form?.result ?? contact.result, { many: true }),
    choice(outcomeInputs.state, own.state, states.map((one) => ({ value: String(one), text: domainWords[context.locale].state[one] })), String(state)),
  ]
}

function nextSection({ goals, form }: OutcomeView, context: CardContext): Section {
  const [words, own] = [cardWords(context), workCardTexts[context.locale]]
  const named: Record<NextChoice, string> = { 'working-day': words.nextWorkingDay, 'three-days': words.inThreeDays, 'next-week': own.nextWeek, picked: own.atPicked }
  return folding(own.withNext, [
    choice(outcomeInputs.next, own.when, [{ text: own.noNext, value: notChosen }, ...nextChoices.map((value) => ({ value, text: named[value] }))], form?.next ?? notChosen),
    moment(outcomeInputs.nextAt, own.nextAt, form?.nextAt),
    methodChoice(outcomeInputs.nextMethod, form?.nextMethod ?? 'call', context),
    goalChoice(outcomeInputs.nextGoal, { goals, goal: form?.nextGoal }, context),
  ], form?.next ? 4 : 1)
}

/** Somebody has answered already, here or elsewhere. */
function recordedSection({ message, contact }: OutcomeView, context: CardContext): Section {
  const own = workCardTexts[context.locale]
  return section(null, [
    about(contact, context), text(own.alreadyRecorded(statusText(contact, context.locale))),
    ...(contact.result.trim() ? [row({ top: own.resultShown, text: contact.result })] : []),
    buttons(pressButton(cardWords(context).planNext, openPlanAction.on(context, { message, contactId: contact.id }))),
  ])
}
