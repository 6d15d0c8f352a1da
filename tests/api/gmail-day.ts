import { createHash } from 'node:crypto'
import type { ActionDefinition } from '@counterpane/addin-gmail/card-context'
import type { Action, AddonAnswer, Card } from '@counterpane/addin-gmail/card-schema'
import { brokenRules, findButton, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { aContext } from '@counterpane/addin-gmail/testing/sample-views'
import { createActionSignatures } from '@counterpane/backend/features/gmail-addon/action-signature'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Task } from '@counterpane/shared/contract/task'
import { startGmailServer, type GmailServer } from './gmail-server'

const secret = 'a secret of at least thirty-two characters'
const sub = createHash('sha256').update('olga@demo.example').digest('hex').slice(0, 21)

export interface Facts { message?: string | null; inputs?: Record<string, unknown>; locale?: string; timeZone?: string; email?: 'given' | 'left-out' }
export const typed = (value: string) => ({ stringInputs: { value: [value] } })
export const moment = (iso: string) => ({ dateTimeInput: { msSinceEpoch: String(Date.parse(iso)), hasDate: true, hasTime: true } })
export const day = (date: string) => ({ dateInput: { msSinceEpoch: String(Date.parse(`${date}T00:00:00Z`)) } })
export const textOf = (value: unknown) => JSON.stringify(value)

export const stepsOf = (answer: AddonAnswer) => ('renderActions' in answer ? answer.renderActions.action.navigations : 'action' in answer ? answer.action.navigations : []) ?? []
export const cardsOf = (answer: AddonAnswer) => stepsOf(answer).flatMap((step) => ('pushCard' in step ? [step.pushCard] : 'updateCard' in step ? [step.updateCard] : []))
/** What stands on top after the answer. */
export function topOf(answer: AddonAnswer): Card {
  const card = cardsOf(answer).at(-1)
  if (!card) throw new Error(`no card in ${textOf(answer).slice(0, 300)}`)
  return card
}
export const said = (answer: AddonAnswer) => ('renderActions' in answer ? answer.renderActions.action.notification?.text : undefined)
/** What the fields of a card hold before anybody types. */
export const inputsOf = (card: Card) => Object.fromEntries(card.sections.flatMap(({ widgets }) => widgets).flatMap((widget) =>
  'textInput' in widget ? [[widget.textInput.name, widget.textInput.value]] : 'dateTimePicker' in widget ? [[widget.dateTimePicker.name, widget.dateTimePicker.valueMsEpoch]]
    : 'selectionInput' in widget ? [[widget.selectionInput.name, widget.selectionInput.items.find(({ selected }) => selected)?.value]] : []))

/** A day at the add-on: cards, presses on them, and what the house holds afterwards. */
export async function startGmailDay() {
  const server = await startGmailServer({ settings: { COUNTERPANE_SECRET: secret } })
  const signatures = createActionSignatures([secret])
  let signedAt = Date.parse('2026-11-22T06:00:00Z')

  async function send(parameters: Record<string, string>, { inputs, message, ...facts }: Facts = {}): Promise<AddonAnswer> {
    const asked = { endpoint: 'action' as const, message: message ?? parameters.message ?? null, parameters, ...(inputs && { formInputs: inputs }), ...facts }
    const answer = await server.press(asked)
    expect(cardsOf(answer).flatMap((card) => brokenRules(card))).toEqual([])
    return answer
  }
  const press = (card: Card, words: string | RegExp, facts: Facts = {}) => send(parametersOf(findButton(card, words)), facts)
  const clientOf = async (q: string): Promise<{ id: string; name: string }> => (await server.olga('listCounterparties', { query: { q } })).items[0]!
  const tasks = async (query: { counterpartyId?: string; done?: boolean } = {}): Promise<Task[]> => (await server.olga('listTasks', { query: { limit: 200, ...query } })).items

  return {
    server: server as GmailServer, olga: server.olga as HttpClient, close: () => server.close(), send, press, clientOf, tasks,
    /** The parameters of a button that some card of this person shows; each time drawn anew, as cards are. */
    drawn<N extends string, O extends string>(action: ActionDefinition<N, O>, ids: Record<N, string> & Partial<Record<O, string>>): Record<string, string> {
      signedAt += 1
      const pressed: Action = action.on(aContext({ press: (name, parameters) => ({ function: '', parameters: signatures.sign(sub, { action: name, parameters }, new Date(signedAt)) }) }), ids)
      return Object.fromEntries(pressed.parameters.map(({ key, value }) => [key, value]))
    },
    /** Two presses at once and one more after them. */
    async twice(card: Card, words: string | RegExp, facts: Facts = {}) {
      const [first] = await Promise.all([press(card, words, facts), press(card, words, facts)])
      await press(card, words, facts)
      return first
    },
    async openMessage(pattern: RegExp, locale = 'en') {
      const message = await server.messageOf(pattern)
      return { message, card: topOf(await server.press({ endpoint: 'on-message', message, locale })) }
    },
    contacts: async (): Promise<Contact[]> => (await server.olga('listContacts', { query: { limit: 200 } })).items,
    taskOf: async (id: string): Promise<Task> => (await tasks()).find((task) => task.id === id)!,
    aTask: async (title: string, facts: { dueAt?: string; counterpartyId?: string } = {}): Promise<Task> => server.olga('createTask', { body: { title, dueAt: '2026-11-25T07:00:00Z', ...facts } }),
    /** A meeting of two days ago that nobody has said anything about. */
    aPlan: async (subject: string): Promise<Contact> => server.olga('createContact', { body: { startsAt: '2026-11-20T07:00:00Z', method: 'meeting', direction: 'outgoing', status: 'planned', durationMinutes: 60, subject, counterpartyId: (await clientOf('Beta')).id } }),
  }
}
export type GmailDay = Awaited<ReturnType<typeof startGmailDay>>
