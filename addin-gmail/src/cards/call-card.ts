import type { Direction } from '@counterpane/shared/domain/codes'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { card, choice, input, moment, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { plain } from '../card-text'
import { listedName, notChosen } from './not-chosen'

/** The form of a call or a meeting that has just been. */
export const openCallAction = defineAction('open-call', [], ['counterpartyId', 'personId', 'message'])
/** Another method has other ready answers; what was typed stays. */
export const callMethodAction = defineAction('call-method', [], ['counterpartyId', 'personId', 'message'])
export const logCallAction = defineAction('log-call', [], ['counterpartyId', 'personId', 'message'])
export const callInputs = { method: 'method', direction: 'direction', person: 'person', template: 'template', result: 'result', subject: 'subject', minutes: 'minutes', at: 'at' } as const

/** What just has been, by hand; letters register themselves. */
export const callMethods = ['call', 'meeting', 'video-call', 'messenger'] as const
export type CallMethod = (typeof callMethods)[number]
export interface CallForm { method: CallMethod; direction: Direction; person: string; template: string; result: string; subject: string; minutes: string; at?: Date }
export interface CallView {
  message?: string; personId?: string; counterparty: { id: string; name: string } | null; persons: readonly { id: string; name: string }[]; form: CallForm; problem?: string
}

/** The words of a ready answer by its place in the list of its method; '' when none was chosen. */
export function callTemplate(value: string, { locale }: Pick<CardContext, 'locale'>): string {
  const [method = '', place = ''] = value.split(':')
  const known = callMethods.find((one) => one === method)
  return known ? workCardTexts[locale].results[known][Number(place)] ?? '' : ''
}

export function callCard({ message, personId, counterparty, persons, form, problem }: CallView, context: CardContext): Card {
  const [words, own] = [cardWords(context), workCardTexts[context.locale]]
  const ids = { message, counterpartyId: counterparty?.id, personId }
  const templates = own.results[form.method].map((answer, at) => ({ text: answer, value: `${form.method}:${at}` }))
  const chosen = templates.find(({ value }) => value === form.template)?.value ?? notChosen
  const people = persons.slice(0, 99).map(({ id, name }) => ({ text: plain(name, listedName), value: id }))
  return card({
    name: 'call', title: own.logTitle, subtitle: counterparty?.name ?? persons[0]?.name,
    sections: [
      section(null, [
        ...(problem ? [text(problem)] : []),
        choice(callInputs.method, words.method, callMethods.map((value) => ({ value, text: own.how[value] })), form.method, { onChange: callMethodAction.on(context, ids) }),
        choice(callInputs.direction, own.direction, [{ value: 'outgoing', text: own.outgoing }, { value: 'incoming', text: own.incoming }], form.direction),
        ...(people.length > 0 ? [choice(callInputs.person, own.person, [...people, { text: own.noPerson, value: notChosen }], people.find(({ value }) => value === form.person)?.value ?? notChosen)] : []),
        choice(callInputs.template, words.result, [...templates, { text: own.noneOfThese, value: notChosen }], chosen, { open: true }),
        input(callInputs.result, own.resultMore, form.result, { many: true }),
      ]),
      section(own.details, [
        input(callInputs.subject, words.subject, form.subject),
        moment(callInputs.at, own.whenOrNow, form.at),
        input(callInputs.minutes, own.minutes, form.minutes),
      ]),
    ],
    footer: { primary: { words: words.save, action: { ...logCallAction.on(context, ids), persistValues: true } } },
  })
}
