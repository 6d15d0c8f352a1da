import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createGmailMessageSource } from '@counterpane/backend/adapters/google/gmail-message-source'
import { createGoogleTokenVerifier } from '@counterpane/backend/adapters/google/token-verifier'
import { allScopes, createDemoGoogle } from '@counterpane/backend/demo/gmail/demo-google'
import { gmailIdsOf, type DemoMailFile } from '@counterpane/backend/demo/gmail/demo-letters'
import { createGmailApiStandIn } from '@counterpane/backend/demo/gmail/gmail-api-stand-in'
import type { GmailAddonNeeds } from '@counterpane/backend/features/gmail-addon/gmail-addon.needs'
import { createGmailAddonRoutes } from '@counterpane/backend/features/gmail-addon/gmail-addon.routes'
import type { Caller } from '@counterpane/backend/platform/http/caller'
import { problemHandler } from '@counterpane/backend/platform/http/problem-handler'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import type { AddonAnswer, Card, Navigation } from '@counterpane/addin-gmail/card-schema'
import { aContact, aSidebar, aTask, sampleNow } from '@counterpane/addin-gmail/testing/sample-views'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { MessageContent } from '@counterpane/shared/domain/message'
import { createTestClock } from '../support/test-clock'

export const publicUrl = 'https://crm.example'
export const clientId = 'client-1.apps.googleusercontent.com'
export const serviceAccount = 'service-1@gcp-sa-gsuiteaddons.iam.gserviceaccount.com'
export const olga = { sub: 'sub-olga', email: 'olga@demo.example' }
export const anna = { sub: 'sub-anna', email: 'anna@demo.example' }
const callers: Record<string, Caller> = {
  [olga.email]: { id: 'm-olga', name: 'Olga Smirnova', role: 'manager', teamId: null, locale: null },
  [anna.email]: { id: 'm-anna', name: 'Anna Orlova', role: 'manager', teamId: null, locale: null },
}

export function aLetter(id: string, overrides: Partial<MessageContent> = {}): DemoMailFile {
  const content: MessageContent = {
    messageId: `<${id}@vector.example>`, conversationId: null, subject: 'Discount', sentAt: '2026-11-19T10:00:00.000Z', receivedAt: '2026-11-19T10:00:05.000Z',
    from: { name: 'Petrov, Ivan', address: 'ivan.petrov@vector.example' }, replyTo: [], to: [{ name: 'Olga', address: olga.email }], cc: [], text: 'Please send the quotation.\n', html: null,
    attachments: [{ name: 'request.pdf', contentType: 'application/pdf', size: 45_120 }], ...overrides,
  }
  return { id, content, from: [content.from], headers: [{ name: 'Date', value: new Date(content.sentAt).toUTCString() }, { name: 'Message-ID', value: content.messageId ?? '' }] }
}

/** The rest of the house as the add-on sees it: remembers registrations as the real one does, and what it was asked. */
function createFakeNeeds() {
  const registered = new Map<string, Contact>()
  const asked: { name: string; by: string; given: unknown[] }[] = []
  const note = (name: string, caller: Caller, ...given: unknown[]) => { asked.push({ name, by: caller.id, given }) }
  const state = { sidebar: aSidebar(), planned: [] as Contact[], fails: null as Error | null, persons: 0, tasks: [] as ReturnType<typeof aTask>[] }
  const elsewhere = (name: string) => (): never => { throw new Error(`${name} is tested with the whole program`) }
  const needs: Omit<GmailAddonNeeds, 'verifyGoogleToken' | 'openMail'> = {
    acceptInvitation: elsewhere('acceptInvitation'), registerMany: elsewhere('registerMany'), followConversation: elsewhere('followConversation'), rememberChoice: elsewhere('rememberChoice'),
    createSendOrder: elsewhere('createSendOrder'), listContacts: elsewhere('listContacts'), listOriginals: () => [], createContact: elsewhere('createContact'), recordOutcome: elsewhere('recordOutcome'),
    cancelContact: elsewhere('cancelContact'), getTask: (_caller, id) => aTask({ id }), listTasks: () => ({ items: [], nextCursor: null }), listManagers: () => [], search: elsewhere('search'),
    myDay: () => ({ overdueTasks: none, todayTasks: none, plannedToday: none, withoutOutcome: none, registeredToday: none }),
    getMe: (caller) => ({ id: caller.id, name: caller.name, email: olga.email, role: caller.role, team: null, addresses: [], locale: caller.locale, preferences: { registerOnSend: false, followAsked: false, gmail: { visibility: 'full', keepFiles: true }, digest: { mine: false, team: false, at: 8, timeZone: 'UTC' } } }),
    changeMe: elsewhere('changeMe'), dictionaries: () => ({ resultTemplates: [], contactTypes: [], firms: [], adSources: [], teams: [], retired: [], industries: [], regions: [], statuses: [], turnovers: [], classes: [] }),
    attachmentPolicy: () => ({ keep: 'none', maxFileBytes: 0, maxMessageBytes: 0 }), keepFile: elsewhere('keepFile'), readFile: elsewhere('readFile'),
    recordOutcomes: elsewhere('recordOutcomes'), contactCalendar: elsewhere('contactCalendar'), joinPast: elsewhere('joinPast'), keepApart: elsewhere('keepApart'), putInCalendar: elsewhere('putInCalendar'),
    takeFromCalendar: elsewhere('takeFromCalendar'), listWaiting: () => ({ items: [], nextCursor: null }), getWaiting: elsewhere('getWaiting'), acceptWaiting: elsewhere('acceptWaiting'), dismissWaiting: elsewhere('dismissWaiting'),
    calendarPolicy: () => ({ internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false }),
    findManagerByGoogle: ({ email }) => callers[email] ?? null,
    askSidebar(caller, message, locale) {
      note('askSidebar', caller, message, locale)
      if (state.fails) throw state.fails
      const contact = registered.get(message.messageId ?? '')
      const person = state.persons > 0 && state.sidebar.match.kind === 'none' ? aSidebar().match : state.sidebar.match
      const known = contact && { contactId: contact.id, by: { id: caller.id, name: caller.name }, at: sampleNow.toISOString(), counterparty: contact.counterparty, canUndo: true }
      return { ...state.sidebar, match: person, messageId: message.messageId, registered: known ?? null, openTasks: [...state.sidebar.openTasks, ...state.tasks] }
    },
    registerMessage(caller, body) {
      note('registerMessage', caller, body)
      const before = registered.get(body.message.messageId ?? '')
      const contact = before ?? aContact({ id: `c-${registered.size + 100}`, subject: body.message.subject ?? '' })
      registered.set(body.message.messageId ?? '', contact)
      return { contact, created: !before }
    },
    undoContact(caller, id) {
      note('undoContact', caller, id)
      for (const [key, contact] of registered) if (contact.id === id) registered.delete(key)
    },
    excludeMessage(caller, body) { note('excludeMessage', caller, body) },
    changeClient(caller, id, counterpartyId) { note('changeClient', caller, id, counterpartyId) },
    getContact: (_caller, id) => state.planned.find((one) => one.id === id) ?? aContact({ id, nextIds: state.planned.map((one) => one.id) }),
    planNext(caller, id, body) {
      note('planNext', caller, id, body)
      const planned = aContact({ id: `next-${state.planned.length}`, status: 'planned', startsAt: body.at, previousId: id })
      state.planned.push(planned)
      return planned
    },
    createTask(caller, body) {
      note('createTask', caller, body)
      const task = aTask({ id: `t-new-${state.tasks.length}`, title: body.title, dueAt: body.dueAt })
      state.tasks.push(task)
      return task
    },
    patchTask(caller, id, body) { note('patchTask', caller, id, body); return aTask({ id }) },
    createPerson(caller, body) { note('createPerson', caller, body); state.persons += 1; return { ...aPerson(), name: body.name } },
    createCounterparty(caller, body) { note('createCounterparty', caller, body); return { ...aCounterparty(), name: body.name } },
    getPerson: () => aPerson(), getCounterparty: () => aCounterparty(), listPersons: () => [aPerson()], findCounterparties: () => [{ id: 'k-1', name: 'ООО «Вектор»' }],
  }
  return { needs, state, registered, asked, times: (name: string) => asked.filter((one) => one.name === name).length }
}
const none = { items: [], total: 0 }
const stamps = { createdAt: sampleNow.toISOString(), updatedAt: sampleNow.toISOString() }
const aPerson = () => ({ id: 'p-1', etag: '"1"', name: 'Ivan Petrov', position: null, birthday: null, counterparty: null, addresses: [], phones: [], interests: null, acquaintance: null, dates: [], attributes: {}, ...stamps })
const aCounterparty = () => ({ id: 'k-1', etag: '"1"', name: 'ООО «Вектор»', kind: 'client', class: null, vip: false, industry: null, region: null, taxNumber: null, manager: null, addresses: [], domains: [], phones: [], status: null, turnover: null, loyalty: null, competitors: null, adSource: null, attributes: {}, ...stamps })

type Settings = { letters?: DemoMailFile[]; timeoutMs?: number }
export interface EventFacts {
  person?: { sub: string; email: string }; message?: string | null; scopes?: readonly string[] | null; locale?: string; parameters?: Record<string, string>; formInputs?: Record<string, unknown>
  /** Sent as they are in place of the right ones; null leaves them out. */
  systemToken?: string | null; userToken?: string | null; gmail?: unknown
}

// Making keys takes longer than a test; houses may share Google as the world does.
let sharedGoogle: ReturnType<typeof createDemoGoogle> | null = null

/** The real add-on between a local Google and a house of fakes, over HTTP. */
export async function startGmailHouse({ letters = [aLetter('one'), aLetter('two')], timeoutMs }: Settings = {}) {
  const google = await (sharedGoogle ??= createDemoGoogle({ clientId, serviceAccount }))
  const api = createGmailApiStandIn({ mail: { owner: { name: 'Olga', address: olga.email }, list: () => letters }, google })
  const apiServer = await listen(express().use(api.router))
  const house = createFakeNeeds()
  const clock = createTestClock(sampleNow.getTime())
  const log = createLogger('silent')
  const needs: GmailAddonNeeds = {
    ...house.needs, openMail: createGmailMessageSource({ apiRoot: apiServer.url, timeoutMs }), verifyGoogleToken: createGoogleTokenVerifier({ certsUrl: `${apiServer.url}/certs` }),
  }
  const routes = createGmailAddonRoutes({ needs, clock, log, publicUrl, clientId, serviceAccount, secrets: ['a secret of at least thirty-two characters'] })
  const server = await listen(express().use('/gmail', routes).use(problemHandler(log)))

  async function eventOf({ person = olga, message = gmailIdsOf(letters[0]!).event, scopes = allScopes, locale = 'en', parameters, formInputs, userToken, gmail }: EventFacts) {
    return {
      commonEventObject: { userLocale: locale, hostApp: 'GMAIL', platform: 'ANDRIOD', timeZone: { id: 'Europe/Moscow', offset: 10_800_000 }, ...(parameters && { parameters }), ...(formInputs && { formInputs }), somethingNew: 1 },
      authorizationEventObject: { userOAuthToken: google.grant(scopes ?? allScopes), ...(userToken !== null && { userIdToken: userToken ?? (await google.userToken(person)) }), ...(scopes && { authorizedScopes: scopes }) },
      ...(gmail !== undefined ? (gmail === null ? {} : { gmail }) : message && { gmail: { messageId: message, threadId: 'thread-f:1', accessToken: google.messageToken(message) } }),
    }
  }
  async function post(path: string, body: unknown, systemToken?: string | null) {
    const token = systemToken === undefined ? await google.systemToken(`${publicUrl}${path}`) : systemToken
    return fetch(server.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) })
  }
  const call = async (path: string, facts: EventFacts = {}) => post(path, await eventOf(facts), facts.systemToken)
  const answer = async (path: string, facts: EventFacts = {}): Promise<AddonAnswer> => {
    const response = await call(path, facts)
    if (response.status !== 200) throw new Error(`HTTP ${response.status}`)
    return (await response.json()) as AddonAnswer
  }
  return {
    google, api, clock, letters, call, post, ...house, eventOf,
    open: (facts: EventFacts = {}) => answer('/gmail/on-message', facts),
    press: (parameters: Record<string, string>, facts: EventFacts = {}) => answer('/gmail/action', { ...facts, parameters }),
    close: async () => { await server.close(); await apiServer.close() },
  }
}
export type GmailHouse = Awaited<ReturnType<typeof startGmailHouse>>

async function listen(app: express.Express) {
  const server = http.createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }),
  }
}

const navigationsOf = (answer: AddonAnswer): Navigation[] => ('renderActions' in answer ? answer.renderActions.action.navigations : 'action' in answer ? answer.action.navigations : []) ?? []
/** The card that is on top after the answer. */
export function cardOf(answer: AddonAnswer): Card {
  const cards = navigationsOf(answer).flatMap((step) => ('pushCard' in step ? [step.pushCard] : 'updateCard' in step ? [step.updateCard] : []))
  if (cards.length !== 1) throw new Error(`no card in ${JSON.stringify(answer).slice(0, 300)}`)
  return cards[0]!
}
