import { at } from '../support/sight-base'
import { sightNow, type Ids } from '../support/sight-house'

export interface Written { kind: keyof Ids; id?: string; body?: unknown }
type Writes = (id: string) => Written[]
const now = (minutes: number) => at(sightNow, minutes)

/** A path's id of such a thing, with a body that would do if it were there. */
const named = (kind: keyof Ids, body?: unknown): Writes => (id) => [{ kind, id, body }]
/** Ids in a body, each by its kind. */
const inBody = (...bodies: [keyof Ids, (id: string) => unknown][]): Writes => (id) => bodies.map(([kind, body]) => ({ kind, body: body(id) }))
const act = { startsAt: now(90), method: 'call', direction: 'outgoing', status: 'planned', subject: 'Named' }
const message = { messageId: '<named@base.example>', subject: 'Named', sentAt: now(-10), from: { name: '', address: 'named@nowhere.example' }, to: [{ name: '', address: 'olga@demo.example' }] }
const meeting = { subject: 'Named', startsAt: now(600), endsAt: now(630), organizer: { name: '', address: 'olga@demo.example' }, required: [{ name: '', address: 'named@nowhere.example' }] }
const letter = { subject: 'Named', to: [{ name: '', address: 'named@nowhere.example' }] }

/** Every writing route whose path or body names something that may be hidden; the others are `idless`. */
export const writes: Record<string, Writes> = {
  registerMessage: inBody(['client', (id) => ({ message, counterpartyId: id })], ['person', (id) => ({ message, personIds: [id] })], ['client', (id) => ({ message, counterpartyId: 'cp-vektor', alsoCounterpartyIds: [id] })], ['contact', (id) => ({ message, counterpartyId: 'cp-vektor', closes: [id] })], ['task', (id) => ({ message, counterpartyId: 'cp-vektor', closes: [id] })]),
  registerMeeting: inBody(['client', (id) => ({ meeting, counterpartyId: id })], ['person', (id) => ({ meeting, personIds: [id] })], ['client', (id) => ({ meeting, counterpartyId: 'cp-vektor', alsoCounterpartyIds: [id] })]),
  createSendOrder: inBody(['client', (id) => ({ ...letter, counterpartyId: id })], ['person', (id) => ({ ...letter, personIds: [id] })], ['contact', (id) => ({ ...letter, previousId: id })]), changeSendOrder: named('contact', letter), cancelSendOrder: named('contact'),
  rememberChoice: inBody(['client', (id) => ({ address: 'named@nowhere.example', counterpartyId: id })], ['person', (id) => ({ address: 'named@nowhere.example', personId: id })]),
  createContact: inBody(['client', (id) => ({ ...act, counterpartyId: id })], ['person', (id) => ({ ...act, personIds: [id] })], ['client', (id) => ({ ...act, alsoCounterpartyIds: [id] })], ['contact', (id) => ({ ...act, previousId: id })]),
  patchContact: (id) => [{ kind: 'contact', id, body: { state: 1 } }], planNext: named('contact', { at: now(300) }), recordOutcome: named('contact', { outcome: 'held' }), cancelContact: named('contact', {}), undoContact: named('contact', {}), joinPast: named('contact', {}), keepApart: named('contact', {}), putInCalendar: named('contact', {}), takeFromCalendar: named('contact'),
  recordOutcomes: inBody(['contact', (id) => ({ ids: [id], outcome: 'held' })], ['contact', (id) => ({ seriesOf: id, outcome: 'held' })]), changeMany: inBody(['contact', (id) => ({ items: [{ id }], change: { state: 3 } })]),
  addAttachment: named('contact', { name: 'a.txt', size: 1 }), removeAttachment: named('file'), linkAttachment: named('file', {}), keepAttachment: named('file', 'bytes'),
  undoChange: named('change', {}), undoChangeSet: named('changeSet', {}),
  patchCounterparty: named('client', { status: 'named' }), createPerson: inBody(['client', (id) => ({ name: 'Named', counterpartyId: id })]), patchPerson: (id) => [{ kind: 'person', id, body: { position: 'named' } }],
  createTask: inBody(['client', (id) => ({ title: 'Named', dueAt: now(60), counterpartyId: id })], ['contact', (id) => ({ title: 'Named', dueAt: now(60), contactId: id })]), patchTask: named('task', { done: true }), handOverTasks: inBody(['task', (id) => ({ ids: [id], managerId: 'm-olga' })]),
  changeClients: inBody(['client', (id) => ({ items: [{ id }], change: { class: 'A' } })]),
  dismissDuplicate: named('pair', { dismissed: true }), createMerge: inBody(['client', (id) => ({ noun: 'counterparty', survivorId: 'cp-vektor', mergedId: id })], ['client', (id) => ({ noun: 'counterparty', survivorId: id, mergedId: 'cp-vektor' })], ['person', (id) => ({ noun: 'person', survivorId: id, mergedId: id })]), undoMerge: named('merge'),
  judgeClientDomain: named('client', { domain: 'xqfirm.example', standing: 'declared' }), changeEmployer: (id) => [{ kind: 'person', id, body: { counterpartyId: 'cp-vektor' } }],
  acceptWaiting: inBody(['client', (id) => ({ counterpartyId: id })]), changeMembers: inBody(['client', (id) => ({ add: [id] })], ['client', (id) => ({ remove: [id] })]), undoMembers: named('changeSet', {}),
  decideUnrecognised: inBody(['client', (id) => ({ decision: 'this-is', group: { kind: 'domain', value: 'stranger.example' }, counterpartyId: id })], ['person', (id) => ({ decision: 'this-is', group: { kind: 'domain', value: 'stranger.example' }, counterpartyId: 'cp-vektor', personId: id })]), undoUnrecognised: named('changeSet', {}),
  handOverManager: named('contact', { managerId: 'm-olga' }),
  patchImport: named('import', { mapping: [] }), checkImport: named('import'), runImport: named('import'), cancelImport: named('import'), undoImport: named('import'), deleteImport: named('import'),
  findPersonalData: inBody(['person', (personId) => ({ personId })]), exportPersonalData: named('person'), erasePersonalData: named('person', { confirm: 'named' }),
}

/** They name nothing of the base: managers, views, settings, words, addresses; or only their caller's own things. */
export const idless = new Set([
  'messageSent', 'signIn', 'acceptInvitation', 'inviteManager', 'putCalendar', 'putSettings', 'createView', 'patchView', 'deleteView', 'sendDigest', 'endSessions', 'syncCalendar', 'connectCalendar', 'registerMessages', 'excludeMessage', 'followConversation', 'createCounterparty', 'signOut', 'patchMe', 'dismissWaiting',
  'beginSignIn', 'endSession', 'uploadImport', 'startDuplicateSearch', 'cancelDuplicateSearch', 'createSelection', 'patchSelection', 'deleteSelection', 'createAttribute', 'patchAttribute', 'deleteAttribute', 'createSegment', 'patchSegment', 'deleteSegment',
  'createManager', 'patchManager', 'createWord', 'patchWord', 'deleteWord', 'orderWords', 'addOwnDomain', 'removeOwnDomain', 'addNeverRegister', 'deleteNeverRegister', 'putRetention', 'previewRetention', 'runRetention', 'allowErasedAddress',
])
