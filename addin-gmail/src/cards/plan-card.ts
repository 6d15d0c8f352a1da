import { methods, type Method } from '@counterpane/shared/domain/codes'
import { nearDate } from '@counterpane/shared/text/dates'
import { words as domainWords } from '@counterpane/shared/text/words'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, choice, input, moment, pressButton, section, text } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { plain } from '../card-text'
import { inDays, nextWeek, nextWorkingDay } from '../quick-times'
import { listedName, notChosen } from './not-chosen'

export const openPlanAction = defineAction('open-plan', ['contactId'], ['message'])
/** `at` is an ISO instant of a quick choice; without it the picker of the form decides. */
export const planAction = defineAction('plan', ['contactId'], ['at', 'message'])
/** The question for a next step is answered with "Not now". */
export const noPlanAction = defineAction('no-plan', [], ['message'])
export const planInputs = { method: 'method', goal: 'goal', subject: 'subject', at: 'at' } as const

export interface Goal { id: string; name: string }
/** `asked`: it follows what has just been saved, so it may be answered with "Not now". */
export interface PlanView {
  message?: string; contactId: string; client: string; subject: string; goals: readonly Goal[]; method?: Method; goal?: string; at?: Date; asked?: boolean; problem?: string
}

export const methodChoice = (name: string, selected: Method, context: CardContext): Widget =>
  choice(name, cardWords(context).method, methods.map((value) => ({ value, text: domainWords[context.locale].method[value] })), selected)

export function goalChoice(name: string, { goals, goal }: { goals: readonly Goal[]; goal?: string }, context: CardContext): Widget {
  const words = workCardTexts[context.locale]
  const known = goals.slice(0, 99).map(({ id, name: label }) => ({ value: id, text: plain(label, listedName) }))
  return choice(name, words.goal, [{ value: notChosen, text: words.noGoal }, ...known], known.find(({ value }) => value === goal)?.value ?? notChosen)
}

export function planCard(view: PlanView, context: CardContext): Card {
  const [words, own] = [cardWords(context), workCardTexts[context.locale]]
  const { message, contactId } = view
  const press = (at?: Date) => ({ ...planAction.on(context, { message, contactId, at: at?.toISOString() }), persistValues: true })
  const workingDay = nextWorkingDay(context)
  return card({
    name: 'plan', title: view.asked ? own.nextStepAsked : words.nextStep, subtitle: view.client,
    sections: [
      view.problem ? section(null, [text(view.problem)]) : null,
      section(null, [
        methodChoice(planInputs.method, view.method ?? 'call', context),
        goalChoice(planInputs.goal, view, context),
        input(planInputs.subject, words.subject, view.subject),
        buttons(
          pressButton(words.nextWorkingDay, press(workingDay)), pressButton(words.inThreeDays, press(inDays(3, context))), pressButton(own.nextWeek, press(nextWeek(context))),
        ),
      ]),
      section(words.otherTime, [
        moment(planInputs.at, words.when, view.at ?? workingDay),
        buttons(pressButton(words.save, press(), 'FILLED'), view.asked && pressButton(own.notNow, noPlanAction.on(context, { message }), 'BORDERLESS')),
      ]),
    ],
  })
}

export const plannedFor = (at: string, context: CardContext) => `${cardWords(context).planned}: ${nearDate(at, context)}`
