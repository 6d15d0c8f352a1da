import { sha256 } from '@counterpane/backend/platform/crypto/digest'
import { invite } from '@counterpane/backend/features/access/invitations.service'
import { digestOf } from '../support/database-digest'
import { entraIds } from '../support/entra-authority'
import { startLyingProvider, type LyingProvider } from '../support/lying-provider'
import { signInSettings } from '../support/sign-in-house'
import { startTestServer, type TestServer } from '../support/test-server'
import { createVisitor, type VisitorBrowser } from '../support/visitor-browser'

let provider: LyingProvider
let server: TestServer
beforeAll(async () => {
  provider = await startLyingProvider()
  server = await startTestServer({ settings: { ...signInSettings, GOOGLE_CLIENT_ID: '', GOOGLE_CLIENT_SECRET: '', ENTRA_AUTHORITY: provider.url } })
  const { code } = await server.db.write((tx) => invite(tx, { managerId: 'm-olga', byId: null, at: server.clock.now() }))
  expect((await comeBack(await begin({ code }))).status).toBe(303)
})
afterAll(async () => { await server.close(); await provider.close() })
afterEach(() => provider.reset())

interface Begun { visitor: VisitorBrowser; page: string }
async function begin(body: Record<string, string> = {}, visitor = createVisitor()): Promise<Begun> {
  const { url } = (await (await visitor.open(`${server.url}/api/sign-in`, { json: { provider: 'entra', ...body } })).json()) as { url: string }
  return { visitor, page: url }
}
const callback = (query: URLSearchParams | string) => `${server.url}/sign-in/callback?${query}`
const comeBack = ({ visitor, page }: Begun, change: Record<string, string> = {}) => {
  const query = provider.agree(page)
  for (const [name, value] of Object.entries(change)) query.set(name, value)
  return visitor.open(callback(query))
}
/** All but the attempts themselves, which begin and end with every try. */
const kept = () => ['Session', 'Identity', 'Manager', 'Invitation', 'AuditEntry'].map((table) => server.db.sql.all(`SELECT * FROM "${table}"`))

async function expectNobody(answer: Response, words: RegExp, status = 400) {
  const page = await answer.text()
  expect([answer.status, answer.headers.getSetCookie().some((cookie) => /^counterpane=[^;]/.test(cookie))]).toEqual([status, false])
  expect(page).toMatch(words)
  expect(answer.headers.get('cache-control')).toBe('no-store')
}

test.each([
  ['another nonce', { nonce: 'another' }], ['no nonce', { nonce: undefined }], ['another issuer', { iss: 'https://login.evil.example/v2.0' }], ['the issuer of another tenant', { iss: `http://127.0.0.1/${entraIds.otherTenant}/v2.0` }],
  ['another audience', { aud: 'another-program' }], ['a time that is over', { exp: 1_700_000_000 }], ['another tenant', { tid: entraIds.otherTenant }], ['no object id', { oid: undefined }],
] as const)('an ID token with %s signs nobody in', async (_what, claims) => {
  const before = kept()
  provider.state.claims = claims
  await expectNobody(await comeBack(await begin()), /could not be trusted/)
  expect(kept()).toEqual(before)
})

test('an ID token that another key signed signs nobody in', async () => {
  provider.state.byForeignKey = true
  await expectNobody(await comeBack(await begin()), /could not be trusted/)
})

test('a state works once, and only one that we gave', async () => {
  const begun = await begin()
  const query = provider.agree(begun.page)
  const cookie = [...begun.visitor.cookiesOf(server.url)].map((pair) => pair.join('=')).join('; ')
  expect((await begun.visitor.open(callback(query))).status).toBe(303)
  // As the very browser would, with the cookie that it had.
  await expectNobody(await server.raw('GET', `/sign-in/callback?${query}`, { headers: { cookie } }), /was used already/)
  for (const state of ['', 'guess', 'x'.repeat(5_000)]) await expectNobody(await begun.visitor.open(callback(new URLSearchParams({ code: 'code-1', state }))), /was used already/)
  const twice = await begin()
  await expectNobody(await twice.visitor.open(`${callback(provider.agree(twice.page))}&state=another`), /was used already/)
})

test('of two returns with one state at the same moment one signs in', async () => {
  const begun = await begin()
  const query = provider.agree(begun.page)
  const cookie = [...begun.visitor.cookiesOf(server.url)].map((pair) => pair.join('=')).join('; ')
  const answers = await Promise.all([1, 2, 3, 4].map(() => server.raw('GET', `/sign-in/callback?${query}`, { headers: { cookie } })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400])
})

test('a link to the callback that somebody else began signs nobody in, with another attempt under way or none', async () => {
  const before = kept()
  const attacker = await begin()
  await expectNobody(await createVisitor().open(callback(provider.agree(attacker.page))), /another browser/)
  const [mine, theirs] = [await begin(), await begin()]
  await expectNobody(await mine.visitor.open(callback(provider.agree(theirs.page))), /another browser/)
  expect(kept()).toEqual(before)
})

test('an attempt is over after ten minutes, and what it left is swept by the next', async () => {
  const late = await begin()
  server.clock.advance(10 * 60_000 + 1)
  await expectNobody(await comeBack(late), /longer than ten minutes/)
  await begin()
  server.clock.advance(10 * 60_000 + 1)
  await begin()
  expect(server.db.sql.all('SELECT stateHash FROM SignInAttempt')).toHaveLength(1)
})

test('a code that the provider does not take, a secret it does not know, and one that does not answer are three different sentences', async () => {
  provider.state.answer = { status: 400, body: { error: 'invalid_grant', error_description: 'AADSTS70008' } }
  await expectNobody(await comeBack(await begin()), /could not be trusted/)
  provider.state.answer = { status: 401, body: { error: 'invalid_client' } }
  await expectNobody(await comeBack(await begin()), /does not accept this server/, 503)
  for (const answer of ['gone', { status: 500, body: 'broken' }, { status: 200, body: '<html>' }, { status: 200, body: `"${'x'.repeat(300_000)}"` }] as const) {
    provider.state.answer = answer
    await expectNobody(await comeBack(await begin()), /does not answer/, 503)
  }
  expect(await (await comeBack(await begin())).text()).not.toContain('AADSTS')
})

test('the code goes out with its verifier, once, and never to anybody but the provider', async () => {
  const { searchParams } = new URL((await begin()).page)
  const begun = await begin()
  const before = provider.asked.length
  await comeBack(begun)
  const [form, ...more] = provider.asked.slice(before)
  expect(more).toEqual([])
  const challenge = new URL(begun.page).searchParams.get('code_challenge')
  expect(Buffer.from(sha256(form!.get('code_verifier')!), 'hex').toString('base64url')).toBe(challenge)
  expect(searchParams.get('code_challenge')).not.toBe(challenge)
})

test('a provider that says no, or names itself as another, is believed in that nobody is signed in', async () => {
  const asked = provider.asked.length
  await expectNobody(await (await begin()).visitor.open(callback('error=access_denied')), /was used already/)
  const declined = await begin()
  await expectNobody(await comeBack(declined, { error: 'access_denied' }), /was cancelled/, 200)
  await expectNobody(await comeBack(await begin(), { iss: 'https://accounts.google.com' }), /could not be trusted/)
  expect(provider.asked).toHaveLength(asked)
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '#//evil.example\r\nSet-Cookie: a=b', 'javascript:alert(1)', '#/tasks"><script>', '/journal/../../evil', '#evil', '\u0000#/tasks', '#/%0d%0aLocation:x'])('coming back to %j leads to the journal and nowhere else', async (back) => {
  const visitor = createVisitor()
  const started = await visitor.open(`${server.url}/sign-in/entra?${new URLSearchParams({ back })}`)
  const answer = await comeBack({ visitor, page: started.headers.get('location')! })
  const location = answer.headers.get('location')!
  expect(new URL(location, server.url).origin).toBe(server.url)
  expect(new URL(location, server.url).pathname).toBe('/journal/')
  expect(location).not.toMatch(/[\r\n]/)
})

test('what a stranger is called, and where they were going, is text on the page and nothing else', async () => {
  provider.state.claims = { oid: entraIds.anna, name: '<img src=x onerror=alert(1)>', preferred_username: '"><script>alert(2)</script>@firm.example' }
  const page = await (await comeBack(await begin({ back: '#/"><script>alert(3)</script>' }))).text()
  expect(page).not.toMatch(/<script|<img/)
  expect(page).toContain('&#60;script&#62;alert(2)')
})

test('metadata that names another issuer, or addresses beyond trust, is no metadata', async () => {
  for (const metadata of [{ issuer: 'https://login.microsoftonline.com.evil.example/v2.0' }, { token_endpoint: 'http://192.0.2.1/token' }, { jwks_uri: 'file:///etc/passwd' }, { authorization_endpoint: 'javascript:alert(1)' }]) {
    provider.state.metadata = metadata
    const fresh = await startTestServer({ settings: { ...signInSettings, GOOGLE_CLIENT_ID: '', GOOGLE_CLIENT_SECRET: '', ENTRA_AUTHORITY: provider.url } })
    const before = digestOf(fresh.db)
    expect([metadata, (await fresh.raw('POST', '/api/sign-in', { body: { provider: 'entra' } })).status]).toEqual([metadata, 503])
    const page = await fresh.raw('GET', '/sign-in/entra?back=%23/tasks')
    expect([page.status, (await page.text()).includes('/sign-in/entra?back=%23%2Ftasks')]).toEqual([503, true])
    expect(digestOf(fresh.db)).toBe(before)
    await fresh.close()
  }
})

test('trying codes and attempts is slowed down', async () => {
  const guarded = await startTestServer({ settings: { ...signInSettings, ENTRA_AUTHORITY: provider.url } })
  const statuses: number[] = []
  for (let guess = 0; guess < 121; guess += 1) statuses.push((await guarded.raw('GET', `/sign-in/callback?state=guess-${guess}&code=x`)).status)
  expect([new Set(statuses.slice(0, 120)), statuses.at(-1)]).toEqual([new Set([400]), 429])
  await guarded.close()
})
