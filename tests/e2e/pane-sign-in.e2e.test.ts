import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { entraIds } from '../support/entra-authority'
import { bindByInvitation, type EntraHouse, startEntraHouse } from '../support/entra-house'
import { olga } from '../support/entra-in-browser'
import { openSignIn } from './sign-in-stand'

const browser = openBrowser()
let house: EntraHouse
let olgaId = ''
beforeEach(async () => {
  house = await startEntraHouse({ seed: 'team' })
  const { items } = await (await house.administrator())('listManagers')
  olgaId = items.find(({ email }) => email === 'olga@demo.example')?.id ?? ''
})
afterEach(() => house.close())

const open = (options: Parameters<typeof openSignIn>[2] = {}) => openSignIn(browser.newPage, house, options)
const bind = async () => bindByInvitation(house, olgaId, await house.entra.token())
const needsHand = { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required', description: 'AADSTS50076: multi-factor' }
const client = { name: 'ООО «Вектор»' }

it('Outlook’s own account opens the pane: one quiet token for this server’s scope, and no ID token leaves', async () => {
  await bind()
  const { pane, start, tokensAsked, requests, sent, entra } = await open()
  await start()
  await pane.getByRole('link', client).waitFor()
  expect(tokensAsked()).toEqual(['GetToken'])
  expect(requests.at(-1)?.tokenParams).toMatchObject({ scope: `api://${entraIds.client}/access_as_user`, clientId: entraIds.client })
  expect(requests.at(-1)?.tokenParams?.claims).toContain('CP1')
  expect(sent.length).toBeGreaterThan(0)
  for (const { bearer, body } of sent) for (const idToken of entra.seen.idTokens) expect(`${bearer} ${body}`).not.toContain(idToken)
})

it('an account that is known to nobody here is asked for its invitation, once', async () => {
  const { pane, start } = await open({ expectedErrors: [/403/, /404/] })
  await start()
  await pane.getByText('You are signed in, but not yet one of the managers here').waitFor()
  await pane.getByText('olga@firm.example is not bound to a manager.').waitFor()
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  await pane.getByRole('button', { name: 'Enter' }).click()
  await pane.getByText('Enter the code.').waitFor()
  await pane.getByRole('textbox', { name: 'Invitation code' }).fill('WRONG-CODE')
  await pane.keyboard.press('Enter')
  await pane.getByText('This invitation code is not valid').waitFor()
  await expectNoAxeFindings(pane)
  const { code } = await (await house.administrator())('inviteManager', { id: olgaId })
  await pane.getByRole('textbox', { name: 'Invitation code' }).fill(code)
  await pane.getByRole('button', { name: 'Enter' }).click()
  await pane.getByRole('link', client).waitFor()
})

it('what needs the manager opens no window by itself; one press, and the card is there', async () => {
  await bind()
  const { pane, start, bridge, tokensAsked, sent } = await open()
  bridge.silent = [needsHand]
  await start()
  await pane.getByText('Sign in to see who writes').waitFor()
  await pane.getByText('Code: AADSTS50076').waitFor()
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  await expectNoAxeFindings(pane)
  expect([tokensAsked(), sent]).toEqual([['GetToken'], []])
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click()
  await pane.getByRole('link', client).waitFor()
  expect(tokensAsked()).toEqual(['GetToken', 'GetTokenPopup'])
})

it('where Outlook’s window is blocked a dialog takes its place: Microsoft’s library there, and a token that the server takes', async () => {
  await bind()
  const { pane, start, bridge, entra, context } = await open()
  bridge.silent = [needsHand]
  bridge.popup = [{ status: 'DISABLED', code: 'disabled' }]
  await start()
  const opened = context.waitForEvent('page')
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click()
  const dialog = await opened
  await dialog.getByRole('link', { name: 'Sign in as olga@firm.example' }).click()
  await pane.getByRole('link', client).waitFor()
  expect(dialog.isClosed()).toBe(true)
  expect(entra.seen.authorize[0]?.get('login_hint')).toBe('olga@firm.example')
  expect(entra.seen.authorize[0]?.get('scope')).toContain(`api://${entraIds.client}/access_as_user`)
  expect(entra.seen.authorize[0]?.get('code_challenge_method')).toBe('S256')
  expect(entra.seen.token[0]?.get('code_verifier')).toBeTruthy()
})

it('without nested authentication it is a dialog at once, and the next pane needs none', async () => {
  await bind()
  const { pane, start, context, entra, sent } = await open({ nested: false })
  await start()
  await pane.getByText('Sign in to see who writes').waitFor()
  expect(sent).toEqual([])
  const opened = context.waitForEvent('page')
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click()
  await (await opened).getByRole('link', { name: 'Sign in as olga@firm.example' }).click()
  await pane.getByRole('link', client).waitFor()
  for (const { bearer } of sent) for (const idToken of entra.seen.idTokens) expect(bearer).not.toContain(idToken)
  await pane.reload()
  await pane.getByRole('link', client).waitFor()
  expect(entra.seen.authorize).toHaveLength(1)
})

it('a dialog that is closed or declined is said with its code, and the other way is at hand', async () => {
  await bind()
  const { pane, start, context, entra } = await open({ nested: false })
  await start()
  const first = context.waitForEvent('page')
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click()
  const closed = await first
  await closed.getByRole('link', { name: 'Cancel' }).waitFor()
  await closed.close()
  await pane.getByText('The sign-in was not finished').waitFor()
  await pane.getByText('Code: 12006').waitFor()
  const second = context.waitForEvent('page')
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click()
  await (await second).getByRole('link', { name: 'Cancel' }).click()
  await pane.getByText('Code: AADSTS65004').waitFor()
  const third = context.waitForEvent('page')
  await pane.getByRole('button', { name: 'Try another way to sign in' }).click()
  const popup = await third
  await popup.getByRole('link', { name: 'Sign in as olga@firm.example' }).click()
  await pane.getByRole('link', client).waitFor()
  expect(entra.seen.authorize.at(-1)?.get('prompt')).toBe('select_account')
})

it('a refused dialog says so', async () => {
  const { pane, start } = await open({ nested: false, dialogs: 'refused', language: 'ru-RU', locale: 'ru-RU' })
  await start()
  await pane.getByRole('button', { name: 'Войти', exact: true }).click()
  await pane.getByText('Окно входа не открылось').waitFor()
  await pane.getByText('Код: 12009').waitFor()
  await expectNoAxeFindings(pane)
})

it('an account of another organisation is told so, and its token is not sent', async () => {
  const { pane, start, bridge, sent } = await open()
  bridge.silent = [{ person: { ...olga, tid: entraIds.otherTenant, username: 'olga@elsewhere.example' } }]
  await start()
  await pane.getByText('This account is of another organisation').waitFor()
  await pane.getByText('olga@elsewhere.example does not belong to the organisation of this server.').waitFor()
  expect(sent).toEqual([])
})

it('after all sessions were ended the server’s challenge is answered with a newer token', async () => {
  await bind()
  const { pane, start, requests, sent, entra } = await open({ expectedErrors: [/401/] })
  entra.state.tokenClaims = { iat: house.entra.nowSeconds() - 600 }
  await start()
  await pane.getByRole('link', client).waitFor()
  await (await house.administrator())('endSessions', { id: olgaId })
  entra.state.tokenClaims = { iat: house.entra.nowSeconds() + 2, nbf: house.entra.nowSeconds() - 5 }
  const before = sent.length
  await pane.getByRole('button', { name: 'Refresh' }).click()
  await pane.getByText('Refreshed.').first().waitFor()
  expect(await pane.getByRole('link', client).count()).toBe(1)
  const challenged = requests.at(-1)?.tokenParams
  expect(JSON.parse(challenged?.claims ?? '{}')).toMatchObject({ access_token: { nbf: { essential: true } } })
  expect(new Set(sent.slice(before).map(({ bearer }) => bearer)).size).toBe(2)
})

it('a server in trouble signs nobody out and asks for no other token', async () => {
  await bind()
  const { pane, start, tokensAsked } = await open({ expectedErrors: [/503/] })
  await pane.route('**/api/sidebar', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: 'no' }), { times: 1 })
  await start()
  await pane.getByText('The server is in trouble (HTTP 503).').waitFor()
  await pane.getByRole('button', { name: 'Retry' }).click()
  await pane.getByRole('link', client).waitFor()
  expect(tokensAsked()).toEqual(['GetToken'])
})

it('the doctor tells whose account it is and how long its token is good, and that the mail client owns it', async () => {
  await bind()
  const { pane, start } = await open()
  await start()
  await pane.getByRole('link', client).waitFor()
  await pane.getByRole('button', { name: 'Check everything' }).click()
  await pane.getByText(/Microsoft: Olga Smirnova, olga@firm\.example, by Outlook itself, token 0 min old, good for (59|60) min more/).waitFor()
  await pane.getByText('The account is Outlook’s own').waitFor()
  expect(await pane.getByRole('button', { name: 'Sign out' }).count()).toBe(0)
  await expectNoAxeFindings(pane)
})

it('a server without sign-in says that, and offers no button that leads nowhere', async () => {
  const { pane, start } = await open()
  await pane.route('**/outlook/taskpane.html', async (route) => { const page = await route.fetch(); await route.fulfill({ response: page, body: (await page.text()).replace(/(counterpane-sign-in" content=")[^"]*/, '$1{&quot;kind&quot;:&quot;none&quot;}') }) })
  await start()
  await pane.getByText('Nobody can sign in here yet').waitFor()
  expect(await pane.getByRole('button', { name: 'Sign in', exact: true }).count()).toBe(0)
})

it('pages of the pane may speak to the authority, keep their opener, and are asked for anew', async () => {
  for (const name of ['taskpane.html', 'sign-in.html']) {
    const { headers } = await house.server.raw('GET', `/outlook/${name}`)
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of ['connect-src', 'frame-src', 'form-action']) expect(policy).toContain(`${part} 'self' ${house.entra.url}`)
    expect([headers.get('cross-origin-opener-policy'), headers.get('x-frame-options'), headers.get('cache-control')]).toEqual([null, null, 'no-cache'])
  }
  const { headers } = await house.server.raw('GET', '/journal/')
  expect(headers.get('content-security-policy')).not.toContain(house.entra.url)
})

it('the sign-in page opened by itself says what it is for', async () => {
  const { pane, start: _start } = await open()
  await pane.goto(`${house.server.url}/outlook/sign-in.html`)
  await pane.getByText('This page belongs to a sign-in from Outlook.').waitFor()
  await expectNoAxeFindings(pane)
})
