import { pressAnswer, suggestAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { createAction, fillFromSignatureAction, openPersonFormAction, personFormCard, personInputs, suggestClientsAction } from '@counterpane/addin-gmail/cards/person-form-card'
import { openPersonsAction, personsCard } from '@counterpane/addin-gmail/cards/persons-card'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { parseAddress } from '@counterpane/shared/matching/address'
import { clientsCardTexts } from '@counterpane/shared/text/clients-cards'
import { clientNamed, sameKey, suggestedNames } from './client-names'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import type { MessageDesk } from './message-desk'
import { createNewcomers, type Newcomer } from './newcomer'
import { onLook, onPress, type PressedAction } from './pressed-action'
import { consentFor, registerOpened, showRegistered } from './register-opened'

/** Making somebody of the message known, together with the client, and registering it. */
export function personFormActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  const newcomers = createNewcomers(needs, desk)

  /** Whoever is known by the exact address by now was made by the first press of two, or by a colleague; else they are made here. */
  async function personOf(visit: Visit, newcomer: Newcomer) {
    const { match, given, form, address } = newcomer
    if (match.kind === 'person' && match.person) return { id: match.person.id, name: match.person.name, clientId: match.counterparty?.id ?? null, said: null }
    const own = clientsCardTexts[visit.context.locale]
    const known = given ?? (await clientNamed(needs, visit, { name: form.client, preferred: match.counterparty?.id }))
    const client = known ?? (form.client === '' ? null : await visit.once(() => needs.createCounterparty(visit.caller, { name: form.client }), 'client'))
    // A sender may write anything for an address; what is none is nobody's.
    const addresses = parseAddress(address) === null || newcomer.stays ? [] : [address]
    // Nobody is known again by an address that they do not have: then the name tells who was made before.
    const before = client && addresses.length === 0 ? (await needs.listPersons(visit.caller, client.id)).find(({ name }) => sameKey(name) === sameKey(form.name)) : undefined
    const person = before ?? (await visit.once(() => needs.createPerson(visit.caller, {
      name: form.name, counterpartyId: client?.id ?? null, addresses, ...(form.position && { position: form.position }), ...(form.phones.length > 0 && { phones: form.phones }),
    }), 'person'))
    return { id: person.id, name: person.name, clientId: client?.id ?? null, said: client && (known ? own.usedClient : own.madeClient)(client.name) }
  }

  return [
    onLook(openPersonsAction, async (visit, { message, counterpartyId }) => {
      const counterparty = await needs.getCounterparty(visit.caller, counterpartyId)
      const persons = await needs.listPersons(visit.caller, counterpartyId)
      return pressAnswer('push', personsCard({ message, counterparty, persons }, visit.context))
    }),
    onLook(openPersonFormAction, async (visit, asked) => {
      const newcomer = await newcomers.of(visit, asked)
      return pressAnswer('push', personFormCard(await newcomers.viewOf(visit, newcomer), visit.context))
    }),
    onLook(suggestClientsAction, async (visit) => suggestAnswer(await suggestedNames(needs, visit, { field: personInputs.client, kinds: ['counterparty'] }))),
    onLook(fillFromSignatureAction, async (visit, { own, ...asked }) => {
      const consent = consentFor(visit)
      if (consent) return consent
      const newcomer = await newcomers.of(visit, asked)
      const signature = await newcomers.signatureOf(visit, newcomer)
      return pressAnswer(own ? 'update' : 'push', personFormCard(await newcomers.viewOf(visit, newcomer, { signature }), visit.context))
    }),
    onPress(createAction, async (visit, { own, ...asked }) => {
      const newcomer = await newcomers.of(visit, asked)
      const consent = newcomer.aside ? null : consentFor(visit)
      if (consent) return consent
      const { sidebar } = newcomer.seen
      if (!newcomer.aside && (sidebar.excluded || sidebar.match.rule === 'blocked')) return desk.show(visit, asked.message, { place: 'finish' })
      const words = cardWords(visit.context)
      if (newcomer.match.kind !== 'person' && newcomer.form.name === '') {
        const problem = newcomer.form.client === '' ? words.writeName : clientsCardTexts[visit.context.locale].writePerson
        return pressAnswer(own ? 'update' : 'push', personFormCard(await newcomers.viewOf(visit, newcomer, { problem }), visit.context))
      }
      // Nothing is made when Gmail does not give the message: the person would be there and the message not registered.
      const content = newcomer.aside ? undefined : await desk.readContent(visit, asked.message)
      // Whichever of two presses is slower finds the person made by the other: both say what was made.
      const person = await visit.once(() => personOf(visit, newcomer), 'newcomer')
      if (newcomer.aside) return desk.show(visit, asked.message, { place: 'finish', notification: [clientsCardTexts[visit.context.locale].madePerson(person.name), person.said].filter(Boolean).join('. ') })
      const done = await registerOpened(needs, desk, visit, { message: asked.message, personId: person.id, counterpartyId: person.clientId, content })
      return alsoSaying(await showRegistered(desk, visit, { message: asked.message, place: 'finish', done }), person.said)
    }),
  ]
}

/** Which client it became is said beside what was registered: the form could not be sure while the name was typed. */
function alsoSaying(answer: AddonAnswer, words: string | null): AddonAnswer {
  if (!words || !('renderActions' in answer)) return answer
  const { action } = answer.renderActions
  const text = [action.notification?.text, words].filter(Boolean).join('. ')
  return { ...answer, renderActions: { ...answer.renderActions, action: { ...action, notification: { text } } } }
}
