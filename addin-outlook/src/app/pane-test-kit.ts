import type { Contact } from '@counterpane/shared/contract/contact'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { RouteName } from '@counterpane/shared/contract/routes'
import { createOutbox } from '../features/register/outbox'
import { createRegistering } from '../features/register/registering'
import { createFakeMailbox } from '../mailbox/fake-mailbox'
import type { OpenMessage } from '../mailbox/mailbox'
import type { PaneApi } from './pane-api'
import { createPaneStore } from './pane-store'

/** Parts of the pane's tests: a letter, an answer for it, a contact, and the pane without its screen over a server that answers when the test says so. */
export function aLetter(name: string): OpenMessage {
  const snapshot = {
    messageId: `<${name}@client.example>`, conversationId: null, subject: `About ${name}`, sentAt: '2026-11-20T10:00:00.000Z', receivedAt: null,
    from: { name, address: `${name}@client.example` }, replyTo: [], to: [], cc: [],
  }
  return { key: name, itemId: `item-${name}`, snapshot, attachments: [], meeting: null }
}

export function anAnswer(name: string, overrides: Partial<Sidebar> = {}): Sidebar {
  return {
    messageId: `<${name}@client.example>`, excluded: false, participants: [], registered: null, conversation: null, sendOrder: null, lastContact: null, nextContact: null, openTasks: [], history: { items: [], nextCursor: null },
    match: {
      kind: 'person', rule: 'person-address', reason: '', candidates: [], warnings: [], person: { id: `p-${name}`, name, position: null, addresses: [] },
      counterparty: { id: `c-${name}`, name: `Client of ${name}`, class: null, vip: false, manager: null },
    },
    ...overrides,
  }
}

export const aContact = (overrides: Partial<Contact> = {}): Contact => ({
  id: 'k-1', etag: '"1"', startsAt: '2026-11-20T10:00:00.000Z', durationMinutes: null, method: 'letter', direction: 'incoming', status: 'held', state: 1, overdue: false, priority: 'medium',
  type: null, firm: null, manager: null, managers: [], registeredBy: { id: 'm-1', name: 'Olga Smirnova' }, counterparty: null, also: [], persons: [], subject: '', content: '', folded: '', result: '',
  comment: '', adSource: null, attributes: {}, attachments: [], source: 'outlook', visibility: 'full', private: false, messageId: null, conversationId: null, previousId: null, nextIds: [], calendar: null, appointment: null,
  createdAt: '2026-11-22T08:00:00.000Z', updatedAt: '2026-11-22T08:00:00.000Z', ...overrides,
})

export interface Asked { name: RouteName; options: { id?: string; body?: unknown }; answer: (value: unknown) => Promise<void>; fail: (error: Error) => Promise<void> }

export function aPane() {
  const asked: Asked[] = []
  const api = ((name: RouteName, options: Asked['options'] = {}) => new Promise<unknown>((resolve, reject) => {
    asked.push({ name, options, answer: async (value) => { resolve(value as never); await settled() }, fail: async (error) => { reject(error); await settled() } })
  })) as unknown as PaneApi
  const owner = { name: 'Olga Smirnova', address: 'olga@demo.example' }
  const client = createFakeMailbox({ host: { owner, locale: 'en' } })
  const store = createPaneStore({ mailbox: client.mailbox, api })
  const kept = new Map<string, string>()
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  const outbox = createOutbox({
    storage, api, owner: () => owner.address, alone: (work) => work(), onChange: (counts) => store.set(counts), onSent: ({ key }, contact) => registering.registered(key, contact, false),
  })
  const otherMessage: string[] = []
  const registering = createRegistering({
    store, api, mailbox: client.mailbox, outbox, me: () => ({ id: 'm-1', name: 'Olga Smirnova' }), now: () => new Date('2026-11-22T08:00:00Z'), onOtherMessage: () => { otherMessage.push('told'); store.look() },
  })
  return { api, asked, client, store, outbox, registering, otherMessage, storage, begin: () => store.run(owner, 'en') }
}

/** Lets everything that is ready to go on do so. */
export const settled = () => new Promise<void>((resolve) => { setTimeout(resolve, 5) })
