import { createHeldByItself } from '@counterpane/backend/features/contacts/many-outcomes.service'
import { createContactsRepository } from '@counterpane/backend/features/contacts/contacts.repository'
import { aMailbox, aMeeting, anEntry } from '../support/calendar-rows'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  for (const one of ['m-olga', 'm-anna']) await aMailbox(server.db, one)
})
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')
const code = (status: number, name: string) => ({ problem: { status, code: name } })
const past = (days: number) => new Date(server.clock.now().getTime() - days * 86_400_000).toISOString()
const ahead = (days: number) => past(-days)

test('one answer counts for a whole list; what was answered before stays as it was', async () => {
  const call = await olga()
  for (const [id, days] of [['list-1', 3], ['list-2', 2], ['list-3', 1]] as const) await aMeeting(server.db, id, { managerId: 'm-olga', startsAt: past(days) })
  await call('recordOutcome', { id: 'list-2', body: { outcome: 'not-held', result: 'fell ill' } })
  const { results } = await call('recordOutcomes', { body: { ids: ['list-1', 'list-2', 'list-3', 'nobody', 'list-1'], outcome: 'held', result: 'as agreed' } })
  expect(results).toEqual([{ id: 'list-1', outcome: 'recorded' }, { id: 'list-2', outcome: 'already-recorded' }, { id: 'list-3', outcome: 'recorded' }, { id: 'nobody', outcome: 'not-found' }])
  expect(await call('getContact', { id: 'list-1' })).toMatchObject({ status: 'held', result: 'as agreed', overdue: false })
  expect(await call('getContact', { id: 'list-2' })).toMatchObject({ status: 'cancelled', result: 'fell ill' })
  expect(await server.db.prisma.auditEntry.findMany({ where: { nounId: 'list-3' } })).toMatchObject([{ action: 'held', managerId: 'm-olga', before: { status: 'planned' } }])
})

test('one answer counts for the past dates of a series, not for those to come', async () => {
  const call = await olga()
  for (const [id, startsAt] of [['s-1', past(15)], ['s-2', past(8)], ['s-3', past(1)], ['s-4', ahead(6)]] as const) await aMeeting(server.db, id, { managerId: 'm-olga', startsAt, meeting: { calendarKey: id, seriesKey: 'series-a' } })
  await aMeeting(server.db, 'alone', { managerId: 'm-olga', startsAt: past(9) })
  expect((await call('contactCalendar', { id: 's-2' })).seriesOpen).toBe(3)
  const { results } = await call('recordOutcomes', { body: { seriesOf: 's-2', outcome: 'held' } })
  expect(results.map(({ id }) => id).sort()).toEqual(['s-1', 's-2', 's-3'])
  expect((await call('getContact', { id: 's-4' })).status).toBe('planned')
  expect((await call('getContact', { id: 'alone' })).status).toBe('planned')
  await expect(call('recordOutcomes', { body: { seriesOf: 'nobody', outcome: 'held' } })).rejects.toMatchObject(code(404, 'not-found'))
  await expect(call('recordOutcomes', { body: { outcome: 'held' } })).rejects.toMatchObject(code(400, 'invalid-request'))
  await expect(call('recordOutcomes', { body: { ids: ['s-4'], seriesOf: 's-4', outcome: 'held' } })).rejects.toMatchObject(code(400, 'invalid-request'))
})

test('a moved meeting keeps its way from date to date', async () => {
  const call = await olga()
  const [first, second, third] = [past(2), ahead(3), ahead(5)]
  await aMeeting(server.db, 'moved', { managerId: 'm-olga', startsAt: first })
  await call('recordOutcome', { id: 'moved', body: { outcome: 'moved', movedTo: second } })
  await call('patchContact', { id: 'moved', body: { startsAt: third }, ifMatch: '*' })
  expect((await call('contactCalendar', { id: 'moved' })).moves).toMatchObject([{ from: first, to: second, by: { id: 'm-olga' } }, { from: second, to: third }])
  expect((await call('getContact', { id: 'moved' })).calendar).toMatchObject({ moves: 2 })
})

test('whoever goes to a meeting takes it out of the journal for good; a stranger does not', async () => {
  await aMeeting(server.db, 'private-matter', { managerId: 'm-olga', startsAt: ahead(1), contact: { createdAt: new Date(past(40)) } })
  await expect((await server.as('anna@demo.example'))('undoContact', { id: 'private-matter' })).rejects.toMatchObject(code(403, 'undo-expired'))
  expect((await (await olga())('undoContact', { id: 'private-matter' })).id).toBe('private-matter')
})

test('meetings that nobody answered for count as held after as many days as the organisation waits', async () => {
  const heldByItself = createHeldByItself({ db: server.db, contacts: createContactsRepository(server.db), clock: server.clock })
  await aMeeting(server.db, 'forgotten', { managerId: 'm-anna', startsAt: past(20) })
  await aMeeting(server.db, 'recent', { managerId: 'm-anna', startsAt: past(12) })
  expect(await heldByItself(null)).toBe(0)
  await heldByItself(14)
  const call = await olga()
  expect([(await call('getContact', { id: 'forgotten' })).status, (await call('getContact', { id: 'recent' })).status]).toEqual(['held', 'planned'])
  expect(await server.db.prisma.auditEntry.findFirst({ where: { nounId: 'forgotten' } })).toMatchObject({ action: 'held-by-itself', managerId: null })
})

describe('a meeting that resembles one that fell away', () => {
  const twoOf = async (name: string, fresh: object = {}) => {
    await aMeeting(server.db, `${name}-old`, { managerId: 'm-olga', startsAt: past(1), contact: { status: 'cancelled', result: 'agenda prepared', state: 2 }, meeting: { cancellation: 'removed', moves: 1 } })
    await aMeeting(server.db, `${name}-new`, { managerId: 'm-anna', startsAt: ahead(4), contact: { subject: 'Review, again', ...fresh }, meeting: { resemblesId: `${name}-old` } })
  }
  test('becomes its new date when asked to: one contact with both pasts', async () => {
    await twoOf('join')
    const call = await olga()
    expect((await call('contactCalendar', { id: 'join-new' })).resembles).toMatchObject({ id: 'join-old' })
    const joined = await call('joinPast', { id: 'join-new' })
    expect(joined).toMatchObject({ id: 'join-old', status: 'planned', subject: 'Review, again', result: 'agenda prepared', state: 2, calendar: { cancellation: null, moves: 2, resemblesId: null } })
    expect(joined.managers.map(({ id }) => id).sort()).toEqual(['m-anna', 'm-olga'])
    await expect(call('getContact', { id: 'join-new' })).rejects.toMatchObject(code(404, 'not-found'))
    expect(await server.db.prisma.calendarMeeting.findUnique({ where: { calendarKey: 'key-join-new' } })).toMatchObject({ contactId: 'join-old' })
    await expect(call('joinPast', { id: 'join-old' })).rejects.toMatchObject(code(409, 'wrong-status'))
  })
  test('keeps to itself what either of them kept to itself', async () => {
    await twoOf('close', { private: true })
    await twoOf('narrow', { visibility: 'fact', private: false })
    const [call, kate] = [await olga(), await server.as('kate@demo.example')]
    for (const name of ['close', 'narrow']) {
      await call('joinPast', { id: `${name}-new` })
      const read = async (who: typeof kate) => { const { subject, result } = await who('getContact', { id: `${name}-old` }); return [subject, result] }
      expect([name, await read(call), await read(kate)]).toEqual([name, ['Review, again', 'agenda prepared'], ['', '']])
    }
  })
  test('stays apart when told so, and is not asked about again', async () => {
    await twoOf('apart')
    const call = await olga()
    expect((await call('keepApart', { id: 'apart-new' })).calendar).toMatchObject({ resemblesId: null })
    await expect(call('joinPast', { id: 'apart-new' })).rejects.toMatchObject(code(409, 'wrong-status'))
  })
  test('of a private one nobody else learns the subject', async () => {
    await twoOf('hush')
    await server.db.prisma.contact.update({ where: { id: 'hush-old' }, data: { private: true, subject: 'secret' } })
    expect((await (await server.as('anna@demo.example'))('contactCalendar', { id: 'hush-new' })).resembles).toMatchObject({ subject: '' })
  })
})

describe('meetings with outsiders whom nobody knows', () => {
  test('wait in their manager\'s own list, the nearest first, seen by nobody else', async () => {
    await anEntry(server.db, 'w-2', 'm-olga', { startsAt: new Date(ahead(2)) })
    await anEntry(server.db, 'w-1', 'm-olga', { startsAt: new Date(ahead(1)) })
    await anEntry(server.db, 'w-gone', 'm-olga', { startsAt: new Date(ahead(1)), standing: 'removed' })
    await anEntry(server.db, 'w-anna', 'm-anna')
    const call = await olga()
    expect((await call('listWaiting', {})).items.map(({ id }) => id)).toEqual(['w-1', 'w-2'])
    const page = await call('listWaiting', { query: { limit: '1' } })
    expect((await call('listWaiting', { query: { limit: '1', cursor: page.nextCursor! } })).items.map(({ id }) => id)).toEqual(['w-2'])
    await expect(call('dismissWaiting', { id: 'w-anna', body: { dismissed: true } })).rejects.toMatchObject(code(404, 'not-found'))
    await expect(call('acceptWaiting', { id: 'w-anna', body: {} })).rejects.toMatchObject(code(404, 'not-found'))
  })
  test('are put aside and taken back, a whole series at once when asked', async () => {
    await anEntry(server.db, 'd-1', 'm-olga', { seriesId: 'weekly', startsAt: new Date(ahead(8)) })
    await anEntry(server.db, 'd-2', 'm-olga', { seriesId: 'weekly', startsAt: new Date(ahead(15)) })
    const call = await olga()
    expect(await call('dismissWaiting', { id: 'd-1', body: { dismissed: true, wholeSeries: true } })).toMatchObject({ id: 'd-1', dismissed: true })
    expect((await call('listWaiting', {})).items.map(({ id }) => id)).not.toContain('d-2')
    expect((await call('listWaiting', { query: { dismissed: 'true' } })).items.map(({ id }) => id)).toEqual(['d-1', 'd-2'])
    await call('dismissWaiting', { id: 'd-2', body: { dismissed: false } })
    expect((await call('listWaiting', {})).items.map(({ id }) => id)).toContain('d-2')
  })
})

test('the link into the mail client is told to those in whose calendar the meeting stands', async () => {
  await aMeeting(server.db, 'linked', { managerId: 'm-olga', startsAt: ahead(2) })
  await anEntry(server.db, 'linked-entry', 'm-olga', { meaning: 'meeting', calendarKey: 'key-linked', facts: { link: 'https://outlook.office365.com/calendar/item/1' } })
  expect((await (await olga())('contactCalendar', { id: 'linked' })).link).toBe('https://outlook.office365.com/calendar/item/1')
  expect((await (await server.as('anna@demo.example'))('contactCalendar', { id: 'linked' })).link).toBeNull()
})

describe('a waiting meeting becomes a contact', () => {
  const accept = async (id: string, body: object) => (await olga())('acceptWaiting', { id, body })
  test('with the client that its manager names, once however often it is pressed', async () => {
    await anEntry(server.db, 'acc-1', 'm-olga', { startsAt: new Date(ahead(3)) })
    const made = await accept('acc-1', { counterpartyId: 'cp-vektor' })
    expect(made).toMatchObject({ status: 'planned', source: 'calendar', subject: 'Subject of acc-1', counterparty: { id: 'cp-vektor' }, managers: [{ id: 'm-olga' }], method: 'meeting', durationMinutes: 60 })
    expect((await accept('acc-1', { counterpartyId: 'cp-vektor' })).id).toBe(made.id)
    expect((await (await olga())('listWaiting', {})).items.map(({ id }) => id)).not.toContain('acc-1')
  })
  test('without a client, and with its whole series', async () => {
    for (const [id, days] of [['acc-s1', 4], ['acc-s2', 11]] as const) await anEntry(server.db, id, 'm-olga', { seriesId: 'acc-series', startsAt: new Date(ahead(days)) })
    expect(await accept('acc-s1', { wholeSeries: true })).toMatchObject({ counterparty: null })
    expect(await server.db.prisma.calendarMeeting.count({ where: { calendarKey: { in: ['key-acc-s1', 'key-acc-s2'] } } })).toBe(2)
  })
  test('a client that is not there is refused, and it goes on waiting', async () => {
    await anEntry(server.db, 'acc-bad', 'm-olga', { startsAt: new Date(ahead(5)) })
    await expect(accept('acc-bad', { counterpartyId: 'nobody' })).rejects.toMatchObject(code(404, 'not-found'))
    expect((await (await olga())('listWaiting', {})).items.map(({ id }) => id)).toContain('acc-bad')
  })
  test('by itself when somebody with its guest\'s address joins the client base', async () => {
    await anEntry(server.db, 'acc-gain', 'm-olga', { startsAt: new Date(ahead(6)) })
    await server.db.prisma.calendarEntryAddress.create({ data: { entryId: 'acc-gain', addressKey: 'nina@unknown.example' } })
    const person = await (await olga())('createPerson', { body: { name: 'Nina Unknown', counterpartyId: 'cp-vektor', addresses: ['Nina@Unknown.example'] } })
    const contactOf = async () => (await server.db.prisma.calendarMeeting.findUnique({ where: { calendarKey: 'key-acc-gain' } }))?.contactId
    for (let i = 0; i < 100 && !(await contactOf()); i++) await new Promise((done) => setTimeout(done, 20))
    expect(await (await olga())('getContact', { id: (await contactOf())! })).toMatchObject({ persons: [{ id: person.id }], counterparty: { id: 'cp-vektor' } })
  })
})
