import { checkAnswer } from '@counterpane/addin-gmail/check/card-check'
import type { Action, AddonAnswer, Card, Widget } from '@counterpane/addin-gmail/card-schema'
import { brokenRules, findButton } from '@counterpane/addin-gmail/testing/card-rules'
import { cardOf } from '../contract/gmail-house'
import type { GmailServer, Press } from './gmail-server'

type Typed = Record<string, string | readonly string[] | undefined>

/** What stands in a card's fields, as Gmail sends it: empty fields are left out. */
export const inputsOf = (typed: Typed): Record<string, unknown> =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value.length > 0).map(([name, value]) => [name, { stringInputs: { value: typeof value === 'string' ? [value] : value } }]))

export const widgetsOf = (card: Card): Widget[] => card.sections.flatMap(({ widgets }) => widgets)
export const rowsOf = (card: Card) => widgetsOf(card).flatMap((widget) => ('decoratedText' in widget ? [widget.decoratedText] : []))
export const inputOf = (card: Card, name: string) => {
  const found = widgetsOf(card).flatMap((widget) => ('textInput' in widget && widget.textInput.name === name ? [widget.textInput] : []))[0]
  if (!found) throw new Error(`no input ${name} in ${card.name}`)
  return found
}
export const noticeOf = (answer: AddonAnswer) => ('renderActions' in answer ? answer.renderActions.action.notification?.text : undefined)
export const parametersIn = ({ parameters }: Action) => Object.fromEntries(parameters.map(({ key, value }) => [key, value]))

/** Somebody who opens messages and presses what the cards offer; every card that comes is held to the rules. */
export function gmailVisitor(server: GmailServer, { locale = 'en' }: { locale?: string } = {}) {
  const checked = (answer: AddonAnswer, kind: 'trigger' | 'press' | 'suggest') => {
    expect(checkAnswer(answer, kind)).toEqual([])
    return answer
  }
  const send = async (asked: Omit<Press, 'locale'>, kind: 'trigger' | 'press' | 'suggest') => checked(await server.press({ locale, ...asked }), kind)
  const visitor = {
    async open(pattern: RegExp) {
      const message = await server.messageOf(pattern)
      const card = cardOf(await send({ endpoint: 'on-message', message }, 'trigger'))
      expect(brokenRules(card)).toEqual([])
      return { message, card }
    },
    /** An entry of the add-on's own menu. */
    menu: async (endpoint: 'settings' | 'help' | 'search') => cardOf(await send({ endpoint, message: null }, 'press')),
    async press(action: Action | undefined, { message = null, typed = {}, ...facts }: { message?: string | null; typed?: Typed } & Partial<Press> = {}, kind: 'press' | 'suggest' = 'press') {
      if (!action) throw new Error('there is no such button')
      return send({ endpoint: 'action', message, parameters: parametersIn(action), formInputs: inputsOf(typed), asks: kind, ...facts }, kind)
    },
    buttonIn(card: Card, words: string | RegExp): Action | undefined {
      const click = findButton(card, words)?.onClick
      return click && 'action' in click ? click.action : undefined
    },
    async suggest(card: Card, name: string, typed: string): Promise<string[]> {
      const answer = await visitor.press(inputOf(card, name).autoCompleteAction, { typed: { [name]: typed } }, 'suggest')
      if (!('autoComplete' in answer)) throw new Error('no suggestions')
      return answer.autoComplete.items.map(({ text }) => text)
    },
  }
  return visitor
}
export type GmailVisitor = ReturnType<typeof gmailVisitor>
