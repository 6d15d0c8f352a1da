import { digestOf } from '../support/database-digest'
import { entraIds } from '../support/entra-authority'
import { startSignInHouse, type SignInHouse } from '../support/sign-in-house'
import { createVisitor } from '../support/visitor-browser'

let house: SignInHouse
beforeAll(async () => { house = await startSignInHouse() })
afterAll(() => house.close())

const identities = (managerId: string) => house.server.db.sql.all<{ provider: string }>('SELECT provider FROM Identity WHERE managerId = ? ORDER BY provider', [managerId]).map(({ provider }) => provider)
const ticketIn = (page: string) => /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? ''

test.each(['entra', 'google'] as const)('a manager who is invited signs in by %s, and afterwards without a code', async (way) => {
  const managerId = way === 'entra' ? 'm-olga' : 'm-anna'
  const first = await house.signIn(managerId, { way, code: await house.codeFor(managerId), back: '#/tasks?who=mine' })
  expect([first.status, first.answer.headers.get('location')]).toEqual([303, '/journal/#/tasks?who=mine'])
  expect(((await (await first.me()).json()) as { id: string }).id).toBe(managerId)
  expect(identities(managerId)).toEqual([way])

  const again = await house.signIn(managerId, { way })
  expect([again.status, again.answer.headers.get('location'), (await again.me()).status]).toEqual([303, '/journal/', 200])
})

test('the address alone lets nobody in: whoever is not bound is asked for a code, in both languages, and comes in with it', async () => {
  // This account's address is not Kate's, and would not count if it were.
  const knock = await house.signIn('kate')
  const page = await knock.answer.text()
  expect([knock.status, (await knock.me()).status]).toEqual([403, 401])
  expect(page).toContain('You have signed in as kate@firm.example')
  expect(page).toContain('Выполнен вход как kate@firm.example')

  const wrong = await knock.visitor.open(`${house.url}/sign-in/code`, { form: { ticket: ticketIn(page), code: 'AAAAA-AAAAA-AAAAA-AAAAA' } })
  const told = await wrong.text()
  expect([wrong.status, told.includes('This code is not right')]).toEqual([403, true])
  const right = await knock.visitor.open(`${house.url}/sign-in/code`, { form: { ticket: ticketIn(told), code: (await house.codeFor('m-kate')).toLowerCase().replaceAll('-', ' ') } })
  expect([right.status, right.headers.get('location')]).toEqual([303, '/journal/'])
  expect(((await (await knock.me()).json()) as { id: string }).id).toBe('m-kate')
})

test('a code works once: the second account that brings it stays outside, and so does one that is somebody else already', async () => {
  const code = await house.codeFor('m-ivan')
  expect((await house.signIn('ivan', { code })).status).toBe(303)
  const second = await house.signIn('stranger', { code })
  expect([second.status, (await second.answer.text()).includes('This code is not right')]).toEqual([403, true])
  const other = await house.codeFor('m-peter')
  const bound = await house.signIn('ivan', { code: other })
  expect([bound.status, (await bound.answer.text()).includes('somebody else')]).toEqual([409, true])
  expect(identities('m-peter')).toEqual([])
  // The code was not used up by it.
  expect((await house.signIn('peter', { code: other })).status).toBe(303)
})

test('a ticket to bring a code is good in its own browser only, once, and for ten minutes', async () => {
  const code = await house.codeFor('m-nina')
  const knock = await house.signIn('nina')
  const ticket = ticketIn(await knock.answer.text())
  const elsewhere = await createVisitor().open(`${house.url}/sign-in/code`, { form: { ticket, code } })
  expect([elsewhere.status, identities('m-nina')]).toEqual([400, []])
  expect((await knock.visitor.open(`${house.url}/sign-in/code`, { form: { ticket, code } })).status).toBe(400)

  const late = await house.signIn('nina')
  const lateTicket = ticketIn(await late.answer.text())
  house.server.clock.advance(10 * 60_000 + 1)
  expect((await late.visitor.open(`${house.url}/sign-in/code`, { form: { ticket: lateTicket, code } })).status).toBe(400)
  expect(identities('m-nina')).toEqual([])
})

test('a page of another site cannot bring a code in somebody\'s browser', async () => {
  const knock = await house.signIn('wanda')
  const ticket = ticketIn(await knock.answer.text())
  const forged = await knock.visitor.open(`${house.url}/sign-in/code`, { form: { ticket, code: await house.codeFor('m-nina') }, headers: { origin: 'https://evil.example' } })
  expect([forged.status, identities('m-nina')]).toEqual([403, []])
})

test('a manager switched off stays outside, whatever account they bring', async () => {
  expect((await house.signIn('sergey', { code: await house.codeFor('m-sergey') })).status).toBe(303)
  await house.server.db.prisma.manager.update({ where: { id: 'm-sergey' }, data: { active: false } })
  const off = await house.signIn('sergey')
  expect([off.status, (await off.me()).status]).toEqual([403, 401])
})

test('what is asked for reaches the provider with PKCE, state and nonce, and no secret of ours', async () => {
  const visitor = createVisitor()
  const { url } = (await (await visitor.open(`${house.url}/api/sign-in`, { json: { provider: 'google' } })).json()) as { url: string }
  const { searchParams: asked } = new URL(url)
  expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid profile email', redirect_uri: `${house.url}/sign-in/callback` })
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
  const kept = JSON.stringify(house.server.db.sql.all('SELECT * FROM SignInAttempt'))
  for (const secret of [asked.get('state')!, asked.get('nonce')!, ...visitor.cookiesOf(house.url).values()]) expect(kept).not.toContain(secret)
  const other = await visitor.open(`${house.url}/sign-in/google?other=1`)
  expect(new URL(other.headers.get('location')!).searchParams.get('prompt')).toBe('select_account')
})

test('a way that is not set up is answered as such and leaves nothing behind', async () => {
  const before = digestOf(house.server.db)
  expect((await createVisitor().open(`${house.url}/sign-in/yandex`)).status).toBe(404)
  expect((await createVisitor().open(`${house.url}/sign-in/entra?organisation=another`)).status).toBe(404)
  expect((await createVisitor().open(`${house.url}/api/sign-in`, { json: { provider: 'entra', organisation: 'another' } })).status).toBe(404)
  expect((await house.server.raw('HEAD', '/sign-in/entra')).status).toBe(405)
  expect(digestOf(house.server.db)).toBe(before)
})

test('each of several tenants has a door and an issuer of its own, and nobody of one comes in by the code of another\'s account', async () => {
  const both = await startSignInHouse({ tenants: [entraIds.tenant, entraIds.otherTenant] })
  const { ways } = (await (await both.server.raw('GET', '/api/sign-in')).json()) as { ways: { provider: string; organisation: string | null }[] }
  expect(ways.map(({ provider, organisation }) => [provider, organisation])).toEqual([['entra', entraIds.tenant], ['entra', entraIds.otherTenant], ['google', null]])
  const come = async (organisation: string, code?: string) => {
    const visitor = createVisitor()
    const { url } = (await (await visitor.open(`${both.url}/api/sign-in`, { json: { provider: 'entra', organisation, code } })).json()) as { url: string }
    expect(url).toContain(`/${organisation}/v2.0/`)
    return visitor.open(await visitor.walk(url, { login: 'olga', stopAt: `${both.url}/sign-in/callback` }))
  }
  expect((await come(entraIds.otherTenant, await both.codeFor('m-olga'))).status).toBe(303)
  // The same name in the other tenant is another person.
  expect((await come(entraIds.tenant)).status).toBe(403)
  expect(both.server.db.sql.all('SELECT tenant FROM Identity')).toEqual([{ tenant: entraIds.otherTenant }])
  await both.close()
})
