import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createSeals } from '@counterpane/backend/platform/crypto/sealed-text'
import { type GoogleCalendarStand, startGoogleCalendarStand } from '../support/google-calendar-stand'
import { startTestServer, type TestServer } from '../support/test-server'
import { administratorOf, olga } from './kept-files'

const secret = 'consent-test-secret-of-32-characters'
const other = 'private.olga@mail.example'
const auth = 'https://www.googleapis.com/auth/'
let stand: GoogleCalendarStand
let server: TestServer
let olgaId: string
let administrator: string
beforeAll(async () => {
  stand = await startGoogleCalendarStand()
  for (const address of [olga, other]) stand.world.addMailbox({ address, kind: 'google' })
  server = await startTestServer({ settings: { GOOGLE_API_ROOT: stand.root, GOOGLE_CLIENT_ID: 'client', GOOGLE_CLIENT_SECRET: 'client-secret', COUNTERPANE_SECRET: secret } })
  administrator = await administratorOf(server)
  const address = await server.db.prisma.managerAddress.findFirstOrThrow({ where: { address: olga } })
  olgaId = address.managerId
})
afterAll(async () => { await server.close(); await stand.close() })
beforeEach(async () => {
  await server.db.write(async (tx) => {
    await tx.calendarConsent.deleteMany()
    await tx.calendarMailbox.deleteMany()
    const now = server.clock.now()
    await tx.calendarMailbox.create({ data: { managerId: olgaId, provider: 'google', mailbox: olga, since: now, dueAt: new Date(now.getTime() + 3_600_000), createdAt: now, state: 'needs-sign-in', problem: 'no-consent' } })
  })
})

const ask = (id = olgaId, as = olga, locale = 'en') => server.raw('POST', `/api/managers/${id}/calendar/consent`, { as, headers: { 'accept-language': locale } })
const pageOf = async () => new URL(((await (await ask()).json()) as { url: string }).url)
/** What the person presses on Google's page; where Google sends the browser then. */
async function decide(page: URL, decision = 'allow', account = olga, change: Record<string, string> = {}) {
  const answer = await fetch(page.origin + page.pathname, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...Object.fromEntries(page.searchParams), account, decision, ...change }) })
  return new URL(answer.headers.get('location') ?? '')
}
async function arrive(back: URL, { cookie, locale = 'en' }: { cookie?: string; locale?: string } = {}) {
  const answer = await server.raw('GET', back.pathname + back.search, { headers: { 'accept-language': locale, ...(cookie && { cookie: `counterpane=${cookie}` }) } })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}
const mailbox = () => server.db.prisma.calendarMailbox.findUniqueOrThrow({ where: { managerId: olgaId } })
const untouched = async () => { const { sealedToken, asks, state } = await mailbox(); expect([sealedToken, asks, state]).toEqual([null, 0, 'needs-sign-in']) }

test('a manager goes to Google, agrees, comes back, and the calendar is to be read at once', async () => {
  const page = await pageOf()
  expect(page.origin + page.pathname).toBe(`${stand.root}/o/oauth2/v2/auth`)
  expect(Object.fromEntries(page.searchParams)).toEqual({
    client_id: 'client', redirect_uri: `${server.url}/google/consent`, response_type: 'code', scope: `openid email ${auth}calendar.events.readonly`, state: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/), code_challenge_method: 'S256', access_type: 'offline', prompt: 'consent', include_granted_scopes: 'true', login_hint: olga,
  })
  const back = await decide(page)
  const { status, html, headers } = await arrive(back)
  expect([status, headers.get('content-type'), headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([200, 'text/html; charset=utf-8', 'no-store', 'no-referrer'])
  expect(html).toContain('Your Google Calendar is connected')
  expect(html).toContain('Ваш Google Календарь подключён')
  expect(html).toContain(`href="${server.url}/journal/#/calendars"`)
  expect(html).not.toMatch(/<script/i)
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const row = await mailbox()
  expect(row).toMatchObject({ state: 'catching-up', problem: null, asks: 1, failures: 0, grantedScopes: `openid email ${auth}calendar.events.readonly` })
  expect(row.dueAt.getTime()).toBeLessThanOrEqual(server.clock.now().getTime())
  expect(createSeals([secret]).open(row.sealedToken ?? '', `calendar-token:${olgaId}`)).toMatch(/^1\/\/0/)
  expect(await server.db.prisma.auditEntry.count({ where: { noun: 'calendar', nounId: olgaId, action: 'connected' } })).toBe(1)
})

test('neither the refresh token, nor the state, nor the proof stands readable in the database', async () => {
  const page = await pageOf()
  const state = page.searchParams.get('state') ?? ''
  const kept = await server.db.prisma.calendarConsent.findFirstOrThrow()
  expect(kept.stateHash).toBe(createHash('sha256').update(state).digest('hex'))
  const verifier = createSeals([secret]).open(kept.sealedVerifier, `calendar-consent:${olgaId}`) ?? ''
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(page.searchParams.get('code_challenge'))
  await arrive(await decide(page))
  const token = createSeals([secret]).open((await mailbox()).sealedToken ?? '', `calendar-token:${olgaId}`) ?? ''
  const bytes = Buffer.concat(['', '-wal'].map((tail) => server.databasePath + tail).filter((file) => fs.existsSync(file)).map((file) => fs.readFileSync(file)))
  expect([token.length > 10, verifier.length, bytes.includes(token), bytes.includes(state), bytes.includes(verifier)]).toEqual([true, 64, false, false, false])
})

test('only oneself, only with a Google calendar, and with words when it can\'t be', async () => {
  expect((await ask(olgaId, administrator)).status).toBe(403)
  expect((await ask('nobody')).status).toBe(403)
  await server.db.write((tx) => tx.calendarMailbox.update({ where: { managerId: olgaId }, data: { provider: 'graph' } }))
  const refused = await ask(olgaId, olga, 'ru')
  expect([refused.status, ((await refused.json()) as { detail: string }).detail]).toEqual([409, expect.stringContaining('Google Календарь для вас не указан')])
  expect(await server.db.prisma.calendarConsent.count()).toBe(0)
})

test('writing is asked for only when an administrator switched it on; without it reading goes on, and the page says so', async () => {
  const settings = (await (await server.raw('GET', '/api/settings', { as: administrator })).json()) as { calendar: object }
  const put = (putInCalendar: boolean) => server.raw('PUT', '/api/settings', { as: administrator, body: { calendar: { ...settings.calendar, putInCalendar } } })
  await put(true)
  try {
    const page = await pageOf()
    expect(page.searchParams.get('scope')).toBe(`openid email ${auth}calendar.events.readonly ${auth}calendar.events.owned`)
    const { status, html } = await arrive(await decide(page, 'allow', olga, { scope: `openid email ${auth}calendar.events.readonly` }))
    expect([status, (await mailbox()).grantedScopes]).toEqual([200, `openid email ${auth}calendar.events.readonly`])
    expect(html).toContain('connected for reading')
  } finally {
    await put(false)
  }
})

test('a link serves once, and for ten minutes', async () => {
  const back = await decide(await pageOf())
  const late = await decide(await pageOf())
  expect((await arrive(back)).status).toBe(200)
  const again = await arrive(back)
  expect([again.status, again.html]).toEqual([400, expect.stringContaining('used already')])
  expect((await mailbox()).asks).toBe(1)
  server.clock.advance(10 * 60_000 + 1_000)
  expect((await arrive(late)).status).toBe(400)
  expect((await mailbox()).asks).toBe(1)
})

test('of two who come back at once with the same link one is let in', async () => {
  const back = await decide(await pageOf())
  expect((await Promise.all([arrive(back), arrive(back), arrive(back)])).map(({ status }) => status).sort()).toEqual([200, 400, 400])
  expect((await mailbox()).asks).toBe(1)
})

test('a state that nobody knows, none, two, or one far too long: nothing changes, and what was sent is not shown', async () => {
  for (const search of ['', '?state=', '?state=%3Cscript%3Ealert(1)%3C/script%3E&code=x', '?state=a&state=b&code=c', `?state=${'s'.repeat(5_000)}&code=c`, '?error=%3Cb%3E&state=x']) {
    const { status, html } = await arrive(new URL(`${server.url}/google/consent${search}`))
    expect([status, /<script|<b>|alert/.test(html)]).toEqual([400, false])
  }
  await untouched()
})

test('looking at the link without opening it does not use it up', async () => {
  const back = await decide(await pageOf())
  expect((await server.raw('HEAD', back.pathname + back.search)).status).toBe(405)
  expect((await arrive(back)).status).toBe(200)
})

test('whoever does not agree changes nothing, and the link is used up', async () => {
  const back = await decide(await pageOf(), 'deny')
  const { status, html } = await arrive(back, { locale: 'ru' })
  expect([status, html.indexOf('Доступ не дан') < html.indexOf('Access was not given')]).toEqual([200, true])
  expect((await arrive(back)).status).toBe(400)
  await untouched()
})

test('a consent of another account connects nothing, and says which one is meant', async () => {
  const { status, html } = await arrive(await decide(await pageOf(), 'allow', other))
  expect([status, html.includes(olga), html.includes(other)]).toEqual([403, true, true])
  await untouched()
})

test('a consent without reading connects nothing', async () => {
  const { status, html } = await arrive(await decide(await pageOf(), 'allow', olga, { scope: 'openid email' }))
  expect([status, html]).toEqual([400, expect.stringContaining('was not ticked')])
  await untouched()
})

test('without lasting access it says how to begin anew', async () => {
  const { status, html } = await arrive(await decide(await pageOf(), 'allow', olga, { access_type: 'online' }))
  expect([status, html]).toEqual([400, expect.stringContaining('myaccount.google.com')])
  await untouched()
})

test('a browser in which somebody else is signed in connects nothing; one\'s own does, and the session that ended counts for nothing', async () => {
  const colleague = await arrive(await decide(await pageOf()), { cookie: await server.tokenOf(administrator) })
  expect(colleague.status).toBe(403)
  await untouched()
  expect((await arrive(await decide(await pageOf()), { cookie: await server.tokenOf(olga) })).status).toBe(200)
  expect((await arrive(await decide(await pageOf()), { cookie: 'ended' })).status).toBe(200)
})

test('an account that Google does not name is taken only from the manager\'s own browser', async () => {
  const scope = `${auth}calendar.events.readonly`
  expect((await arrive(await decide(await pageOf(), 'allow', other, { scope }))).status).toBe(403)
  await untouched()
  expect((await arrive(await decide(await pageOf(), 'allow', olga, { scope }), { cookie: await server.tokenOf(olga) })).status).toBe(200)
})

test('a code that is not Google\'s, or a proof that does not belong to it, opens nothing', async () => {
  const back = await decide(await pageOf())
  back.searchParams.set('code', '4/0Aforged')
  expect((await arrive(back)).status).toBe(400)
  const [mine, foreign] = [await decide(await pageOf()), await decide(await pageOf())]
  mine.searchParams.set('code', foreign.searchParams.get('code') ?? '')
  expect((await arrive(mine)).status).toBe(400)
  await untouched()
})

test('a calendar that was set up otherwise meanwhile keeps what it has', async () => {
  const back = await decide(await pageOf())
  await server.db.write((tx) => tx.calendarMailbox.update({ where: { managerId: olgaId }, data: { provider: 'graph' } }))
  expect((await arrive(back)).status).toBe(409)
  await untouched()
})
