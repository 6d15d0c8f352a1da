import Database from 'libsql'
import { createSmtpSender } from '@counterpane/backend/adapters/smtp/smtp-sender'
import { createDigests } from '@counterpane/backend/features/digests/digests.service'
import { digestDayOf } from '@counterpane/backend/features/digests/digest-day'
import { readConfig } from '@counterpane/backend/config'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import type { Preferences } from '@counterpane/shared/contract/access'
import { aContact, aContactPerson, aCounterparty, aManager, aTask, aTeam, type Built, insertBuilt } from '../support/builders'
import type { TableName } from '../../backend/prisma/seed/seed-tables'
import { startSmtpHouse, type SmtpHouse } from '../support/smtp-house'
import { startTestServer, type TestServer } from '../support/test-server'

let smtp: SmtpHouse
let server: TestServer
const monday = '2026-11-23T06:00:00Z' // 09:00 in Moscow
beforeAll(async () => {
  smtp = await startSmtpHouse()
  server = await startTestServer({ settings: { SMTP_URL: smtp.url, SMTP_FROM: 'Counterpane <crm@demo.example>' } })
})
afterAll(async () => {
  await server.close()
  await smtp.close()
})
beforeEach(async () => {
  server.clock.set(monday)
  smtp.arrived.length = 0
  Object.assign(smtp.rules, { refused: new Set(), later: new Set(), hangs: false })
  await server.db.prisma.manager.updateMany({ data: { preferences: {} } })
  await server.db.prisma.digestSent.deleteMany()
})

const insert = (...things: Built<TableName>[]) => {
  const connection = new Database(server.databasePath)
  insertBuilt(connection, ...things)
  connection.close()
}
const digest = (wish: Partial<Preferences['digest']> = {}) => ({ mine: true, team: false, at: 8, timeZone: 'Europe/Moscow', ...wish })
/** A manager of one's own, with a clean desk, who wants letters. */
async function reader(wish: Partial<Preferences['digest']> = {}, row: Parameters<typeof aManager>[0] = {}) {
  const manager = aManager({ name: 'Ирина Белова', ...row })
  insert(manager)
  await server.db.prisma.manager.update({ where: { id: manager.row.id }, data: { preferences: { digest: digest(wish) } } })
  return { manager, email: `${manager.row.id}@demo.example` }
}
const workers = (count = 1, { url = smtp.url, allowed = true, patienceMs }: { url?: string; allowed?: boolean; patienceMs?: number } = {}) => Array.from({ length: count }, () => {
  const sender = createSmtpSender({ url, from: 'Counterpane <crm@demo.example>', patienceMs })
  const digests = createDigests({ db: server.db, clock: server.clock, log: createLogger('silent'), publicUrl: 'https://crm.example.com', sender, maySend: () => allowed, asSeenBy: (_reader, work) => work() })
  return { tick: digests.tick, close: async () => { await digests.stop(); sender.close() } }
})
async function ticked(options: Parameters<typeof workers>[1] = {}) {
  const [worker] = workers(1, options)
  await worker!.tick()
  await worker!.close()
}
const lettersTo = (email: string) => smtp.arrived.filter(({ to }) => to.includes(email)).map(({ letter }) => letter)
const stateOf = async (managerId: string) => (await server.db.prisma.digestSent.findMany({ where: { managerId } })).map(({ kind, day, state }) => `${kind} ${day} ${state}`)
const at = (instant: string) => ({ startsAt: Date.parse(instant), endsAt: Date.parse(instant) + 600_000 })

test('the letter of the morning tells what is late, what is today, what waits for an outcome, what colleagues registered, and birthdays', async () => {
  const { manager, email } = await reader()
  const client = aCounterparty({ name: 'ООО «Ромашка» <script>', manager })
  const colleague = aManager({ name: 'Коллега' })
  const foreign = aContact({ counterparty: client, manager: colleague, subject: 'Письмо коллеге', ...at('2026-11-21T10:00:00Z') })
  const secret = aContact({ counterparty: client, manager: colleague, subject: 'Совсем личное', private: 1, ...at('2026-11-21T11:00:00Z') })
  insert(
    aTask({ manager, title: 'Late & important', dueAt: Date.parse('2026-11-20T10:00:00Z') }), aTask({ manager, title: 'Today’s task', dueAt: Date.parse('2026-11-23T15:00:00Z') }),
    aTask({ manager, title: 'Tomorrow', dueAt: Date.parse('2026-11-23T21:00:00Z') }), aTask({ manager, title: 'Done', dueAt: Date.parse('2026-11-20T10:00:00Z'), doneAt: 1 }),
    aContact({ manager, counterparty: client, status: 'planned', method: 'call', subject: 'Forgotten call', ...at('2026-11-19T10:00:00Z') }),
    aContact({ manager, counterparty: client, status: 'planned', method: 'meeting', subject: 'Was it held?', ...at('2026-11-19T11:00:00Z') }),
    aContact({ manager, counterparty: client, status: 'planned', method: 'call', subject: 'Call\nof today =1+1', ...at('2026-11-23T11:00:00Z') }),
    aContact({ manager, counterparty: client, status: 'planned', method: 'call', subject: 'Of tomorrow', ...at('2026-11-24T11:00:00Z') }),
    aContactPerson({ name: 'Именинник', counterparty: client, birthday: '1986-11-23' }), aContactPerson({ name: 'Not today', counterparty: client, birthday: '1986-11-24' }), foreign, secret,
  )
  for (const [id, contact] of [['a-1', foreign], ['a-2', secret]] as const) await server.db.prisma.auditEntry.create({ data: { id, managerId: colleague.row.id, noun: 'contact', nounId: contact.row.id, action: 'registered', at: new Date('2026-11-21T12:00:00Z') } })
  await server.db.prisma.manager.update({ where: { id: manager.row.id }, data: { locale: 'ru' } })
  await ticked()
  const [letter, ...more] = lettersTo(email)
  expect(more).toEqual([])
  expect(letter!.subject).toBe('Ваш день, пн, 23 нояб.: просрочено 3, на сегодня 2')
  const text = letter!.text!
  for (const part of ['Ирина Белова, вот что', 'Просроченные задачи (1)', 'Late & important', 'Forgotten call', 'Встречи без итога (1)', 'Was it held?', 'Сегодня (2)', 'сегодня 14:00 · Звонок · ООО «Ромашка» <script> · Call of today =1+1', 'Today’s task', 'Письмо коллеге · зарегистрировано: Коллега', '(личное)', '23 ноября · Именинник · ООО «Ромашка» <script> · исполняется 40 лет', 'https://crm.example.com/journal/#/day']) expect(text).toContain(part)
  for (const part of ['Tomorrow', 'Of tomorrow', 'Совсем личное', 'Not today', 'Done']) expect(text).not.toContain(part)
  expect(letter!.html).toContain('ООО «Ромашка» &lt;script&gt;')
  expect(letter!.html).not.toContain('<script>')
  expect(letter!.html).not.toContain('Совсем личное')
  expect(letter!.html).toContain(`href="https://crm.example.com/journal/#/contacts/${foreign.row.id}"`)
  const header = (name: string) => letter!.headers.find(({ key }) => key === name)?.value
  expect([header('list-unsubscribe'), header('auto-submitted'), letter!.from?.address, letter!.messageId]).toEqual(['<https://crm.example.com/journal/#/day>', 'auto-generated', 'crm@demo.example', `<digest-${manager.row.id}-mine-2026-11-23@demo.example>`])
  expect(await stateOf(manager.row.id)).toEqual(['mine 2026-11-23 sent'])
})

test('other days of persons to remember stand beside birthdays, in the order in which they come: over the turn of the year, on 29 February, by the reader’s own calendar', async () => {
  const { manager } = await reader()
  const digests = createDigests({ db: server.db, clock: server.clock, log: createLogger('silent'), publicUrl: 'https://crm.example.com', sender: null, maySend: () => false, asSeenBy: (_reader, work) => work() })
  const other = aManager({ name: 'Somebody else' })
  const [client, foreign] = [aCounterparty({ name: 'Ромашка', manager }), aCounterparty({ manager: other })]
  const [ada, born, alien] = [aContactPerson({ name: 'Ада', counterparty: client }), aContactPerson({ name: 'Борис', counterparty: client, birthday: '1990-01-01' }), aContactPerson({ name: 'Чужая', counterparty: foreign })]
  insert(ada, born, alien)
  const days: [string, string, string][] = [[ada.row.id, 'Договор', '2017-12-31'], [ada.row.id, 'Свадьба', '--01-02'], [ada.row.id, 'Юбилей фирмы', '--02-29'], [born.row.id, 'Именины', '--12-30'], [alien.row.id, 'Не наше', '2017-12-31']]
  await server.db.prisma.personDate.createMany({ data: days.map(([personId, name, date], position) => ({ id: `day-${position}`, personId, name, date, position })) })
  const told = async (now: string, zone = 'Europe/Moscow') => {
    server.clock.set(now)
    await server.db.prisma.manager.update({ where: { id: manager.row.id }, data: { locale: 'ru', preferences: { digest: digest({ timeZone: zone }) } } })
    const { text } = await digests.read({ caller: { id: manager.row.id, name: 'Ирина Белова', role: 'manager', teamId: null, locale: 'ru' }, kind: 'mine', locale: 'ru' })
    return (/и даты \(\d+\)\n([^]*?)\nhttp/.exec(text)?.[1] ?? '').split('\n').filter((line) => line !== '')
  }
  // A Friday: the letter tells of the weekend too.
  expect(await told('2027-12-31T06:00:00Z')).toEqual(['- 31 декабря · Ада · Ромашка · Договор (10 лет)', expect.stringMatching(/^- 1 января.* · Борис · Ромашка · исполняется 38 лет$/), expect.stringMatching(/^- 2 января.* · Ада · Ромашка · Свадьба$/)])
  expect(await told('2027-02-26T06:00:00Z')).toEqual(['- 28 февраля · Ада · Ромашка · Юбилей фирмы'])
  expect([await told('2028-02-28T06:00:00Z'), await told('2028-02-29T06:00:00Z')]).toEqual([[], ['- 29 февраля · Ада · Ромашка · Юбилей фирмы']])
  // At this moment it is the last day of the year in New York, and the first of the next one in Moscow.
  expect(await told('2026-12-31T22:30:00Z', 'America/New_York')).toEqual(['- 31 декабря · Ада · Ромашка · Договор (9 лет)'])
  expect((await told('2026-12-31T22:30:00Z')).map((line) => line.split(' · ')[1])).toEqual(['Борис', 'Ада'])
})

test('a lead’s letter names silent A-clients, late plans by manager and clients without a next step, of the team alone and in English', async () => {
  const team = aTeam()
  insert(team)
  const { manager: lead, email } = await reader({ mine: false, team: true }, { name: 'Lead', role: 'lead', teamId: team.row.id })
  const member = aManager({ name: 'Member', teamId: team.row.id })
  const stranger = aManager({ name: 'Stranger' })
  const named = (name: string, parts: Parameters<typeof aCounterparty>[0] = {}) => aCounterparty({ name, class: 'A', manager: member, ...parts })
  const [silent, spoken, planned, involved, small, foreign, unfinished] = [named('Silent'), named('Spoken to'), named('Planned with'), named('Involved'), named('Small', { class: 'B' }), named('Foreign', { manager: stranger }), named('Unfinished', { class: 'B' })]
  const together = aContact({ manager: member, ...at('2026-11-10T10:00:00Z') })
  insert(
    silent, small, foreign, involved, together, aContact({ manager: member, counterparty: silent, ...at('2026-10-01T10:00:00Z') }), aContact({ manager: member, counterparty: spoken, ...at('2026-11-10T10:00:00Z') }),
    aContact({ manager: member, counterparty: planned, status: 'planned', ...at('2026-11-19T10:00:00Z') }), aContact({ manager: stranger, status: 'planned', ...at('2026-11-19T10:00:00Z') }),
    aContact({ manager: member, counterparty: unfinished, state: 1, private: 1, subject: 'Private words', ...at('2026-11-11T10:00:00Z') }),
  )
  await server.db.prisma.contactCounterparty.create({ data: { contactId: together.row.id, counterpartyId: involved.row.id } })
  await ticked()
  const [letter] = lettersTo(email)
  expect(letter!.subject).toBe('The team, Mon 23 Nov: 1 silent, 1 overdue, 1 without a next step')
  for (const part of ['Silent A-clients (1)', '- Silent · Member · last contact 1 Oct', '- Member · 1 plan', 'No next step (1)', 'Unfinished · (private) · Member']) expect(letter!.text).toContain(part)
  for (const part of ['Spoken to', 'Involved', 'Small', 'Foreign', 'Stranger', 'Private words']) expect(letter!.text).not.toContain(part)
  expect(letter!.html).toContain(`https://crm.example.com/journal/#/journal?period=all&amp;overdue=true&amp;managerId=${member.row.id}`)
  expect(await stateOf(lead.row.id)).toEqual(['team 2026-11-23 sent'])
})

test('only on working mornings, from the hour in the reader’s own time zone on, and not after it is of use', async () => {
  const moscow = { at: 8, timeZone: 'Europe/Moscow' }
  const due = (now: string, wish = moscow) => digestDayOf(new Date(now), wish).isDue
  expect([due('2026-11-23T04:59:59Z'), due('2026-11-23T05:00:00Z'), due('2026-11-23T10:59:59Z'), due('2026-11-23T11:00:00Z')]).toEqual([false, true, true, false])
  expect([due('2026-11-22T06:00:00Z'), due('2026-11-21T06:00:00Z'), due('2026-11-27T06:00:00Z')]).toEqual([false, false, true])
  // It is Monday in Auckland and Sunday everywhere west of it.
  expect([due('2026-11-22T19:00:00Z', { at: 8, timeZone: 'Pacific/Auckland' }), due('2026-11-22T19:00:00Z')]).toEqual([true, false])
  // Clocks: Berlin goes back on 25 October and forward on 29 March (Sundays); Monday's eight o'clock follows. Cairo goes forward on Friday 24 April at midnight: hour 0 is hour 1.
  const berlin = { at: 8, timeZone: 'Europe/Berlin' }
  expect([due('2026-10-23T06:00:00Z', berlin), due('2026-10-26T06:59:59Z', berlin), due('2026-10-26T07:00:00Z', berlin), due('2026-03-30T06:00:00Z', berlin)]).toEqual([true, false, true, true])
  expect([due('2026-04-23T21:59:59Z', { at: 0, timeZone: 'Africa/Cairo' }), due('2026-04-23T22:00:00Z', { at: 0, timeZone: 'Africa/Cairo' })]).toEqual([false, true])
  expect(digestDayOf(new Date('2026-11-27T06:00:00Z'), moscow).dates).toEqual(['2026-11-27', '2026-11-28', '2026-11-29'])
  expect(new Date(digestDayOf(new Date(monday), moscow).since).toISOString()).toBe('2026-11-20T05:00:00.000Z')
})

test('an empty letter is not sent; nothing is sent before it is allowed, or to whoever did not ask', async () => {
  const { manager, email } = await reader()
  const { manager: other, email: otherEmail } = await reader({ mine: false })
  insert(aTask({ manager: other, dueAt: Date.parse('2026-11-23T10:00:00Z') }))
  await ticked({ allowed: false })
  expect(await stateOf(manager.row.id)).toEqual([])
  await ticked()
  expect([lettersTo(email), lettersTo(otherEmail), await stateOf(manager.row.id), await stateOf(other.row.id)]).toEqual([[], [], ['mine 2026-11-23 empty'], []])
})

const busyReader = async (wish: Partial<Preferences['digest']> = {}) => {
  const made = await reader(wish)
  insert(aTask({ manager: made.manager, title: 'Something', dueAt: Date.parse('2026-11-20T10:00:00Z') }))
  return made
}

test('several workers at once send one letter a day, and another the next working day', async () => {
  const { manager, email } = await busyReader()
  const all = workers(4)
  await Promise.all(all.flatMap(({ tick }) => [tick(), tick()]))
  await Promise.all(all.map(({ tick }) => tick()))
  expect(lettersTo(email)).toHaveLength(1)
  server.clock.set('2026-11-24T06:00:00Z')
  await Promise.all(all.map(({ tick }) => tick()))
  expect([lettersTo(email).length, await stateOf(manager.row.id)]).toEqual([2, ['mine 2026-11-23 sent', 'mine 2026-11-24 sent']])
  await Promise.all(all.map(({ close }) => close()))
})

test('a worker that died between beginning and end is followed after a quarter of an hour, three times at most', async () => {
  const { manager, email } = await busyReader()
  const died = (tries: number, atInstant: string) => server.db.prisma.digestSent.upsert({
    where: { managerId_kind_day: { managerId: manager.row.id, kind: 'mine', day: '2026-11-23' } },
    create: { managerId: manager.row.id, kind: 'mine', day: '2026-11-23', state: `sending ${tries}`, at: new Date(atInstant) }, update: { state: `sending ${tries}`, at: new Date(atInstant) },
  })
  await died(1, '2026-11-23T05:46:00Z')
  await ticked()
  expect([lettersTo(email).length, await stateOf(manager.row.id)]).toEqual([0, ['mine 2026-11-23 sending 1']])
  server.clock.set('2026-11-23T06:02:00Z')
  await ticked()
  expect([lettersTo(email).length, await stateOf(manager.row.id)]).toEqual([1, ['mine 2026-11-23 sent']])
  await died(4, '2026-11-23T05:40:00Z')
  await ticked()
  expect([lettersTo(email).length, await stateOf(manager.row.id)]).toEqual([1, ['mine 2026-11-23 failed']])
})

test('a refused recipient is given up at once, one who is to wait is tried again later, and others get theirs', async () => {
  const [refused, later, fine] = [await busyReader(), await busyReader(), await busyReader()]
  smtp.rules.refused.add(refused.email)
  smtp.rules.later.add(later.email)
  await ticked()
  expect([await stateOf(refused.manager.row.id), await stateOf(later.manager.row.id), lettersTo(fine.email).length]).toEqual([['mine 2026-11-23 failed'], ['mine 2026-11-23 waiting 1'], 1])
  smtp.rules.later.clear()
  await ticked()
  expect(lettersTo(later.email)).toHaveLength(0)
  server.clock.advance(5 * 60_000)
  await ticked()
  expect([lettersTo(later.email).length, lettersTo(refused.email).length, lettersTo(fine.email).length]).toEqual([1, 0, 1])
})

test('while the mail server is down letters wait with growing patience, and are given up in the end', async () => {
  const { manager } = await busyReader()
  const down = { url: 'smtp://127.0.0.1:1', patienceMs: 500 }
  for (const [minutes, state] of [[0, 'waiting 1'], [4, 'waiting 1'], [2, 'waiting 2'], [14, 'waiting 2'], [2, 'waiting 3'], [46, 'failed'], [60, 'failed']] as const) {
    server.clock.advance(minutes * 60_000)
    await ticked(down)
    expect(await stateOf(manager.row.id)).toEqual([`mine 2026-11-23 ${state}`])
  }
})

test('a mail server that hangs holds nobody for ever, and its failures are sentences without secrets', async () => {
  smtp.rules.hangs = true
  const letter = { to: { name: 'X', address: 'x@demo.example' }, subject: 's', html: '<p>h</p>', text: 't' }
  const trouble = async (url: string) => {
    const sender = createSmtpSender({ url, from: 'crm@demo.example', patienceMs: 400 })
    const error = await sender.send(letter).then(() => null, (failure: unknown) => failure as Error)
    sender.close()
    return error?.message
  }
  expect(await trouble(smtp.url)).toMatch(/^The mail server 127\.0\.0\.1:\d+ does not answer \(ETIMEDOUT\)$/)
  smtp.rules.hangs = false
  smtp.rules.password = 'right'
  const said = await trouble(`smtp://crm:secret-word@127.0.0.1:${smtp.port}`)
  expect([said, said!.includes('secret-word')]).toEqual(['The mail server 127.0.0.1 does not accept the name or the password that SMTP_URL gives', false])
  expect(await trouble(`smtp://crm:right@127.0.0.1:${smtp.port}`)).toBeUndefined()
  expect(await trouble(`smtps://127.0.0.1:${smtp.port}`)).toMatch(/^(The mail server|No protected connection)/)
  smtp.rules.refused.add('x@demo.example')
  expect(await trouble(smtp.url)).toBe('The mail server 127.0.0.1 refuses the letter: 550 No such mailbox here')
})

test('one’s own letter can be looked at by anybody, the team’s by leads and administrators', async () => {
  const [olga, administrator] = [await server.as('olga@demo.example', 'ru'), await server.as('admin@demo.example')]
  expect((await olga('readDigest', { query: {} })).subject).toMatch(/^Ваш день, пн, 23 нояб\./)
  const statusFor = async (as: string) => (await server.raw('GET', '/api/digest?kind=team', { as })).status
  expect([await statusFor('olga@demo.example'), await statusFor('ivan@demo.example'), await statusFor('admin@demo.example')]).toEqual([403, 200, 200])
  expect((await administrator('readDigest', { query: { kind: 'team' } })).subject).toMatch(/^The team, Mon 23 Nov/)
})

test('a letter asked for comes at once, when letters are allowed; an administrator may try before', async () => {
  const send = (as: string, body?: object) => server.raw('POST', '/api/digest', { as, body, headers: { 'accept-language': 'en' } })
  const refused = await send('olga@demo.example')
  expect([refused.status, ((await refused.json()) as { code: string; detail: string })]).toEqual([409, expect.objectContaining({ code: 'sending-off', detail: expect.stringContaining('switched off') })])
  expect([(await send('admin@demo.example', { kind: 'team' })).status, lettersTo('admin@demo.example').length]).toEqual([202, 1])
  expect((await server.raw('PUT', '/api/settings', { as: 'admin@demo.example', body: { digests: { send: true } } })).status).toBe(200)
  expect([(await send('olga@demo.example')).status, lettersTo('olga@demo.example').length]).toEqual([202, 1])
  expect([(await send('olga@demo.example', { kind: 'theirs' })).status]).toEqual([400])
  smtp.rules.later.add('olga@demo.example')
  expect((await send('olga@demo.example')).status).toBe(503)
})

test('without a mail server a letter can be looked at and not be sent', async () => {
  const bare = await startTestServer()
  expect((await bare.raw('GET', '/api/digest', { as: 'admin@demo.example' })).status).toBe(200)
  const answer = await bare.raw('POST', '/api/digest', { as: 'admin@demo.example' })
  expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([409, expect.stringContaining('SMTP_URL')])
  await bare.close()
})

test('the hour is kept in a time zone that exists, and letters come from an address', async () => {
  const patch = async (timeZone: string) => (await server.raw('PATCH', '/api/me', { as: 'olga@demo.example', body: { preferences: { digest: digest({ timeZone }) } } })).status
  expect([await patch('Asia/Yekaterinburg'), await patch('Mars/Base'), await patch('+25:00')]).toEqual([200, 400, 400])
  const config = (settings: Record<string, string>) => () => readConfig({ COUNTERPANE_MODE: 'test', ...settings })
  expect(config({ SMTP_URL: 'smtp://mail.example.com' })).toThrow(/SMTP_FROM: is required/)
  expect(config({ SMTP_URL: 'http://mail.example.com', SMTP_FROM: 'a@b.example' })).toThrow(/SMTP_URL: must be smtp/)
  expect(config({ SMTP_URL: 'smtp://mail.example.com', SMTP_FROM: 'nobody' })).toThrow(/SMTP_FROM: must be an address/)
  expect(config({ SMTP_URL: 'smtps://u:p@mail.example.com:465', SMTP_FROM: 'Counterpane <crm@example.com>' })().SMTP_FROM).toBe('Counterpane <crm@example.com>')
})
