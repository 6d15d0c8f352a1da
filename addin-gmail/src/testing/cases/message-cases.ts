import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { choiceCard } from '../../cards/choice-card'
import { messageCard } from '../../cards/message-card'
import type { AfterRegistering, MessageView } from '../../cards/message-view'
import { optionsCard, type OptionsView } from '../../cards/options-card'
import { aContact, aMatch, aSidebar, aTask, aView, petrov, vector } from '../sample-views'
import { many, type CardCases } from './card-cases'

export const messageCases: CardCases = (word) => {
  const person = { ...petrov, name: word, position: word, addresses: [word] }
  const counterparty = { ...vector, name: word, class: word, manager: { id: 'm', name: word } }
  const contact = aContact({ subject: word, manager: { id: 'm', name: word }, counterparty: { id: 'k', name: word } })
  const task = aTask({ title: word, manager: { id: 'm', name: word } })
  const known = aSidebar({
    match: { person, counterparty, reason: word }, lastContact: contact, nextContact: { ...contact, id: 'c-2', status: 'planned', overdue: true },
    openTasks: many(120, (at) => ({ ...task, id: `t-${at}` })), history: { items: many(300, (at) => ({ ...contact, id: `c-${at}` })), nextCursor: 'more' },
  })
  const sender = { name: word, address: word }
  const view = (sidebar = known, overrides: Partial<MessageView> = {}) => aView(sidebar, { sender, subject: word, ...overrides })
  const matched = (match: Partial<Sidebar['match']>, rest: Partial<Sidebar> = {}): Sidebar => ({ ...known, ...rest, match: aMatch({ ...known.match, ...match }) })
  const nobody = { kind: 'none', rule: 'none', person: null, counterparty: null, reason: word } as const
  const registered = { contactId: 'c-9', by: { id: 'm', name: word }, at: '2026-11-20T07:42:00.000Z', counterparty: { id: 'k-1', name: word }, canUndo: true }
  const candidates = many(40, (at) => ({ person: at % 2 ? { ...person, id: `p-${at}` } : null, counterparty: { ...counterparty, id: `k-${at}` }, lastContactAt: at % 3 ? '2026-11-01T10:00:00.000Z' : null }))
  const warnings = many(9, () => ({ code: 'look-alike-domain' as const, text: word, counterparty: { id: 'k', name: word } }))
  const kinds = ['person', 'none', 'counterparty', 'internal'] as const
  const participants: Sidebar['participants'] = many(60, (at) => ({ address: word, name: at % 3 ? word : '', kind: kinds[at % 4]!, personId: at % 4 === 0 ? 'p-1' : null, counterpartyId: at % 2 ? null : 'k-1' }))
  const conversation = { contacts: 3, contactId: 'c-1', counterparty: { id: 'k-7', name: word }, person: { id: 'p-7', name: word }, following: true }
  const after = (ask: AfterRegistering['ask']): Partial<MessageView> => ({ after: { contactId: 'c-9', ask, lines: many(11, () => word) } })
  const message = 'msg-f:1'
  const named = { id: 'k-1', name: word }
  const options = (overrides: Partial<OptionsView> = {}): OptionsView => ({
    message, subject: word, visibility: 'full', person: named, client: named, chosen: true, address: word, order: 'o-1', others: many(10, (at) => ({ id: `k-${at}`, name: word })),
    files: many(90, (at) => ({ name: word, size: at * 1_000_000, kept: at % 2 === 0, why: at % 5 ? null : word || 'too large' })), ...overrides,
  })
  return {
    'known person': (c) => messageCard(view(), c),
    'person without a client': (c) => messageCard(view(matched({ counterparty: null, person: { ...person, position: null } })), c),
    'client only': (c) => messageCard(view(matched({ kind: 'counterparty', rule: 'counterparty-address', person: null })), c),
    suggestion: (c) => messageCard(view(matched({ kind: 'suggestion', rule: 'counterparty-domain', person: null })), c),
    several: (c) => messageCard(view(matched({ candidates }, { participants })), c),
    unknown: (c) => messageCard(view(matched(nobody)), c),
    'unknown among others': (c) => messageCard(view(matched(nobody, { participants, conversation })), c),
    'no address': (c) => messageCard(view(matched(nobody), { sender: { name: '', address: '' } }), c),
    colleague: (c) => messageCard(view(matched({ kind: 'internal', rule: 'own-organisation', person: null, counterparty: null })), c),
    blocked: (c) => messageCard(view(matched({ kind: 'none', rule: 'blocked', person: null, counterparty: null })), c),
    excluded: (c) => messageCard(view({ ...known, excluded: true }), c),
    registered: (c) => messageCard(view({ ...known, registered }), c),
    'registered without a client': (c) => messageCard(view(matched(nobody, { registered: { ...registered, counterparty: null, canUndo: false } })), c),
    'registered between colleagues': (c) => messageCard(view(matched({ kind: 'internal', rule: 'own-organisation', person: null, counterparty: null }, { registered })), c),
    'closes a plan': (c) => messageCard(view({ ...known, registered, participants }, after('plan')), c),
    'closes a plan, everything at once': (c) => messageCard(view(matched({ warnings, candidates }, { registered, participants, conversation, sendOrder: { id: 'o-1', counterparty: named, provisional: true } }), after('plan')), c),
    'closes a task': (c) => messageCard(view({ ...known, registered }, after('task')), c),
    'asks for the next step': (c) => messageCard(view({ ...known, registered }, after('next')), c),
    'files that are not kept': (c) => messageCard(view({ ...known, registered }, after('nothing')), c),
    'registered by a colleague meanwhile': (c) => messageCard(view({ ...known, registered, participants }, { after: { contactId: 'c-9', ask: 'nothing', lines: [], notTakenOver: { privately: true, visibility: 'full', comment: word.repeat(9) } } }), c),
    'conversation of another client': (c) => messageCard(view(matched({}, { conversation })), c),
    'letter started from a contact': (c) => messageCard(view(matched(nobody, { sendOrder: { id: 'o-1', counterparty: named, provisional: false }, conversation: { ...conversation, counterparty: null, following: false } })), c),
    'registered when it was sent': (c) => messageCard(view({ ...known, registered, sendOrder: { id: 'o-1', counterparty: named, provisional: true } }), c),
    'look-alike': (c) => messageCard(view(matched({ ...nobody, warnings })), c),
    'new client': (c) => messageCard(view({ ...known, lastContact: null, nextContact: null, openTasks: [], history: { items: [], nextCursor: null } }), c),
    choice: (c) => choiceCard({ message, address: word, person: named, counterparty: named }, c),
    'choice for a colleague’s email': (c) => choiceCard({ message, address: null, person: null, counterparty: named }, c),
    options: (c) => optionsCard(options(), c),
    'options without files': (c) => optionsCard(options({ person: null, client: null, chosen: false, address: null, order: null, others: [], files: word || 'none' }), c),
    'options, nothing fits': (c) => optionsCard(options({ files: [{ name: word, size: 0, kept: false, why: word || 'too large' }] }), c),
  }
}
