import { anAnswer } from '../../app/pane-test-kit'
import { registersByItself } from './fulfil-order'

const conversation = { contacts: 1, contactId: 'k', counterparty: { id: 'c-7', name: 'Vektor' }, person: { id: 'p-7', name: 'Ivan' }, following: true }
const view = (overrides: Parameters<typeof anAnswer>[1]) => ({ answer: anAnswer('ivan', overrides), work: 'idle' as const, workFailure: null })
const unknown = { ...anAnswer('ivan').match, kind: 'none' as const, rule: 'none' as const, person: null, counterparty: null }

it('what was ordered while writing registers when the sent letter is opened', () => {
  expect(registersByItself(view({ sendOrder: { id: 'o-1', counterparty: null, provisional: false } }))).toEqual({ sendOrderId: 'o-1' })
})

it('a later message of a followed conversation registers for whom it is by its address, else for the conversation’s client', () => {
  expect(registersByItself(view({ conversation }))).toEqual({})
  expect(registersByItself(view({ conversation, match: unknown }))).toEqual({ counterpartyId: 'c-7', personIds: ['p-7'] })
  expect(registersByItself(view({ conversation: { ...conversation, counterparty: null }, match: unknown }))).toBeNull()
})

it.each([
  ['nobody asked for it', {}],
  ['the conversation is not followed', { conversation: { ...conversation, following: false } }],
  ['it is registered already', { conversation, registered: { contactId: 'k', by: { id: 'm', name: 'Anna' }, at: '2026-11-20T10:00:00Z', counterparty: null, canUndo: false } }],
  ['it is not to be processed', { conversation, excluded: true }],
  ['it is between colleagues', { conversation, match: { ...unknown, kind: 'internal' as const, rule: 'own-organisation' as const } }],
  ['its sender is blocked', { conversation, match: { ...unknown, rule: 'blocked' as const } }],
])('nothing registers by itself when %s', (_, overrides) => {
  expect(registersByItself(view(overrides))).toBeNull()
})

it('one attempt that failed is not repeated by itself', () => {
  expect(registersByItself({ ...view({ conversation }), workFailure: { kind: 'offline' } })).toBeNull()
  expect(registersByItself({ ...view({ conversation }), work: 'registering' })).toBeNull()
})
