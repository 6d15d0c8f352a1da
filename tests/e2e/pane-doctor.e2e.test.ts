import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually } from './journal-screen'
import { letters, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const open = (options: Parameters<typeof openStand>[2] = {}) => openStand(browser.newPage, server.url, { item: letters.known.id, ...options })
type Pane = Awaited<ReturnType<typeof open>>['pane']
const examine = async (pane: Pane) => {
  await pane.getByRole('button', { name: 'Check everything' }).click()
  await pane.getByRole('dialog', { name: 'Check of the pane' }).waitFor()
  await pane.getByRole('button', { name: 'Check again' }).and(pane.locator(':not([aria-disabled=true])')).waitFor()
}
/** Each line of the doctor with how it stands: "Server, in order: version…". */
const lines = async (pane: Pane) => {
  const terms = await pane.getByRole('dialog').getByRole('term').allTextContents()
  const values = await pane.getByRole('dialog').locator('dd:not([aria-hidden])').allTextContents()
  return terms.map((term, index) => `${term}: ${values[index]}`)
}

it('tells what the pane stands on, each line in words', async () => {
  const page = await open({ set: '1.13', host: 'newOutlookWindows', expectedErrors: [] })
  await page.heading('Ivan Petrov')
  await page.open(letters.otherKnown.subject)
  await examine(page.pane)
  const said = await lines(page.pane)
  expect(said[0]).toMatch(/^Mail client, in order: newOutlookWindows · \S+/)
  expect(said).toEqual(expect.arrayContaining([
    expect.stringMatching(/^What it can do, in order: Mailbox 1\.13/), 'Pinned, in order: yes: the pane stays while emails change',
    expect.stringMatching(/^Sign-in, in order: demo: Olga Smirnova, olga@demo\.example, as the owner of the mailbox/), expect.stringMatching(/^Server, in order: version \d+\.\d+\.\d+, demo, answers in \d+ ms/),
    'Storage, in order: kept here between openings', 'Waiting to be sent, in order: nothing', 'Last error, in order: none since the pane was opened', expect.stringMatching(/^Network, in order: connected/),
  ]))
  await expectNoAxeFindings(page.frame())
})

it('works by keyboard alone and gives the focus back', async () => {
  const { pane, stand, frame, heading } = await open()
  await heading('Ivan Petrov')
  await pane.getByRole('button', { name: 'Check everything' }).focus()
  await stand.keyboard.press('Enter')
  await pane.getByRole('dialog', { name: 'Check of the pane' }).waitFor()
  expect(await frame().evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  await stand.keyboard.press('Escape')
  await pane.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await frame().evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Check everything')
})

it('tells the last error with its time and reference, and copies all of it as text without the token', async () => {
  const page = await open({ item: 'none', expectedErrors: [/503/] })
  const { stand, pane } = page
  await stand.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await stand.route('**/api/sidebar', (route) => route.fulfill({
    status: 503, contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: 'The database is busy', status: 503, code: 'database-busy', detail: 'Nothing was saved.', reference: 'ref-118' }),
  }), { times: 1 })
  await page.open(letters.known.subject)
  await pane.getByText('Reference: ref-118').waitFor()
  await examine(pane)
  expect(await lines(pane)).toEqual(expect.arrayContaining([expect.stringMatching(/^Last error, look here: today \d\d:\d\d: sidebar: 503 database-busy, The database is busy, reference ref-118/)]))
  await pane.getByRole('button', { name: 'Copy as text' }).click()
  await pane.getByText(/^Copied\.$|The text is selected/).first().waitFor()
  const byHand = pane.getByRole('textbox', { name: 'The check as text' })
  const text = (await byHand.count()) > 0 ? await byHand.inputValue() : await stand.evaluate(() => navigator.clipboard.readText())
  expect(text).toMatch(/^Counterpane, check of \d{4}-\d\d-\d\dT/)
  expect(text).toContain('reference ref-118')
  const token = await page.frame().evaluate(() => (JSON.parse(sessionStorage.getItem('counterpane.session') ?? '{}') as { token?: string }).token)
  expect(token).toBeTruthy()
  expect(text).not.toContain(token)
})

it('where the pane may not copy, the text is there to be copied by hand', async () => {
  const page = await open()
  await page.heading('Ivan Petrov')
  await page.frame().evaluate(() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } }) })
  await examine(page.pane)
  await page.pane.getByRole('button', { name: 'Copy as text' }).click()
  await page.pane.getByText('The text is selected').waitFor()
  expect(await page.frame().evaluate(() => { const area = document.activeElement as HTMLTextAreaElement; return area.selectionEnd - area.selectionStart === area.value.length && area.value.length > 200 })).toBe(true)
  await expectNoAxeFindings(page.frame())
})

it('works when the server is down: says so, and what to do', async () => {
  const page = await open({ expectedErrors: [/ERR_CONNECTION_REFUSED/] })
  await page.heading('Ivan Petrov')
  await page.stand.route(`${server.url}/api/**`, (route) => route.abort('connectionrefused'))
  await page.open(letters.otherKnown.subject)
  await page.pane.getByText('No connection.').first().waitFor()
  await examine(page.pane)
  expect(await lines(page.pane)).toEqual(expect.arrayContaining([expect.stringMatching(/^Server, does not work: does not answer.*waits here/), expect.stringMatching(/^Last error, look here: .*no connection/)]))
})

it('where even the check cannot be loaded, what the pane knows is shown as it is', async () => {
  const page = await open({ expectedErrors: [/ERR_CONNECTION_REFUSED/] })
  await page.heading('Ivan Petrov')
  await page.stand.route(`${server.url}/**`, (route) => route.abort('connectionrefused'))
  await page.pane.getByRole('button', { name: 'Check everything' }).click()
  await page.pane.getByRole('alert').getByText('No connection').waitFor()
  expect(await page.pane.getByRole('textbox', { name: 'Check everything' }).inputValue()).toContain('olga@demo.example')
  await expectNoAxeFindings(page.frame())
})

it('a sign-in that fails leaves the doctor at work', async () => {
  const page = await open({ expectedErrors: [/401/] })
  await page.stand.route(`${server.url}/api/**`, (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'You are not signed in', status: 401, code: 'no-session', detail: '', reference: 'r' }) }))
  await page.open(letters.otherKnown.subject)
  await page.pane.getByText('You are not signed in').waitFor()
  await page.pane.getByRole('button', { name: 'Sign in' }).waitFor()
  await expectNoAxeFindings(page.frame())
  await examine(page.pane)
  expect(await lines(page.pane)).toEqual(expect.arrayContaining([expect.stringMatching(/^Server, in order: reached; wants a sign-in first/)]))
})

it.each(['never', 'blocked'] as const)('when Office.js is %s the page says so, offers to try again, and the doctor is at hand', async (ready) => {
  const page = await open({ switches: { ready }, expectedErrors: [/404/, /MIME type/] })
  const { stand, pane } = page
  await pane.getByRole('heading', { name: 'This page lives inside Outlook' }).waitFor()
  await pane.getByText('its own files (appsforoffice.microsoft.com) did not load').waitFor()
  await expectNoAxeFindings(page.frame())
  await pane.getByRole('button', { name: 'Check everything' }).click()
  await pane.getByText('No mail client answers.').waitFor()
  await expectNoAxeFindings(page.frame())
  await pane.getByRole('button', { name: 'Close', exact: true }).click()
  const again = stand.waitForRequest((request) => request.url().includes('/outlook/taskpane.html'))
  await pane.getByRole('button', { name: 'Try again' }).click()
  await again
})

it('while Outlook’s files hang the page is not blank: after a while it says what it waits for', async () => {
  const page = await browser.newPage({ width: 320 })
  let answered: () => void = () => undefined
  await page.route('https://appsforoffice.microsoft.com/**', (route) => new Promise((resolve) => { answered = () => resolve(route.abort()) }))
  await page.goto(`${server.url}/outlook/taskpane.html`, { waitUntil: 'commit' })
  await page.getByRole('link', { name: 'try again' }).waitFor()
  await expectNoAxeFindings(page)
  answered()
  await page.getByRole('heading', { name: 'This page lives inside Outlook' }).waitFor()
  browser.complaints()
})

it.each([['a server that asks to wait', { 'retry-after': '2' }, 429, 'too-many-requests'], ['a server that is busy', { 'retry-after': '2' }, 503, 'database-busy']] as const)('%s is asked again when it says, counted down', async (_what, headers, status, code) => {
  const page = await open({ item: 'none', expectedErrors: [/429|503/] })
  await page.stand.route('**/api/sidebar', (route) => route.fulfill({ status, headers, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Not now', status, code, detail: '', reference: 'r' }) }), { times: 1 })
  await page.open(letters.known.subject)
  const button = page.pane.getByRole('button', { name: /^Try again in \d s$/ })
  await button.waitFor()
  await eventually(() => button.getAttribute('aria-disabled'), 'true')
  await button.click({ force: true })
  await page.pane.getByRole('button', { name: 'Retry' }).click()
  await page.heading('Ivan Petrov')
})

it.each([[412, 'Refresh'], [502, 'Retry'], [200, 'Retry']])('an answer %s that is not the server’s own is told in words, with "%s"', async (status, button) => {
  const page = await open({ item: 'none', expectedErrors: [/412|502/] })
  await page.stand.route('**/api/sidebar', (route) => route.fulfill({ status, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' }), { times: 1 })
  await page.open(letters.known.subject)
  await page.pane.getByText(`HTTP ${status}`).waitFor()
  await page.pane.getByRole('button', { name: button }).last().click()
  await page.heading('Ivan Petrov')
})
