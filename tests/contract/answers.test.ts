import { operations } from '@counterpane/shared/contract/operations'
import { routes, type RouteName } from '@counterpane/shared/contract/routes'
import { type EntraAuthority, startEntraAuthority } from '../support/entra-authority'
import { aMeeting, anEntry } from '../support/calendar-rows'
import { changesAgree } from './answers-changes'
import { dayAgrees } from './answers-day'
import { digestsAgree } from './answers-digests'
import { journalAgrees } from './answers-journal'
import { tasksAgree } from './answers-tasks'
import { viewsAgree } from './answers-views'
import { signingInAgree } from './answers-signing-in'
import { importsAgree } from './answers-imports'
import { cleaningAgree } from './answers-cleaning'
import { unrecognisedAgree } from './answers-unrecognised'
import { clientListAgree } from './answers-client-list'
import { segmentsAgree } from './answers-segments'
import { administrationAgree } from './answers-administration'
import { trailAgree } from './answers-trail'
import { startSmtpHouse, type SmtpHouse } from '../support/smtp-house'
import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let entra: EntraAuthority
let smtp: SmtpHouse
beforeAll(async () => {
  entra = await startEntraAuthority()
  smtp = await startSmtpHouse()
  server = await startTestServer({ settings: { ...entra.settings, GOOGLE_API_ROOT: entra.url, GOOGLE_CLIENT_ID: 'demo', GOOGLE_CLIENT_SECRET: 'demo', SMTP_URL: smtp.url, SMTP_FROM: 'crm@demo.example' } })
}, 60_000)
afterAll(async () => {
  await server.close()
  await Promise.all([entra.close(), smtp.close()])
})

interface Answered { status: number; etag: string | null; body: Record<string, unknown> }

/** Calls a route over the wire and holds its answer against the contract, field by field, unknown ones included. */
async function agree(name: RouteName, { id = '', query = '', as = 'olga@demo.example', body, headers }: { id?: string; query?: string; as?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Answered> {
  const [method = '', path = ''] = routes[name].split(' ')
  const answer = await server.raw(method, path.replace('{id}', id) + query, { as, body, headers })
  const operation = operations[name]
  const given = operation.answer === null ? {} : await answer.json() as Record<string, unknown>
  expect({ name, status: answer.status, given: answer.status < 400 ? '' : given }).toEqual({ name, status: operation.status, given: '' })
  if (operation.answer !== null) expect((operation.answer as { parse(value: unknown): unknown }).parse(given)).toEqual(given)
  return { status: answer.status, etag: answer.headers.get('etag'), body: given }
}

test('every route answers in the shape that the contract says, with no field more and none less', async () => {
  const asksFor = new Set(Object.keys(routes))
  const tried = async (name: RouteName, call?: Parameters<typeof agree>[1]) => {
    asksFor.delete(name)
    return agree(name, call)
  }
  const letter = aLetter({ attachments: [{ name: 'a.pdf', contentType: 'application/pdf', size: 1 }] })
  await tried('signIn', { body: { email: 'olga@demo.example' } })
  for (const name of ['me', 'listManagers', 'demoManagers', 'dictionaries'] as const) await tried(name)
  await tried('patchMe', { body: { locale: 'en' } })
  const registered = await tried('registerMessage', { body: { message: letter, planNext: { at: '2026-12-01T10:00:00Z' } } })
  const contact = registered.body.contact as { id: string }
  await tried('sidebar', { body: { message: asked(letter) } })
  await tried('registerMessages', { body: { messages: [aLetter(), letter], dryRun: true } })
  await tried('excludeMessage', { body: { messageId: '<x@y>', excluded: true } })
  await tried('rememberChoice', { body: { address: 'who@where.example', counterpartyId: 'cp-delta' } })
  await tried('listContacts', { query: '?limit=5&counterpartyId=cp-vektor' })
  const shown = await tried('getContact', { id: contact.id })
  expect(shown.etag).toBe(shown.body.etag)
  await tried('patchContact', { id: contact.id, body: { result: 'x' }, headers: { 'if-match': shown.etag! } })
  const plan = await tried('planNext', { id: contact.id, body: { at: '2026-12-03T10:00:00Z' } })
  await tried('recordOutcome', { id: String(plan.body.id), body: { outcome: 'held' } })
  const other = await tried('createContact', { body: { startsAt: '2026-12-03T10:00:00Z', method: 'call', direction: 'outgoing', status: 'planned' } })
  await tried('cancelContact', { id: String(other.body.id) })
  await calendarsAgree(tried, String(other.body.id))
  const [file] = (registered.body.contact as { attachments: { id: string }[] }).attachments
  await server.raw('PUT', `/api/attachments/${file!.id}/content`, { as: 'olga@demo.example', body: 'x', headers: { 'content-type': 'application/octet-stream' } })
  await tried('linkAttachment', { id: file!.id })
  await tried('listOriginals', { id: contact.id })
  const settings = await tried('getSettings')
  const { etag: _etag, ...standing } = settings.body
  await tried('putSettings', { as: 'admin@demo.example', body: { ...standing, digests: { send: false } } })
  await changesAgree(tried)
  await dayAgrees(tried)
  await digestsAgree(tried)
  await viewsAgree(tried)
  await journalAgrees(tried)
  await tasksAgree(tried)
  await tried('undoContact', { id: contact.id })
  const counterparty = await tried('createCounterparty', { body: { name: 'New', addresses: ['a@new.example'], domains: ['new.example'], phones: ['+7 495 1'], vip: true } })
  const person = await tried('createPerson', { body: { name: 'Somebody New', counterpartyId: counterparty.body.id, addresses: ['b@new.example'], birthday: '1980-02-29' } })
  for (const [name, id] of [['getCounterparty', counterparty.body.id], ['getPerson', person.body.id], ['feed', 'cp-vektor']] as const) await tried(name, { id: String(id) })
  await tried('patchCounterparty', { id: String(counterparty.body.id), body: { region: 'North' } })
  await tried('patchPerson', { id: String(person.body.id), body: { position: 'Director' } })
  const task = await tried('createTask', { body: { title: 'Do it', dueAt: '2026-12-01T10:00:00Z', counterpartyId: counterparty.body.id } })
  await tried('patchTask', { id: String(task.body.id), body: { done: true, result: 'done' } })
  for (const name of ['listCounterparties', 'listPersons', 'listTasks'] as const) await tried(name, { query: '?limit=3' })
  await tried('search', { query: '?q=petrov' })
  const written = { subject: 'Offer', to: [{ name: '', address: 'ivan.petrov@vector.example' }] }
  const sendOrder = await tried('createSendOrder', { body: written })
  await tried('changeSendOrder', { id: String(sendOrder.body.id), body: { ...written, counterpartyId: 'cp-delta' } })
  const leaving = aLetter({ ...written, messageId: null, sentAt: server.clock.now().toISOString(), from: { name: '', address: 'olga@demo.example' } })
  await tried('messageSent', { id: String(sendOrder.body.id), body: { ticket: sendOrder.body.ticket, message: leaving } })
  const ordered = { ...leaving, messageId: '<sent@demo.example>', conversationId: 'talk' }
  await agree('sidebar', { body: { message: asked(ordered) } })
  const dropped = await agree('createSendOrder', { body: written })
  await tried('cancelSendOrder', { id: String(dropped.body.id) })
  await tried('followConversation', { body: { conversationId: 'talk', following: true } })
  await agree('registerMessage', { body: { message: { ...ordered, messageId: '<other@demo.example>', subject: 'Another' } } })
  await agree('sidebar', { body: { message: asked(ordered) } })
  const meeting = { subject: 'Talk', startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T11:00:00Z', organizer: { name: '', address: 'olga@demo.example' }, required: written.to }
  await tried('registerMeeting', { body: { meeting: { ...meeting, text: 'Agenda' } } })
  await tried('sidebarMeeting', { body: { meeting } })
  await tried('myDay', { query: '?from=2026-11-22T00:00:00Z&to=2026-11-23T00:00:00Z' })
  const invited = await tried('inviteManager', { as: 'admin@demo.example', id: 'm-anna' })
  await tried('acceptInvitation', { body: { code: invited.body.code }, headers: { authorization: `Bearer ${await entra.token()}` } })
  await tried('endSessions', { as: 'admin@demo.example', id: 'm-anna' })
  await signingInAgree(tried)
  await importsAgree(tried, server)
  await cleaningAgree(tried)
  await unrecognisedAgree(tried)
  await clientListAgree(tried)
  await segmentsAgree(tried)
  await administrationAgree(tried)
  await trailAgree(tried)
  await tried('about')
  await tried('signOut')
  expect([...asksFor]).toEqual([])
})

type Tried = (name: RouteName, call?: Parameters<typeof agree>[1]) => Promise<Answered>

/** Calendars: set up for the caller, with meetings as a round leaves them. `plan`: a contact without a calendar. */
async function calendarsAgree(tried: Tried, plan: string): Promise<void> {
  const admin = 'admin@demo.example'
  await tried('putCalendar', { id: 'm-olga', as: admin, body: { provider: 'google', mailbox: 'olga@demo.example' } })
  for (const name of ['getCalendar', 'syncCalendar', 'connectCalendar'] as const) await tried(name, { id: 'm-olga' })
  await tried('listCalendars', { as: admin })
  const soon = new Date(server.clock.now().getTime() + 86_400_000).toISOString()
  await aMeeting(server.db, 'old', { managerId: 'm-olga', startsAt: '2026-11-19T10:00:00Z', contact: { status: 'cancelled' }, meeting: { cancellation: 'removed' } })
  for (const id of ['new', 'apart']) await aMeeting(server.db, id, { managerId: 'm-olga', startsAt: soon, meeting: { resemblesId: 'old', seriesKey: 'series' } })
  await tried('contactCalendar', { id: 'new' })
  await tried('keepApart', { id: 'apart' })
  await tried('joinPast', { id: 'new' })
  await tried('recordOutcomes', { body: { ids: ['apart', 'nobody'], outcome: 'held' } })
  for (const id of ['waits', 'waits-too']) await anEntry(server.db, id, 'm-olga', { startsAt: new Date(soon) })
  await tried('listWaiting')
  await tried('dismissWaiting', { id: 'waits', body: { dismissed: true } })
  await tried('acceptWaiting', { id: 'waits-too', body: { counterpartyId: 'cp-vektor' } })
  await server.raw('PUT', '/api/settings', { as: admin, body: { calendar: { internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: true } } })
  await server.raw('PATCH', `/api/contacts/${plan}`, { as: 'olga@demo.example', body: { status: 'planned' }, headers: { 'if-match': '*' } })
  for (const name of ['putInCalendar', 'takeFromCalendar'] as const) await tried(name, { id: plan })
}
