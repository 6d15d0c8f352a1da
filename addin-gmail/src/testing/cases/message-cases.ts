import { choiceCard } from '../../cards/choice-card'
import { messageCard } from '../../cards/message-card'
import { aContact, aSidebar, aTask, aView, petrov, vector } from '../sample-views'
import { many, type CardCases } from './card-cases'

export const messageCases: CardCases = (word) => {
  const person = { ...petrov, name: word, position: word, addresses: [word] }
  const counterparty = { ...vector, name: word, class: word, manager: { id: 'm', name: word } }
  const contact = aContact({ subject: word, manager: { id: 'm', name: word }, counterparty: { id: 'k', name: word } })
  const task = aTask({ title: word, manager: { id: 'm', name: word } })
  const known = aSidebar({
    match: { person, counterparty, reason: word }, lastContact: contact, nextContact: { ...contact, status: 'planned', overdue: true },
    openTasks: many(120, (at) => ({ ...task, id: `t-${at}` })), history: { items: many(300, (at) => ({ ...contact, id: `c-${at}` })), nextCursor: 'more' },
  })
  const sender = { name: word, address: word }
  const view = (sidebar = known) => aView(sidebar, { sender, subject: word })
  const matched = (match: Parameters<typeof aSidebar>[0] extends infer S | undefined ? NonNullable<S> extends { match?: infer M } ? M : never : never) => aSidebar({ ...known, match: { ...known.match, ...match } })
  const registered = { contactId: 'c-9', by: { id: 'm', name: word }, at: '2026-11-20T07:42:00.000Z', counterparty: { id: 'k', name: word }, canUndo: true }
  const candidates = many(40, (at) => ({ person: at % 2 ? person : null, counterparty, lastContactAt: at % 3 ? '2026-11-01T10:00:00.000Z' : null }))
  const warnings = many(9, () => ({ code: 'look-alike-domain' as const, text: word, counterparty: { id: 'k', name: word } }))
  const message = 'msg-f:1'
  const named = { id: 'k-1', name: word }
  return {
    'known person': (c) => messageCard(view(), c),
    'person without a client': (c) => messageCard(view(matched({ counterparty: null, person: { ...person, position: null } })), c),
    'client only': (c) => messageCard(view(matched({ kind: 'counterparty', rule: 'counterparty-address', person: null })), c),
    suggestion: (c) => messageCard(view(matched({ kind: 'suggestion', rule: 'counterparty-domain', person: null })), c),
    several: (c) => messageCard(view(matched({ candidates })), c),
    unknown: (c) => messageCard(view(aSidebar({ ...known, match: { kind: 'none', rule: 'none', person: null, counterparty: null, reason: word } })), c),
    'no address': (c) => messageCard(aView(aSidebar({ ...known, match: { kind: 'none', rule: 'none', person: null, counterparty: null, reason: word } }), { sender: { name: '', address: '' } }), c),
    colleague: (c) => messageCard(view(matched({ kind: 'internal', rule: 'own-organisation', person: null, counterparty: null })), c),
    blocked: (c) => messageCard(view(matched({ kind: 'none', rule: 'blocked', person: null, counterparty: null })), c),
    excluded: (c) => messageCard(view({ ...known, excluded: true }), c),
    registered: (c) => messageCard(view({ ...known, registered }), c),
    'registered without a client': (c) => messageCard(view({ ...known, registered: { ...registered, counterparty: null, canUndo: false } }), c),
    'look-alike': (c) => messageCard(view(matched({ kind: 'none', rule: 'none', person: null, counterparty: null, warnings })), c),
    'new client': (c) => messageCard(view(aSidebar({ ...known, lastContact: null, nextContact: null, openTasks: [], history: { items: [], nextCursor: null } })), c),
    choice: (c) => choiceCard({ message, address: word, person: named, counterparty: named }, c),
  }
}
