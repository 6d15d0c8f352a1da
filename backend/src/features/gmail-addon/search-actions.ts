import { pressAnswer, suggestAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { changeClientAction, openSearchAction, searchAction, searchCard, searchInputs, searchLimits, suggestFoundAction, type SearchView } from '@counterpane/addin-gmail/cards/search-card'
import type { Found } from '@counterpane/shared/contract/client'
import { clientsCardTexts } from '@counterpane/shared/text/clients-cards'
import { suggestedNames, typed } from './client-names'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import type { MessageDesk } from './message-desk'
import { onLook, onPress, type PressedAction } from './pressed-action'

/** Of the client base: for a look, for the opened message, or for a contact that belongs to another client. */
export function searchActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  /** A contact is moved to a client, a message is registered and a meeting held with a client or a person; to look at, there are contacts too. */
  async function find(visit: Visit, query: string, { contactId, message, waitingId }: Pick<SearchView, 'contactId' | 'message' | 'waitingId'>): Promise<Pick<SearchView, 'found' | 'more'>> {
    const all: readonly Found[] = contactId
      ? (await needs.findCounterparties(visit.caller, query)).map((one) => ({ ...one, kind: 'counterparty', detail: '', counterparty: null }))
      : await needs.search(visit.caller, query)
    return { found: all.filter(({ kind }) => (!message && !waitingId) || kind !== 'contact'), more: all.length >= searchLimits.shown }
  }

  return [
    onLook(openSearchAction, async (visit, place) => pressAnswer('push', searchCard({ ...place, query: '', found: null }, visit.context))),
    onLook(searchAction, async (visit, place) => {
      const query = typed(visit, searchInputs.query)
      const short = query.length < searchLimits.least
      const problem = query === '' ? cardWords(visit.context).writeSearch : short ? clientsCardTexts[visit.context.locale].tooShort : undefined
      return pressAnswer('update', searchCard({ ...place, query, ...(short ? { found: null } : await find(visit, query, place)), problem }, visit.context))
    }),
    onLook(suggestFoundAction, async (visit, { contactId }) =>
      suggestAnswer(await suggestedNames(needs, visit, { field: searchInputs.query, kinds: contactId ? ['counterparty'] : ['counterparty', 'person'] }))),
    onPress(changeClientAction, async (visit, { message, contactId, counterpartyId }) => {
      await needs.changeClient(visit.caller, contactId, counterpartyId)
      return desk.show(visit, message, { place: 'finish', notification: cardWords(visit.context).chosen })
    }),
  ]
}
