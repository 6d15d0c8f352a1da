import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { aLetter } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

const olga = () => server.as('olga@demo.example')
const anna = () => server.as('anna@demo.example')
const aCall: BodyOf<'createContact'> = { startsAt: '2026-11-20T09:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject: 'Price', content: 'words', result: 'agreed', comment: 'said so', attributes: { colour: 'red' } }
const make = async (more: Partial<BodyOf<'createContact'>> = {}) => (await olga())('createContact', { body: { ...aCall, ...more } })
const change = async (id: string, body: BodyOf<'patchContact'>, call = olga()) => (await call)('patchContact', { id, body, ifMatch: '*' })
const get = async (id: string, call = olga()) => (await call)('getContact', { id })

test('contacts are linked when they are made and later, and unlinked', async () => {
  const first = await make()
  const second = await make({ previousId: first.id })
  expect([second.previousId, (await get(first.id)).nextIds]).toEqual([first.id, [second.id]])
  expect((await change(second.id, { previousId: null })).previousId).toBeNull()
  expect((await change(first.id, { previousId: second.id })).previousId).toBe(second.id)
  expect((await get(first.id)).nextIds).toEqual([])
})

test('linked contacts never go in a circle: not with itself, not with the next one, not over a long way', async () => {
  const chain = [await make()]
  for (let i = 0; i < 5; i++) chain.push(await make({ previousId: chain.at(-1)!.id }))
  for (const last of [chain[0]!, chain[1]!, chain[5]!]) {
    await expect(change(chain[0]!.id, { previousId: last.id, subject: 'Never' })).rejects.toMatchObject({ problem: { status: 409, code: 'conflict', errors: [{ path: 'previousId' }] } })
  }
  expect(await get(chain[0]!.id)).toMatchObject({ previousId: null, subject: 'Price', etag: chain[0]!.etag })
})

test('two who link two contacts to each other at once: one of them is refused', async () => {
  for (let i = 0; i < 5; i++) {
    const [left, right] = [await make(), await make()]
    const answers = await Promise.allSettled([change(left.id, { previousId: right.id }), change(right.id, { previousId: left.id }, anna())])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([(await get(left.id)).previousId, (await get(right.id)).previousId].filter((id) => id !== null)).toHaveLength(1)
  }
})

test('taking a link back does not close a circle either', async () => {
  const [first, second] = [await make(), await make()]
  await change(first.id, { previousId: second.id })
  await change(first.id, { previousId: null })
  const [unlinked] = (await (await olga())('listChanges', { query: { noun: 'contact', id: first.id } })).items
  await change(second.id, { previousId: first.id })
  await expect((await olga())('undoChange', { id: unlinked!.id })).rejects.toMatchObject({ problem: { status: 409, detail: expect.stringContaining('would make linked contacts go in a circle') } })
  const inRussian = await server.raw('POST', `/api/changes/${unlinked!.id}/undo`, { as: 'olga@demo.example', headers: { 'accept-language': 'ru' } })
  expect(await inRussian.json()).toMatchObject({ status: 409, detail: expect.stringContaining('После возврата связанные контакты образовали бы круг') })
  expect((await get(first.id)).previousId).toBeNull()
})

test('a refused change and a refused cancelling say why in Russian to those who read Russian', async () => {
  const secret = await make({ private: true })
  const ask = async (method: string, path: string, body: object, as: string) => (await (await server.raw(method, path, { as, body, headers: { 'accept-language': 'ru', 'if-match': '*' } })).json()) as unknown
  expect(await ask('PATCH', `/api/contacts/${secret.id}`, { subject: '' }, 'anna@demo.example')).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('меняют только его участники') })
  expect(await ask('POST', `/api/contacts/${secret.id}/cancel`, {}, 'olga@demo.example')).toMatchObject({ code: 'wrong-status', detail: expect.stringContaining('Отменить можно только запланированный контакт') })
})

test('nothing is linked to what is not there', async () => {
  const [contact, gone] = [await make(), await make()]
  await (await olga())('undoContact', { id: gone.id })
  await expect(change(contact.id, { previousId: 'nobody' })).rejects.toMatchObject({ problem: { status: 404 } })
  await expect(change(contact.id, { previousId: gone.id })).rejects.toMatchObject({ problem: { status: 409 } })
  await expect(make({ previousId: 'nobody' })).rejects.toMatchObject({ problem: { status: 404 } })
})

test('what a request names and nobody has is told in Russian to those who read Russian', async () => {
  const contact = await make()
  await server.db.prisma.manager.update({ where: { id: 'm-james' }, data: { active: false } })
  const ask = async (method: string, path: string, body: object) => (await (await server.raw(method, path, { as: 'olga@demo.example', body, headers: { 'accept-language': 'ru', 'if-match': '*' } })).json()) as { detail: string; errors?: { message: string }[] }
  const one = `/api/contacts/${contact.id}`
  const told = await Promise.all([
    ask('PATCH', one, { counterpartyId: 'nobody' }), ask('PATCH', one, { personIds: ['nobody'] }), ask('PATCH', one, { managerId: 'm-james' }), ask('POST', '/api/tasks/hand-over', { ids: ['any'], managerId: 'nobody' }),
    ask('POST', '/api/tasks/hand-over', { ids: ['any'], managerId: 'm-james' }), ask('POST', '/api/contacts/changes', { items: [{ id: contact.id }], change: { postponeDays: 1 }, timeZone: 'Moon/Base' }),
  ])
  expect(told.map(({ detail }) => detail.split('. ')[0])).toEqual([
    'Указанного клиента здесь нет', 'Указанного контактного лица здесь нет', 'James Carter: здесь больше не работает', 'Указанного менеджера здесь нет', 'James Carter: здесь больше не работает', 'Часовой пояс с таким названием неизвестен',
  ])
  for (const { detail, errors = [] } of told) for (const { message } of errors) expect([message, detail]).toEqual([expect.not.stringMatching(/[a-z]{3,} (is|not|of) /), expect.stringContaining(message)])
  await server.db.prisma.manager.update({ where: { id: 'm-james' }, data: { active: true } })
})

test('narrowed words are read by those who take part, the subject by others, or nothing', async () => {
  const contact = await make()
  const words = { subject: 'Price', content: 'words', result: 'agreed', comment: 'said so', attributes: { colour: 'red' } }
  const nothing = { content: '', result: '', comment: '', attributes: {} }
  expect(await get(contact.id, anna())).toMatchObject({ visibility: 'full', ...words })
  expect(await change(contact.id, { visibility: 'subject' })).toMatchObject({ visibility: 'subject', ...words })
  expect(await get(contact.id, anna())).toMatchObject({ visibility: 'subject', subject: 'Price', ...nothing })
  await change(contact.id, { visibility: 'fact' })
  expect(await get(contact.id, anna())).toMatchObject({ visibility: 'fact', subject: '', ...nothing, manager: { id: 'm-olga' } })
  expect(await get(contact.id)).toMatchObject(words)
  await change(contact.id, { managerId: 'm-anna' })
  expect(await get(contact.id, anna())).toMatchObject(words)
  expect(await get(contact.id)).toMatchObject(words)
})

test('who may not read the words does not write over them, nor opens them by a change', async () => {
  const narrowed = await make({ visibility: 'fact' })
  const secret = await make({ private: true })
  for (const { id } of [narrowed, secret]) {
    for (const body of [{ visibility: 'full' as const }, { private: false }, { managerId: 'm-anna' }, { subject: '' }, { result: 'x' }]) {
      await expect(change(id, body, anna())).rejects.toMatchObject({ problem: { status: 403, code: 'forbidden' } })
    }
    expect(await change(id, { state: 2, priority: 'high' }, anna())).toMatchObject({ state: 2, subject: '' })
    expect(await get(id)).toMatchObject({ subject: 'Price', result: 'agreed' })
  }
})

test('what is planned after a contact whose words are not to be read takes no word of it', async () => {
  const contact = await make({ visibility: 'fact', subject: 'Takeover' })
  const plan = await (await anna())('planNext', { id: contact.id, body: { at: '2026-12-01T10:00:00Z' } })
  expect(plan).toMatchObject({ subject: '', previousId: contact.id })
})

test('what is planned after a narrowed contact is as narrow: by itself, with its outcome and with a letter', async () => {
  const call = await olga()
  for (const visibility of ['subject', 'fact'] as const) {
    const contact = await make({ visibility, status: 'planned' })
    const held = await call('recordOutcome', { id: contact.id, body: { outcome: 'held', next: { at: '2026-12-02T10:00:00Z' } } })
    expect(await get(held.nextIds[0]!)).toMatchObject({ visibility, previousId: contact.id })
    expect(await call('planNext', { id: contact.id, body: { at: '2026-12-01T10:00:00Z' } })).toMatchObject({ visibility })
    const letter = aLetter({ subject: `Narrowed to ${visibility}` })
    const { contact: written } = await call('registerMessage', { body: { message: letter, visibility, planNext: { at: '2026-12-03T10:00:00Z' } } })
    expect(await get(written.nextIds[0]!)).toMatchObject({ visibility })
  }
})

test('ten megabytes pasted into the content are kept, and more than the limit is refused', async () => {
  const contact = await make()
  const content = 'x'.repeat(10 * 1024 * 1024)
  expect((await change(contact.id, { content })).content.length).toBe(content.length)
  expect((await get(contact.id)).content === content).toBe(true)
  const [entry] = (await (await olga())('listChanges', { query: { noun: 'contact', id: contact.id } })).items
  expect([entry!.canUndo, JSON.stringify(entry).length < 30_000]).toEqual([false, true])
  const refused = await server.raw('PATCH', `/api/contacts/${contact.id}`, { as: 'olga@demo.example', headers: { 'if-match': '*' }, body: { content: 'x'.repeat(13 * 1024 * 1024) } })
  expect(refused.status).toBe(413)
})

test.each([['0001-01-01T00:00:00.000Z', '0001-01-02T00:00:00.000Z'], ['9999-12-30T23:00:00.000Z', '9999-12-31T23:59:59.999Z']])('a contact of %s is listed, moved, followed by another and taken back', async (startsAt, later) => {
  const call = await olga()
  const contact = await make({ startsAt, status: 'planned', durationMinutes: 10, counterpartyId: 'cp-gromov' })
  expect(contact.startsAt).toBe(startsAt)
  const around = { from: startsAt, counterpartyId: 'cp-gromov', to: startsAt.startsWith('0') ? '0002-01-01T00:00:00Z' : '9999-12-31T23:59:59.999Z' }
  expect((await call('listContacts', { query: around })).items.map(({ id }) => id)).toContain(contact.id)
  expect((await call('listJournal', { query: around })).items).toMatchObject([{ id: contact.id, startsAt }])
  const plan = await call('planNext', { id: contact.id, body: { at: later } })
  expect(plan.startsAt).toBe(later)
  expect((await change(contact.id, { startsAt: later })).startsAt).toBe(later)
  const [moved] = (await call('listChanges', { query: { noun: 'contact', id: contact.id } })).items
  expect(moved!.fields).toEqual([{ field: 'startsAt', before: startsAt, after: later }])
  await call('undoChange', { id: moved!.id })
  expect((await get(contact.id)).startsAt).toBe(startsAt)
  await call('undoContact', { id: plan.id })
})

test.each(['0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-12:00'])('%s, which no calendar of ours has in UTC, is refused and not told wrongly', async (startsAt) => {
  const answer = await server.raw('POST', '/api/contacts', { as: 'olga@demo.example', body: { ...aCall, startsAt } })
  expect(answer.status).toBe(400)
})
