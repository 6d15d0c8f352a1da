import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')
const anna = () => server.as('anna@demo.example')

type Meeting = BodyOf<'sidebarMeeting'>['meeting']
const who = (address: string, name = '') => ({ name, address })
const ivan = who('ivan.petrov@vector.example', 'Ivan')
let count = 0
/** Tomorrow for an hour, Olga invites Ivan; every one has its own subject. */
const aMeeting = (rest: Partial<Meeting> = {}): Meeting => ({
  subject: `Talk no-${++count}-of-many`, startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T11:00:00Z', organizer: who('olga@demo.example', 'Olga'), required: [ivan], ...rest,
})

test('a meeting shows whom it is with, what is known of them, and registers as a planned contact', async () => {
  const call = await olga()
  const meeting = aMeeting({ required: [who('olga@demo.example'), who('anna@demo.example'), ivan], optional: [who('info@nowhere.example')] })
  const before = await call('sidebarMeeting', { body: { meeting } })
  expect(before).toMatchObject({ match: { kind: 'person', person: { id: 'p-ivan-petrov' }, counterparty: { id: 'cp-vektor' } }, contact: null })
  expect(before.participants.map((one) => one.kind)).toEqual(['internal', 'internal', 'person', 'none'])
  expect(before.history.items.length).toBeGreaterThan(0)
  expect(before.openTasks.length).toBeGreaterThan(0)

  const { contact, created } = await call('registerMeeting', { body: { meeting: { ...meeting, text: 'Agenda: prices.' }, comment: 'Take samples' } })
  expect(created).toBe(true)
  expect(contact).toMatchObject({
    startsAt: '2026-11-23T10:00:00.000Z', durationMinutes: 60, method: 'meeting', direction: 'outgoing', status: 'planned', source: 'outlook', subject: meeting.subject, content: 'Agenda: prices.', comment: 'Take samples',
    counterparty: { id: 'cp-vektor' }, persons: [{ id: 'p-ivan-petrov' }], manager: { id: 'm-olga' }, managers: [{ id: 'm-olga' }], registeredBy: { id: 'm-olga' },
  })
  const after = await call('sidebarMeeting', { body: { meeting } })
  expect(after.contact!.id).toBe(contact.id)
})

test('one meeting of several managers is one contact with all of them, the organiser first', async () => {
  const [call, colleague] = [await olga(), await anna()]
  const meeting = aMeeting()
  const first = await colleague('registerMeeting', { body: { meeting } })
  expect(first.contact).toMatchObject({ manager: { id: 'm-olga' }, registeredBy: { id: 'm-anna' } })
  expect(first.contact.managers.map((one) => one.id)).toEqual(['m-olga', 'm-anna'])
  const peter = await server.as('peter@demo.example')
  const asPeterSeesIt = { ...meeting, organizer: who('OLGA@Demo.example'), startsAt: '2026-11-23T13:00:00+03:00', subject: meeting.subject!.toUpperCase(), itemId: 'his-own' }
  const joined = await peter('registerMeeting', { body: { meeting: asPeterSeesIt } })
  expect(joined).toMatchObject({ created: false, contact: { id: first.contact.id } })
  expect(joined.contact.managers.map((one) => one.id)).toEqual(['m-olga', 'm-anna', 'm-peter'])
  expect(joined.contact.etag).not.toBe(first.contact.etag)
  const again = await call('registerMeeting', { body: { meeting } })
  expect(again).toMatchObject({ created: false, contact: { etag: joined.contact.etag } })
  expect((await peter('listContacts', { query: { managerId: 'm-peter', q: meeting.subject } })).items).toHaveLength(1)
})

test.each([
  ['an outsider invites: incoming', { organizer: ivan, required: [who('olga@demo.example')] }, { direction: 'incoming', counterparty: { id: 'cp-vektor' }, manager: { id: 'm-olga' } }],
  ['an unknown organiser, a known attendee', { organizer: who('secretary@nowhere.example'), required: [who('olga@demo.example'), who('john.ross@beta.example')] }, { direction: 'incoming', counterparty: { id: 'cp-beta' } }],
  ['an organiser who can’t be read', { organizer: who('/o=Org/cn=Ivan'), required: [], optional: [who('john.ross@beta.example')] }, { direction: 'incoming', counterparty: { id: 'cp-beta' } }],
  ['online: a video call', { online: true }, { method: 'video-call' }],
  ['one that is over took place', { startsAt: '2026-11-20T10:00:00Z', endsAt: '2026-11-20T10:45:00Z' }, { status: 'held', durationMinutes: 45 }],
  ['one that goes on now is still planned', { startsAt: '2026-11-22T05:30:00Z', endsAt: '2026-11-22T06:30:00Z' }, { status: 'planned' }],
  ['strangers only', { required: [who('x@nowhere.example')] }, { counterparty: null, persons: [] }],
])('%s', async (_name, meeting, expected) => {
  const call = await olga()
  expect((await call('registerMeeting', { body: { meeting: aMeeting(meeting) } })).contact).toMatchObject(expected)
})

test('everybody recognised of the chosen client takes part, others do not', async () => {
  const call = await olga()
  const required = [ivan, who('alice.ross@beta.example'), who('john.ross@beta.example'), who('info@delta.example')]
  const byMatch = await call('registerMeeting', { body: { meeting: aMeeting({ required }) } })
  expect(byMatch.contact.persons.map((one) => one.id)).toEqual(['p-ivan-petrov'])
  const named = await call('registerMeeting', { body: { meeting: aMeeting({ required, startsAt: '2026-11-24T10:00:00Z', endsAt: '2026-11-24T11:00:00Z' }), counterpartyId: 'cp-beta', alsoCounterpartyIds: ['cp-delta', 'cp-beta'] } })
  expect(named.contact).toMatchObject({ counterparty: { id: 'cp-beta' }, also: [{ id: 'cp-delta' }] })
  expect(named.contact.persons).toHaveLength(2)
})

test('a meeting planned by hand is that meeting: it is shown, taken and not doubled', async () => {
  const [call, colleague] = [await olga(), await anna()]
  const plan = (startsAt: string, rest: object = {}) => call('createContact', { body: { startsAt, method: 'meeting', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-delta', subject: 'Planned by hand', ...rest } })
  const times = { startsAt: '2026-12-07T10:00:00Z', endsAt: '2026-12-07T11:00:00Z' }
  const meeting = aMeeting({ ...times, required: [who('info@delta.example')] })
  await plan('2026-12-07T10:16:00Z')
  await plan('2026-12-07T10:00:00Z', { method: 'call' })
  await call('cancelContact', { id: (await plan('2026-12-07T10:00:00Z')).id })
  expect((await colleague('sidebarMeeting', { body: { meeting } })).contact).toBeNull()

  const near = await plan('2026-12-07T10:10:00Z')
  expect((await colleague('sidebarMeeting', { body: { meeting } })).contact!.id).toBe(near.id)
  const taken = await colleague('registerMeeting', { body: { meeting } })
  expect(taken).toMatchObject({ created: false, contact: { id: near.id, startsAt: near.startsAt, subject: 'Planned by hand', manager: { id: 'm-olga' } } })
  expect(taken.contact.managers.map((one) => one.id)).toEqual(['m-olga', 'm-anna'])
  const another = aMeeting({ ...times, required: [who('info@delta.example')] })
  expect((await call('sidebarMeeting', { body: { meeting: another } })).contact).toBeNull()
})

test('a private meeting keeps its words for those who take part, and is found by nobody else', async () => {
  const [call, colleague] = [await olga(), await anna()]
  const meeting = aMeeting({ startsAt: '2026-12-08T10:00:00Z', endsAt: '2026-12-08T11:00:00Z' })
  const { contact } = await call('registerMeeting', { body: { meeting: { ...meeting, text: 'Quiet' }, private: true } })
  expect(contact).toMatchObject({ subject: meeting.subject, content: 'Quiet', private: true })
  expect(await colleague('getContact', { id: contact.id })).toMatchObject({ subject: '', content: '', private: true })

  await call('createContact', { body: { startsAt: '2026-12-09T10:00:00Z', method: 'meeting', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-vektor', subject: 'Hers alone', private: true } })
  const hers = aMeeting({ organizer: who('anna@demo.example'), startsAt: '2026-12-09T10:00:00Z', endsAt: '2026-12-09T11:00:00Z' })
  expect((await colleague('sidebarMeeting', { body: { meeting: hers } })).contact).toBeNull()
  expect((await colleague('registerMeeting', { body: { meeting: hers } })).created).toBe(true)
})

test('meetings of the same hour and subject are told apart by their organisers, and without one by those who come', async () => {
  const call = await olga()
  const same = aMeeting({ startsAt: '2026-12-14T10:00:00Z', endsAt: '2026-12-14T11:00:00Z', required: [who('x@nowhere.example')] })
  const ids = []
  for (const meeting of [same, { ...same, organizer: who('anna@demo.example') }, { ...same, organizer: who('') }, { ...same, organizer: who(''), required: [who('y@nowhere.example')] }]) {
    ids.push((await call('registerMeeting', { body: { meeting } })).contact.id)
  }
  expect(new Set(ids).size).toBe(4)
  expect((await call('registerMeeting', { body: { meeting: { ...same, organizer: who(''), optional: same.required } } })).contact.id).toBe(ids[2])
})

test('undo frees the meeting', async () => {
  const call = await olga()
  const meeting = aMeeting({ startsAt: '2026-12-10T10:00:00Z', endsAt: '2026-12-10T11:00:00Z' })
  const first = await call('registerMeeting', { body: { meeting } })
  await call('undoContact', { id: first.contact.id })
  expect((await call('sidebarMeeting', { body: { meeting } })).contact).toBeNull()
  const second = await call('registerMeeting', { body: { meeting } })
  expect(second.created).toBe(true)
  expect(second.contact.id).not.toBe(first.contact.id)
})

test('managers racing on one meeting get one contact with all of them', async () => {
  const names = ['olga', 'anna', 'peter', 'maria']
  const calls = await Promise.all(names.map((name) => server.as(`${name}@demo.example`)))
  const meeting = aMeeting({ startsAt: '2026-12-11T10:00:00Z', endsAt: '2026-12-11T11:00:00Z' })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => calls[i % 4]!('registerMeeting', { body: { meeting } })))
  expect(new Set(answers.map((answer) => answer.contact.id)).size).toBe(1)
  expect(answers.filter((answer) => answer.created)).toHaveLength(1)
  const contact = await calls[0]!('getContact', { id: answers[0]!.contact.id })
  expect(contact.managers.map((one) => one.id).sort()).toEqual(names.map((name) => `m-${name}`).sort())
})

test('a meeting between colleagues is refused unless a client is named; one that ends before it begins is refused', async () => {
  const call = await olga()
  for (const organizer of [who('olga@demo.example'), who('')]) {
    const internal = aMeeting({ organizer, required: [who('anna@demo.example')] })
    expect((await call('sidebarMeeting', { body: { meeting: internal } })).match.kind).toBe('internal')
    await expect(call('registerMeeting', { body: { meeting: internal } })).rejects.toMatchObject({ problem: { status: 409, code: 'nothing-to-register' } })
    expect((await call('registerMeeting', { body: { meeting: internal, counterpartyId: 'cp-beta' } })).contact).toMatchObject({ counterparty: { id: 'cp-beta' } })
  }
  await expect(call('registerMeeting', { body: { meeting: aMeeting({ endsAt: '2026-11-23T09:00:00Z' }) } })).rejects.toMatchObject({ problem: { status: 400, errors: [{ path: 'meeting.endsAt' }] } })
  await expect(call('registerMeeting', { body: { meeting: aMeeting(), counterpartyId: 'nobody' } })).rejects.toMatchObject({ problem: { status: 404 } })
})

test('a meeting without a client becomes the client’s when somebody there is entered', async () => {
  const call = await olga()
  const meeting = aMeeting({ required: [who('fresh.face@nowhere.example')] })
  const { contact } = await call('registerMeeting', { body: { meeting } })
  expect(contact.counterparty).toBeNull()
  const person = await call('createPerson', { body: { name: 'Fresh Face', counterpartyId: 'cp-delta', addresses: ['fresh.face@nowhere.example'] } })
  expect(await call('getContact', { id: contact.id })).toMatchObject({ counterparty: { id: 'cp-delta' }, persons: [{ id: person.id }] })
})
