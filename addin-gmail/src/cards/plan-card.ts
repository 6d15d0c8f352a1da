import { methods, type Method } from '@counterpane/shared/domain/codes'
import { nearDate } from '@counterpane/shared/text/dates'
import { words as domainWords } from '@counterpane/shared/text/words'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, choice, input, moment, pressButton, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { inDays, nextWorkingDay } from '../quick-times'

export const openPlanAction = defineAction('open-plan', ['contactId'], ['message'])
/** `at` is an ISO instant of a quick choice; without it the picker of the form decides. */
export const planAction = defineAction('plan', ['contactId'], ['at', 'message'])
export const planInputs = { method: 'method', subject: 'subject', at: 'at' } as const

export interface PlanView { message?: string; contactId: string; client: string; subject: string; method?: Method; problem?: string }

export function planCard(view: PlanView, context: CardContext): Card {
  const words = cardWords(context)
  const { message, contactId } = view
  const quick = (label: string, at: Date) => pressButton(label, planAction.on(context, { message, contactId, at: at.toISOString() }))
  const workingDay = nextWorkingDay(context)
  return card({
    name: 'plan', title: words.nextStep, subtitle: view.client,
    sections: [
      view.problem ? section(null, [text(view.problem)]) : null,
      section(null, [
        choice(planInputs.method, words.method, methods.map((value) => ({ value, text: domainWords[context.locale].method[value] })), view.method ?? 'call'),
        input(planInputs.subject, words.subject, view.subject),
        buttons(quick(words.nextWorkingDay, workingDay), quick(words.inThreeDays, inDays(3, context)), quick(words.nextWeek, inDays(7, context))),
      ]),
      section(words.otherTime, [
        moment(planInputs.at, words.when, workingDay),
        buttons(pressButton(words.save, { ...planAction.on(context, { message, contactId }), persistValues: true }, 'FILLED')),
      ]),
    ],
  })
}

export const plannedFor = (at: string, context: CardContext) => `${cardWords(context).planned}: ${nearDate(at, context)}`
