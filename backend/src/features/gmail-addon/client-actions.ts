import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { createAction, openPersonFormAction, personFormCard, personInputs } from '@counterpane/addin-gmail/cards/person-form-card'
import { openPersonsAction, personsCard } from '@counterpane/addin-gmail/cards/persons-card'
import { changeClientAction, openSearchAction, searchAction, searchCard, searchInputs } from '@counterpane/addin-gmail/cards/search-card'
import { foldText } from '@counterpane/shared/text/fold'
import type { GmailAddonNeeds, NamedRef } from './gmail-addon.needs'
import { textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import { consentFor, registerOpened } from './message-actions'
import type { MessageDesk } from './message-desk'
import { onPress } from './pressed-action'

/** What the form says; lengths are the contract's. */
function readForm({ event }: Visit) {
  const field = (name: string, length: number) => textInput(event, name).slice(0, length)
  return { name: field(personInputs.name, 500), client: field(personInputs.client, 500), position: field(personInputs.position, 1_000), phone: field(personInputs.phone, 100) }
}

export function clientActions(needs: GmailAddonNeeds, desk: MessageDesk) {
  /** The client of that very name when there is one, so that a repeated press makes no second. */
  async function clientNamed(visit: Visit, name: string): Promise<NamedRef | null> {
    if (name === '') return null
    const found = await needs.findCounterparties(visit.caller, name)
    return found.find((one) => foldText(one.name) === foldText(name)) ?? needs.createCounterparty(visit.caller, { name })
  }

  return [
    onPress(openSearchAction, async (visit, { message = '', contactId }) =>
      pressAnswer('push', searchCard({ message, contactId: contactId ?? null, query: '', found: null }, visit.context))),
    onPress(searchAction, async (visit, { message = '', contactId }) => {
      const query = textInput(visit.event, searchInputs.query).slice(0, 500)
      const found = query === '' ? null : await needs.findCounterparties(visit.caller, query)
      const problem = query === '' ? cardWords(visit.context).writeSearch : undefined
      return pressAnswer('update', searchCard({ message, contactId: contactId ?? null, query, found, problem }, visit.context))
    }),
    onPress(changeClientAction, async (visit, { message, contactId, counterpartyId }) => {
      await needs.changeClient(visit.caller, contactId, counterpartyId)
      return desk.show(visit, message, { place: 'finish', notification: cardWords(visit.context).chosen })
    }),
    onPress(openPersonsAction, async (visit, { message, counterpartyId }) => {
      const counterparty = await needs.getCounterparty(visit.caller, counterpartyId)
      const persons = await needs.listPersons(visit.caller, counterpartyId)
      return pressAnswer('push', personsCard({ message, counterparty, persons }, visit.context))
    }),
    onPress(openPersonFormAction, async (visit, { message, counterpartyId }) => {
      const { sender } = await desk.again(visit, message)
      const counterparty = counterpartyId ? await needs.getCounterparty(visit.caller, counterpartyId) : null
      return pressAnswer('push', personFormCard({ message, address: sender.address, counterparty, name: sender.name }, visit.context))
    }),
    onPress(createAction, async (visit, { message, counterpartyId }) => {
      const consent = consentFor(visit)
      if (consent) return consent
      const { sidebar, sender } = await desk.again(visit, message)
      const words = cardWords(visit.context)
      const form = readForm(visit)
      // Whoever is known by exact address by now was made by the first press of two, or by a colleague.
      if (sidebar.match.kind !== 'person') {
        const given = counterpartyId ? await needs.getCounterparty(visit.caller, counterpartyId) : null
        if (form.name === '') return pressAnswer('update', personFormCard({ message, address: sender.address, counterparty: given, ...form, problem: words.writeName }, visit.context))
        const counterparty = given ?? (await clientNamed(visit, form.client))
        await needs.createPerson(visit.caller, {
          name: form.name, counterpartyId: counterparty?.id ?? null, addresses: sender.address === '' ? [] : [sender.address],
          ...(form.position && { position: form.position }), ...(form.phone && { phones: [form.phone] }),
        })
      }
      const { created } = await registerOpened(needs, desk, visit, { message })
      return desk.show(visit, message, { place: 'finish', notification: created ? words.registered : words.alreadyRegistered })
    }),
  ]
}
