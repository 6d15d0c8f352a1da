import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { digestOf } from '../support/database-digest'
import { entraIds } from '../support/entra-authority'
import { bindByInvitation, startEntraHouse, type EntraHouse } from '../support/entra-house'

let house: EntraHouse
let administrator: HttpClient
beforeAll(async () => {
  house = await startEntraHouse()
  administrator = await house.administrator()
})
afterAll(() => house.close())

let people = 0
/** A token of somebody whom nobody here has seen. */
const somebody = (claims: Record<string, unknown> = {}) => house.entra.token({ oid: `0ea00000-0000-4000-8000-${String(++people + 100).padStart(12, '0')}`, ...claims })
const codeFor = async (id: string) => (await administrator('inviteManager', { id })).code
const outcome = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string; id?: string }).code ?? 'manager']
const day = 86_400_000

test('an invitation binds whoever brings its code, once, and the person is that manager from then on', async () => {
  const token = await somebody()
  expect(await outcome(await house.me(token))).toEqual([403, 'not-invited'])
  const { code, manager, expiresAt } = await administrator('inviteManager', { id: 'm-olga' })
  expect(manager).toEqual({ id: 'm-olga', name: 'Olga Smirnova' })
  expect(Math.round((Date.parse(expiresAt) - house.server.clock.now().getTime()) / day)).toBe(7)
  const answer = await house.accept(token, code)
  expect([answer.status, await answer.json()]).toMatchObject([200, { id: 'm-olga', email: 'olga@demo.example' }])
  expect(await outcome(await house.me(token))).toEqual([200, 'manager'])
  expect(await outcome(await house.accept(await somebody(), code))).toEqual([404, 'invitation-unknown'])
  const trail = house.server.db.sql.all<{ action: string; managerId: string }>("SELECT action, managerId FROM AuditEntry WHERE noun = 'manager' AND nounId = 'm-olga' ORDER BY id")
  expect(trail.map(({ action, managerId }) => `${action} by ${managerId}`)).toEqual(['invited by m-admin', 'identity-bound by m-olga'])
})

test('a code is four groups of letters that nobody mistakes, different every time, and nowhere in the database', async () => {
  const codes = await Promise.all(Array.from({ length: 20 }, () => codeFor('m-elena')))
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-TW-Z]{5}(-[A-HJKMNP-TW-Z]{5}){3}$/)
  expect(new Set(codes).size).toBe(20)
  const kept = JSON.stringify([house.server.db.sql.all('SELECT * FROM Invitation'), house.server.db.sql.all('SELECT * FROM AuditEntry')])
  for (const code of codes) expect(kept).not.toContain(code)
})

test('a code may be typed in small letters, with spaces, without dashes, on a Russian keyboard', async () => {
  const written: ((code: string) => string)[] = [
    (code) => ` ${code.toLowerCase()} `, (code) => code.replaceAll('-', ''), (code) => code.replaceAll('-', ' — '),
    (code) => code.replace(/[ABCEHKMPTXY]/g, (sign) => 'АВСЕНКМРТХУ'['ABCEHKMPTXY'.indexOf(sign)]!),
  ]
  for (const spell of written) expect(await outcome(await house.accept(await somebody(), spell(await codeFor('m-dmitry'))))).toEqual([200, 'manager'])
})

test('a new code ends the older one that nobody has used', async () => {
  const [first, second] = [await codeFor('m-anna'), await codeFor('m-anna')]
  expect(await outcome(await house.accept(await somebody(), first))).toEqual([404, 'invitation-unknown'])
  expect(await outcome(await house.accept(await somebody(), second))).toEqual([200, 'manager'])
})

test('a code is too old after seven days', async () => {
  const [kept, late] = [await codeFor('m-kate'), await codeFor('m-sergey')]
  house.server.clock.advance(7 * day - 60_000)
  expect(await outcome(await house.accept(await somebody(), kept))).toEqual([200, 'manager'])
  house.server.clock.advance(61_000)
  expect(await outcome(await house.accept(await somebody(), late))).toEqual([404, 'invitation-unknown'])
  house.server.clock.advance(-7 * day - 1_000)
})

test('the same person may bring the same code twice; a colleague of another manager may not, and the code stays unused', async () => {
  const [olga, code] = [await somebody(), await codeFor('m-maria')]
  expect(await outcome(await house.accept(olga, code))).toEqual([200, 'manager'])
  expect(await outcome(await house.accept(olga, code))).toEqual([200, 'manager'])
  const other = await codeFor('m-ivan')
  expect(await outcome(await house.accept(olga, other))).toEqual([409, 'identity-bound'])
  expect(await outcome(await house.accept(await somebody(), other))).toEqual([200, 'manager'])
})

test('ten who bring one code at once are one manager and nine strangers', async () => {
  const code = await codeFor('m-nina')
  const tokens = await Promise.all(Array.from({ length: 10 }, () => somebody()))
  const answers = await Promise.all(tokens.map((token) => house.accept(token, code)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(404)])
})

test('only an administrator invites, and only managers who are there', async () => {
  for (const email of ['anna@demo.example', 'ivan@demo.example']) {
    expect((await house.server.raw('POST', '/api/managers/m-olga/invitations', { as: email })).status).toBe(403)
  }
  expect((await house.server.raw('POST', '/api/managers/nobody/invitations', { as: 'admin@demo.example' })).status).toBe(404)
  await house.server.db.prisma.manager.update({ where: { id: 'm-james' }, data: { active: false } })
  expect((await house.server.raw('POST', '/api/managers/m-james/invitations', { as: 'admin@demo.example' })).status).toBe(404)
})

test('a code is worth nothing without a proven identity, and says nothing about itself', async () => {
  const code = await codeFor('m-olga')
  const before = digestOf(house.server.db)
  const expired = await somebody({ exp: house.entra.nowSeconds() - 600 })
  const program = await somebody({ scp: undefined, idtyp: 'app' })
  const foreign = await somebody({ tid: entraIds.otherTenant })
  const statuses = [await house.accept(expired, code), await house.accept(program, code), await house.accept(foreign, code), await house.accept('no-token', code)]
  expect(statuses.map(({ status }) => status)).toEqual([401, 403, 403, 401])
  expect((await house.server.raw('POST', '/api/invitations/accept', { as: 'anna@demo.example', body: { code } })).status).toBe(401)
  expect((await house.server.raw('POST', '/api/invitations/accept', { body: { code } })).status).toBe(401)
  const token = await somebody()
  expect(await outcome(await house.accept(token, '---'))).toEqual([404, 'invitation-unknown'])
  expect((await house.server.raw('POST', '/api/invitations/accept', { headers: { authorization: `Bearer ${token}` }, body: { code, managerId: 'm-admin' } })).status).toBe(400)
  expect(digestOf(house.server.db)).toBe(before)
})

test('guessing codes is slowed down, with the time to wait', async () => {
  const guarded = await startEntraHouse()
  const token = await guarded.entra.token()
  const statuses: number[] = []
  for (let guess = 0; guess < 125; guess += 1) statuses.push((await guarded.accept(token, `GUESS-${guess}`)).status)
  expect(new Set(statuses.slice(0, 120))).toEqual(new Set([404]))
  const last = await guarded.accept(token, 'GUESS')
  expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60'])
  await guarded.close()
})

test('where Entra is not set up a signed token is nobody', async () => {
  const plain = await startEntraHouse({ settings: { ENTRA_CLIENT_ID: '', ENTRA_TENANT_ID: '' } })
  expect((await plain.me(await plain.entra.token())).status).toBe(401)
  const code = (await (await plain.administrator())('inviteManager', { id: 'm-olga' })).code
  expect((await plain.accept(await plain.entra.token(), code)).status).toBe(401)
  await plain.close()
})

test('a manager with two tenants brings a code for each', async () => {
  const both = await startEntraHouse({ settings: { ENTRA_TENANT_ID: `${entraIds.tenant}, ${entraIds.otherTenant.toUpperCase()}` } })
  for (const tid of [entraIds.tenant, entraIds.otherTenant]) await bindByInvitation(both, 'm-olga', await both.entra.token({ tid }))
  expect((await both.me(await both.entra.token({ tid: entraIds.otherTenant }))).status).toBe(200)
  expect((await both.me(await both.entra.token({ tid: entraIds.consumers }))).status).toBe(403)
  await both.close()
})
