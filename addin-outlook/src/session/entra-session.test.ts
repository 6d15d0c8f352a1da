import type { Manager } from '@counterpane/shared/contract/access'
import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { RouteName } from '@counterpane/shared/contract/routes'
import { createPaneApi } from '../app/pane-api'
import { createEntraSession, tenantOf } from './entra-session'
import { createSignedOutMark } from './signed-out-mark'
import { type GotToken, TokenFailure, type TokenTrouble, type TokenWish } from './token-source'

const tenant = '11111111-2222-3333-4444-555555555555'
const minute = 60_000
type Answer = Partial<GotToken> | TokenTrouble | [TokenTrouble, string]

/** The chain over a source of tokens that answers as the test says, in order; the last answer stays. */
function aChain({ nested = true, silent = [{}], popup = [{}], dialog = [{}], authority = `https://login.example/${tenant}` }: { nested?: boolean; silent?: Answer[]; popup?: Answer[]; dialog?: Answer[]; authority?: string } = {}) {
  const asked: { way: string; wish: TokenWish }[] = []
  let now = 1_000_000
  let number = 0
  const answers = { silent: [...silent], popup: [...popup], dialog: [...dialog] }
  async function give(way: keyof typeof answers, wish: TokenWish): Promise<GotToken> {
    asked.push({ way, wish })
    await Promise.resolve()
    const answer = (answers[way].length > 1 ? answers[way].shift() : answers[way][0]) ?? {}
    if (typeof answer === 'string') throw new TokenFailure(answer, `${answer}_code`)
    if (Array.isArray(answer)) throw new TokenFailure(...answer)
    return { accessToken: `token-${++number}`, expiresAt: now + 60 * minute, account: 'olga@demo.example', tenant, ...answer }
  }
  let forgotten = 0
  const session = createEntraSession({
    settings: { kind: 'entra', clientId: 'pane', authority, scope: 'api://server/access_as_user' },
    source: () => Promise.resolve({ nested, silent: (wish) => give('silent', wish), popup: (wish) => give('popup', wish), forget: async () => { forgotten++ } }),
    dialog: (wish) => give('dialog', wish), learn: () => Promise.resolve({ name: 'Olga Smirnova' } as Manager), mark: createSignedOutMark(null, 'olga@demo.example'), now: () => now,
  })
  return { session, asked, ways: () => asked.map(({ way }) => way), pass: (ms: number) => { now += ms }, forgotten: () => forgotten }
}
const problem = (status: number, code: string, challenge: string | null = null) => new ProblemError({ type: '', title: code, status, code, detail: '', reference: 'r' }, null, challenge)

/** A server that answers each call as the test says; gives what each carried. */
function aServer(session: ReturnType<typeof aChain>['session'], answers: (Error | 'ok')[]) {
  const carried: (string | null)[] = []
  const api = createPaneApi(((_name: RouteName) => {
    carried.push(session.token())
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    return answer === 'ok' ? Promise.resolve({}) : Promise.reject(answer)
  }) as never, session)
  return { api, carried }
}

it('a token comes without a window when Outlook gives one, and is used until it nears its end', async () => {
  const { session, ways, pass } = aChain()
  await session.signIn()
  await session.signIn()
  expect(session.token()).toBe('token-1')
  pass(59 * minute)
  await session.signIn()
  expect([session.token(), ways()]).toEqual(['token-2', ['silent', 'silent']])
})

it('many questions at once ask for one token', async () => {
  const { session, ways } = aChain()
  await Promise.all([session.signIn(), session.signIn(), session.signIn()])
  expect(ways()).toEqual(['silent'])
})

it('many questions at once hear together that nobody can be reached', async () => {
  const { session, ways } = aChain({ silent: [['unreachable', 'no_network_connectivity']] })
  const heard = await Promise.allSettled([session.signIn(), session.signIn(), session.signIn()])
  expect(heard.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(ways()).toEqual(['silent'])
})

it('no window opens by itself: what needs the manager is said, and said again without asking', async () => {
  const { session, ways, pass } = aChain({ silent: ['interaction'] })
  await expect(session.signIn()).rejects.toMatchObject({ reason: 'interaction', code: 'interaction_code' })
  await expect(session.signIn()).rejects.toMatchObject({ reason: 'interaction' })
  expect(ways()).toEqual(['silent'])
  pass(minute)
  await expect(session.signIn()).rejects.toMatchObject({ reason: 'interaction' })
  expect(ways()).toEqual(['silent', 'silent'])
})

it.each<[string, Parameters<typeof aChain>[0], 'hand' | 'another-way', string[], string]>([
  ['Outlook’s own window under nested authentication', { silent: ['interaction'] }, 'hand', ['popup'], 'popup'],
  ['a dialog when that window is blocked', { silent: ['interaction'], popup: [['blocked', 'popup_window_error']] }, 'hand', ['popup', 'dialog'], 'dialog'],
  ['a dialog at once where nested authentication is missing', { nested: false, silent: ['interaction'] }, 'hand', ['dialog'], 'dialog'],
  ['a dialog as the other way under nested authentication', { silent: ['interaction'] }, 'another-way', ['dialog'], 'dialog'],
  ['a plain window as the other way elsewhere', { nested: false, silent: ['interaction'] }, 'another-way', ['popup'], 'popup'],
])('by hand it is %s', async (_what, given, by, windows, way) => {
  const { session, ways } = aChain(given)
  await session.signIn().catch(() => undefined)
  await session.signIn({ by })
  expect(ways()).toEqual(['silent', ...windows])
  expect(session.facts()).toMatchObject({ way, account: 'olga@demo.example', trouble: null })
})

it('a window that the manager closed is said as that, with its code', async () => {
  const { session, ways } = aChain({ nested: false, silent: ['interaction'], dialog: [['cancelled', '12006']] })
  await expect(session.signIn({ by: 'hand' })).rejects.toMatchObject({ reason: 'cancelled', code: '12006' })
  expect(ways()).toEqual(['dialog'])
  expect(session.facts().trouble).toMatchObject({ code: '12006' })
})

it('an account of another organisation is not offered to the server', async () => {
  const { session } = aChain({ silent: [{ tenant: '99999999-2222-3333-4444-555555555555', account: 'olga@elsewhere.example' }] })
  await expect(session.signIn()).rejects.toMatchObject({ reason: 'other-organisation', account: 'olga@elsewhere.example' })
  expect(session.token()).toBeNull()
})

it('where the server takes several organisations the pane leaves that to the server', async () => {
  const { session } = aChain({ authority: 'https://login.example/organizations', silent: [{ tenant: '99999999-2222-3333-4444-555555555555' }] })
  await session.signIn()
  expect(session.token()).toBe('token-1')
})

it('a token that the server refuses is replaced once, not taken from the cache', async () => {
  const { session, asked } = aChain()
  const { api, carried } = aServer(session, [problem(401, 'no-session', 'Bearer error="invalid_token"'), 'ok'])
  await api('me')
  expect(carried).toEqual(['token-1', 'token-2'])
  expect(asked.map(({ wish }) => wish.afresh)).toEqual([false, true])
})

it('a token refused twice is a refusal', async () => {
  const { session } = aChain()
  const { api, carried } = aServer(session, [problem(401, 'no-session')])
  await expect(api('me')).rejects.toMatchObject({ reason: 'refused', code: 'no-session' })
  expect(carried).toEqual(['token-1', 'token-2'])
})

it('several calls refused with the same token renew it once', async () => {
  const { session, ways } = aChain()
  const { api, carried } = aServer(session, [problem(401, 'no-session'), problem(401, 'no-session'), 'ok'])
  await Promise.all([api('me'), api('myDay')])
  expect(carried).toEqual(['token-1', 'token-1', 'token-2', 'token-2'])
  expect(ways()).toEqual(['silent', 'silent'])
})

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}'
const challenge = `Bearer error="insufficient_claims", claims="${btoa(claims)}"`

it('a claims challenge is answered with the claims it asks for', async () => {
  const { session, asked } = aChain()
  const { api, carried } = aServer(session, [problem(401, 'no-session', challenge), 'ok'])
  await api('me')
  expect(asked[1]?.wish).toMatchObject({ claims, afresh: true })
  expect(carried).toEqual(['token-1', 'token-2'])
})

it('a claims challenge that needs the manager is asked about, and its claims go into the window', async () => {
  const { session, asked } = aChain({ silent: [{}, 'interaction'] })
  const { api } = aServer(session, [problem(401, 'no-session', challenge), 'ok'])
  await expect(api('me')).rejects.toMatchObject({ reason: 'confirm' })
  await session.signIn({ by: 'hand' })
  expect(asked.at(-1)).toMatchObject({ way: 'popup', wish: { claims } })
  await api('me')
})

it.each([problem(500, 'internal'), problem(503, 'database-busy'), problem(429, 'too-many-requests'), problem(403, 'not-invited'), problem(200, 'unreadable-answer'), new NoConnectionError('no answer')])('the server’s %s signs nobody out', async (error) => {
  const { session, ways } = aChain()
  const { api } = aServer(session, [error])
  await expect(api('me')).rejects.toBe(error)
  expect(session.token()).toBe('token-1')
  expect(ways()).toEqual(['silent'])
})

it('when the identity provider cannot be reached a token that is still good goes on', async () => {
  const { session, pass } = aChain({ silent: [{}, ['unreachable', 'no_network_connectivity']] })
  await session.signIn()
  pass(59 * minute)
  await session.signIn()
  expect(session.token()).toBe('token-1')
  pass(2 * minute)
  await expect(session.signIn()).rejects.toBeInstanceOf(NoConnectionError)
})

it('signed out stays signed out until the manager signs in by hand', async () => {
  const { session, forgotten, ways } = aChain()
  await session.signIn()
  await session.signOut()
  expect([session.token(), forgotten()]).toEqual([null, 1])
  await expect(session.signIn()).rejects.toMatchObject({ reason: 'signed-out' })
  await session.signIn({ by: 'hand' })
  expect([session.token(), ways()]).toEqual(['token-2', ['silent', 'popup']])
})

it('learns whose token it is without making anybody wait', async () => {
  const { session } = aChain()
  await session.signIn()
  await Promise.resolve()
  expect(session.manager()?.name).toBe('Olga Smirnova')
})

it.each([['https://login.example/11111111-2222-3333-4444-55555555ABCD/', '11111111-2222-3333-4444-55555555abcd'], ['https://login.example/organizations', null]])('the organisation of %s is %s', (authority, tenant) => {
  expect(tenantOf({ authority })).toBe(tenant)
})
