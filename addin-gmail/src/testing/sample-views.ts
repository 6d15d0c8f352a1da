import type { Contact } from '@counterpane/shared/contract/contact'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { Task } from '@counterpane/shared/contract/task'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { CardContext } from '../card-context'
import type { MessageView } from '../cards/message-view'

export const sampleNow = new Date('2026-11-20T09:00:00.000Z')
const olga = { id: 'm-olga', name: 'Olga Smirnova' }

/** A context whose signature is only a word: what is signed is the server's own test. */
export function aContext(overrides: Partial<CardContext> & { locale?: Locale } = {}): CardContext {
  const base = 'https://crm.example'
  return {
    locale: 'en', now: sampleNow, timeZone: 'Europe/Moscow',
    press: (action, parameters) => ({ function: `${base}/gmail/action`, loadIndicator: 'SPINNER', parameters: Object.entries({ action, ...parameters, signature: 'signed' }).map(([key, value]) => ({ key, value })) }),
    links: { journal: `${base}/journal/`, contact: (id) => `${base}/journal/#/contacts/${encodeURIComponent(id)}`, counterparty: (id) => `${base}/journal/#/clients/${encodeURIComponent(id)}` },
    ...overrides,
  }
}

/** The same with ids as long as the server's, signed as it signs: what a card weighs is only told with them. */
export const aSignedContext = (overrides: Partial<CardContext> = {}): CardContext => aContext({
  press: (action, parameters) => ({
    function: 'https://counterpane.some-company.example/gmail/action', loadIndicator: 'SPINNER',
    parameters: Object.entries({ ...Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, /Id$/.test(key) ? value.padStart(36, '0') : value])), action, expires: '1795000000000', signature: 'x'.repeat(43) }).map(([key, value]) => ({ key, value })),
  }),
  ...overrides,
})

export function aContact(overrides: Partial<Contact> = {}): Contact {
  return {
    id: 'c-1', etag: '"1"', startsAt: '2026-11-18T10:00:00.000Z', durationMinutes: null, method: 'letter', direction: 'incoming', status: 'held', state: 1, overdue: false, priority: 'medium',
    type: null, firm: null, manager: olga, managers: [olga], registeredBy: olga, counterparty: { id: 'k-1', name: 'ООО «Вектор»' }, also: [], persons: [], subject: 'Price for 2027',
    content: '', folded: '', result: '', comment: '', adSource: null, attributes: {}, attachments: [], source: 'gmail', visibility: 'full', private: false, messageId: null, conversationId: null,
    previousId: null, nextIds: [], calendar: null, appointment: null, createdAt: '2026-11-18T10:00:00.000Z', updatedAt: '2026-11-18T10:00:00.000Z', ...overrides,
  }
}

export function aTask(overrides: Partial<Task> = {}): Task {
  return {
    id: 't-1', etag: '"1"', kind: 'task', title: 'Send contract draft', dueAt: '2026-11-18T10:00:00.000Z', overdue: true, done: false, doneAt: null, result: '', manager: olga, createdBy: olga,
    counterparty: null, contactId: null, dealId: null, contact: null, minutes: null, repeat: null, repeatOfId: null, createdAt: '2026-11-10T10:00:00.000Z', updatedAt: '2026-11-10T10:00:00.000Z', ...overrides,
  }
}

type Match = Sidebar['match']
export const vector = { id: 'k-1', name: 'ООО «Вектор»', class: 'A', vip: true, manager: olga }
export const petrov = { id: 'p-1', name: 'Ivan Petrov', position: 'Head of purchasing', addresses: ['ivan.petrov@vector.example'] }

export function aMatch(overrides: Partial<Match> = {}): Match {
  return { kind: 'person', rule: 'person-address', reason: "contact person's address", person: petrov, counterparty: vector, candidates: [], warnings: [], ...overrides }
}

export function aSidebar({ match, ...overrides }: Partial<Omit<Sidebar, 'match'>> & { match?: Partial<Match> } = {}): Sidebar {
  return {
    messageId: '<1@vector.example>', match: aMatch(match), participants: [], registered: null, excluded: false, conversation: null, sendOrder: null,
    lastContact: aContact(), nextContact: aContact({ id: 'c-2', startsAt: '2026-11-24T08:00:00.000Z', status: 'planned', method: 'meeting', subject: 'Samples of the new line' }),
    openTasks: [aTask(), aTask({ id: 't-2', title: 'Call about the claim', dueAt: '2026-11-20T15:00:00.000Z', overdue: false })],
    history: { items: [aContact(), aContact({ id: 'c-3', method: 'call', direction: 'outgoing' })], nextCursor: null }, ...overrides,
  }
}

export function aView(sidebar: Sidebar = aSidebar(), overrides: Partial<MessageView> = {}): MessageView {
  return { sidebar, message: 'msg-f:1888313095599270248', subject: 'Discount', sender: { name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }, ...overrides }
}
