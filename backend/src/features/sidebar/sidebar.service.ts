import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { Hit, Target } from '@counterpane/shared/matching/evidence'
import type { ClientCardsRepository } from './client-cards.repository'
import { namedIn, presentMatch } from './match.presenter'
import type { Recognise, Recognised } from './recognise'
import type { RegistrationRepository } from './registration.repository'
import type { SidebarNeeds, Viewer } from './sidebar.types'

export interface SidebarDeps { recognise: Recognise; cards: ClientCardsRepository; registrations: RegistrationRepository; needs: SidebarNeeds }

/** How much of the history comes with the answer; the rest is asked for page by page. */
const historyShown = 10

const nothing = { lastContact: null, nextContact: null, openTasks: [], history: { items: [], nextCursor: null } }

/** Everything that the pane or a card shows about one message, in one answer. */
export function createSidebarService({ recognise, cards, registrations, needs }: SidebarDeps) {
  const matchOf = (found: Pick<Recognised, 'match' | 'evidence'>, { locale, now }: Viewer) => {
    const named = namedIn(found.match)
    return presentMatch(found.match, cards.load(named.personIds, named.counterpartyIds), { locale, now, lastContactAt: lastContactIn(found) })
  }
  return {
    matchOf,
    aboutClient,
    ask(message: MessageSnapshot, viewer: Viewer): Sidebar {
      const found = recognise(message, viewer.caller.id)
      const { registered: own, excluded } = registrations.find(found.messageKey)
      const waiting = own || found.side.direction !== 'outgoing' ? null : needs.sendOrder(found, message, viewer)
      const registered = own ?? (waiting?.contactId ? registrations.ofContact(waiting.contactId) : null)
      return {
        messageId: message.messageId, match: matchOf(found, viewer), participants: participantsOf(found), excluded,
        conversation: message.conversationId ? needs.conversation(message.conversationId, viewer, registered?.contactId ?? null) : null,
        sendOrder: waiting && { id: waiting.id, counterparty: waiting.counterparty, provisional: waiting.contactId !== null },
        registered: registered && {
          contactId: registered.contactId, by: registered.registeredBy ?? { id: '', name: '' }, at: new Date(registered.createdAt).toISOString(),
          counterparty: registered.counterparty, canUndo: needs.mayUndo(registered, viewer),
        },
        ...aboutClient(found.match.target, viewer),
      }
    },
  }
  function aboutClient(target: Target | null, viewer: Viewer): Pick<Sidebar, 'lastContact' | 'nextContact' | 'openTasks' | 'history'> {
    if (!target) return nothing
    const { last, next, history } = needs.standing(target, historyShown, viewer)
    return { lastContact: last, nextContact: next, openTasks: needs.openTasks(target, viewer), history }
  }
}
export type SidebarService = ReturnType<typeof createSidebarService>

function lastContactIn({ evidence }: Pick<Recognised, 'evidence'>) {
  const hits = [...evidence.persons, ...evidence.counterparties]
  return (target: Target) => hits.find((hit) => hit.personId === target.personId && hit.counterpartyId === target.counterpartyId)?.lastContactAt ?? null
}

/** Everybody in From, Reply-To, To and Cc once, with who they are by exact address. */
export function participantsOf({ side, evidence }: Pick<Recognised, 'side' | 'evidence'>): Sidebar['participants'] {
  const byKey = (hits: readonly Hit[]) => new Map([...hits].reverse().map((hit) => [hit.addressKey, hit]))
  const [persons, counterparties] = [byKey(evidence.persons), byKey(evidence.counterparties)]
  return side.participants.map(({ address, name, keys, own }) => {
    const person = keys && !own ? persons.get(keys.addressKey) : undefined
    const counterparty = keys && !own ? counterparties.get(keys.addressKey) : undefined
    const kind = own ? 'internal' : person ? 'person' : counterparty ? 'counterparty' : 'none'
    return { address, name, kind, personId: person?.personId ?? null, counterpartyId: (person ?? counterparty)?.counterpartyId ?? null }
  })
}
