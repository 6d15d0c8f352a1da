import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { callCard, callInputs, callMethodAction, callMethods, callTemplate, logCallAction, openCallAction, type CallForm, type CallView } from '@counterpane/addin-gmail/cards/call-card'
import { notChosen } from '@counterpane/addin-gmail/cards/not-chosen'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { momentInput, textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import type { MessageDesk, SeenMessage } from './message-desk'
import { momentBehind } from './picked-times'
import { nextStepCard } from './plan-actions'
import { onLook, onPress, type PressedAction } from './pressed-action'
import { finish, seenOrNull, withCardOnTop } from './work-answers'

interface Ids { message?: string; counterpartyId?: string; personId?: string }
const mostMinutes = 527_040

function readForm({ event }: Visit): CallForm {
  const text = (name: string) => textInput(event, name)
  return {
    method: callMethods.find((one) => one === text(callInputs.method)) ?? 'call', direction: text(callInputs.direction) === 'incoming' ? 'incoming' : 'outgoing',
    person: text(callInputs.person), template: text(callInputs.template), result: text(callInputs.result).slice(0, 100_000), subject: text(callInputs.subject).slice(0, 10_000),
    minutes: text(callInputs.minutes).slice(0, 20), at: momentInput(event, callInputs.at) ?? undefined,
  }
}

/** Whoever the open email is from, where nobody was named. */
function whoOf({ counterpartyId, personId }: Ids, seen: SeenMessage | null): Pick<Ids, 'counterpartyId' | 'personId'> {
  const { kind, person, counterparty } = seen?.sidebar.match ?? {}
  if (counterpartyId || personId || (kind !== 'person' && kind !== 'counterparty')) return { counterpartyId, personId }
  return { counterpartyId: counterparty?.id, personId: person?.id }
}

/** A call or a meeting that has just been: one save, then the next step. */
export function callActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  /** With whom: the client, and those of its people who may be named. */
  async function withWhom({ caller }: Visit, { counterpartyId, personId }: Ids): Promise<Pick<CallView, 'counterparty' | 'persons'>> {
    const person = personId ? await needs.getPerson(caller, personId) : null
    const counterparty = counterpartyId ? await needs.getCounterparty(caller, counterpartyId) : person?.counterparty ?? null
    const people = counterparty ? await needs.listPersons(caller, counterparty.id) : []
    return { counterparty, persons: [...(person ? [person] : []), ...people.filter(({ id }) => id !== personId)] }
  }

  return [
    onLook(openCallAction, async (visit, { message, ...given }) => {
      const seen = await seenOrNull(desk, visit, message)
      const who = whoOf(given, seen)
      const form: CallForm = { method: 'call', direction: 'outgoing', person: who.personId ?? notChosen, template: notChosen, result: '', subject: seen?.snapshot.subject ?? '', minutes: '' }
      return pressAnswer('push', callCard({ message, personId: who.personId, ...(await withWhom(visit, who)), form }, visit.context))
    }),
    onLook(callMethodAction, async (visit, { message, ...who }) =>
      pressAnswer('update', callCard({ message, personId: who.personId, ...(await withWhom(visit, who)), form: readForm(visit) }, visit.context))),
    onPress(logCallAction, async (visit, { message, ...who }) => {
      const words = workCardTexts[visit.context.locale]
      const form = readForm(visit)
      const { counterparty, persons } = await withWhom(visit, who)
      const chosen = momentBehind(visit, callInputs.at)
      const minutes = form.minutes === '' ? null : /^\d{1,6}$/.test(form.minutes) && Number(form.minutes) <= mostMinutes ? Number(form.minutes) : undefined
      const problem = chosen.at === null ? chosen.problem : minutes === undefined ? words.wrongMinutes : null
      if (problem !== null || chosen.at === null) {
        return pressAnswer('update', callCard({ message, personId: who.personId, counterparty, persons, form: { ...form, at: chosen.picked }, problem: problem ?? words.whenUnreadable }, visit.context))
      }
      const startsAt = chosen.at.toISOString()
      const person = persons.find(({ id }) => id === form.person)
      const contact = await visit.once(() => needs.createContact(visit.caller, {
        startsAt, method: form.method, direction: form.direction, status: 'held', counterpartyId: counterparty?.id ?? null, personIds: person ? [person.id] : [],
        subject: form.subject, result: [callTemplate(form.template, visit.context), form.result].filter((part) => part !== '').join('. '), ...(minutes && { durationMinutes: minutes }),
      }))
      const answer = await finish(desk, visit, { message, notification: words.saved })
      return withCardOnTop(answer, await nextStepCard(needs, visit, { contact, message, asked: true }))
    }),
  ]
}
