import type { DemoDraft } from './demo-draft'
import { doneOf, type OfficeAnswers, upToSet } from './office-answers'
import { bodyOf, toDetails } from './office-item'
import type { StandInEvent, StandInHost } from './stand-in-host'

type Getter<T> = { getAsync: T }
type Draft = Pick<Office.MessageCompose, 'itemType' | 'conversationId' | 'addHandlerAsync' | 'removeHandlerAsync' | 'sessionData' | 'getItemIdAsync'> & {
  body: Pick<Office.Body, 'getAsync'>; to: Getter<Office.Recipients['getAsync']>; cc: Getter<Office.Recipients['getAsync']>; subject: Getter<Office.Subject['getAsync']>; from: Getter<Office.From['getAsync']>
}
export type StandInDraft = Partial<Draft>

/** Handlers of one item's events, heard until they are taken off or the item goes. */
export function itemHandlers(host: StandInHost, answers: OfficeAnswers, events: Record<string, StandInEvent>) {
  const heard = new Map<string, (() => void)[]>()
  return {
    addHandlerAsync: (event: unknown, handler: (args: { type: string }) => void, ...rest: unknown[]) => {
      const name = events[String(event)]
      if (name === undefined) return answers.refuse(doneOf(rest), 5001, 'EventNotSupported')
      heard.set(String(event), [...(heard.get(String(event)) ?? []), host.on(name, () => handler({ type: String(event) }))])
      answers.give<void>(doneOf(rest), undefined)
    },
    removeHandlerAsync: (event: unknown, ...rest: unknown[]) => {
      for (const stop of heard.get(String(event)) ?? []) stop()
      heard.delete(String(event))
      answers.give<void>(doneOf(rest), undefined)
    },
  }
}

/** A letter that is being written, as Office.js shows it in compose mode: getters, and no ids. */
export function toStandInDraft(draft: DemoDraft, host: StandInHost, answers: OfficeAnswers): StandInDraft {
  const ask = <T>(value: () => T) => (...rest: unknown[]) => answers.ask(doneOf<T>(rest), value)
  const whole: StandInDraft = {
    itemType: 'message' as unknown as Office.MailboxEnums.ItemType, conversationId: draft.conversationId ?? (null as unknown as string),
    subject: { getAsync: ask(() => draft.subject) }, to: { getAsync: ask(() => draft.to.map(toDetails)) }, cc: { getAsync: ask(() => draft.cc.map(toDetails)) }, from: { getAsync: ask(() => toDetails(host.owner)) },
    body: { getAsync: bodyOf(host, answers, () => Promise.resolve({ text: draft.body, html: null })) },
    getItemIdAsync: (...rest: unknown[]) => answers.refuse(doneOf(rest), 9017, 'ItemNotSaved'),
    sessionData: sessionOf(draft, answers),
    ...itemHandlers(host, answers, { olkRecipientsChanged: 'recipients' }),
  }
  return upToSet(host, whole, { from: '1.7', addHandlerAsync: '1.7', removeHandlerAsync: '1.7', getItemIdAsync: '1.8', sessionData: '1.11' })
}

function sessionOf({ session }: DemoDraft, answers: OfficeAnswers): Office.SessionData {
  return {
    setAsync: (name: string, value: string, ...rest: unknown[]) => {
      if (typeof value !== 'string') return answers.refuse(doneOf(rest), 5015, 'InvalidParameter')
      answers.ask<void>(doneOf(rest), () => { session.set(name, value) })
    },
    getAsync: (name: string, ...rest: unknown[]) => {
      const value = session.get(name)
      if (value === undefined) return answers.refuse(doneOf(rest), 9057, 'KeyNotFound')
      answers.ask(doneOf<string>(rest), () => value)
    },
    getAllAsync: (...rest: unknown[]) => answers.ask<object>(doneOf(rest), () => Object.fromEntries(session)),
    removeAsync: (name: string, ...rest: unknown[]) => (session.has(name) ? answers.ask<void>(doneOf(rest), () => { session.delete(name) }) : answers.refuse(doneOf(rest), 9057, 'KeyNotFound')),
    clearAsync: (...rest: unknown[]) => answers.ask<void>(doneOf(rest), () => session.clear()),
  }
}
