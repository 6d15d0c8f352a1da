import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually } from './journal-screen'
import { letters, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeEach(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterEach(() => server.close())

const register = '/api/contacts/register-message'
const open = (options: Parameters<typeof openStand>[2] = {}) => openStand(browser.newPage, server.url, { item: letters.known.id, ...options })
type Stand = Awaited<ReturnType<typeof open>>

/** The server cannot be reached, for whoever loads the pane anew too. */
const cut = (stand: Stand['stand']) => stand.route(`${server.url}/api/**`, (route) => route.abort('connectionrefused'))
const cutErrors = [/ERR_CONNECTION_REFUSED/]
async function keep({ pane, open: openLetter }: Stand, subject: string) {
  await openLetter(subject)
  await pane.getByText('No connection. What you register is kept here and sent later.').waitFor()
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByText('Kept here.').waitFor()
}
const refuses = (code: string, title: string, status = 409) => ({ status, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title, status, code, detail: '', reference: 'ref-7' }) })

it('what is kept is listed, survives a reload, and is sent in its order, once', async () => {
  const page = await open({ expectedErrors: cutErrors })
  const { stand, pane, asked, bodies } = page
  await page.heading('Ivan Petrov')
  await cut(stand)
  await keep(page, letters.otherKnown.subject)
  await keep(page, letters.thirdKnown.subject)
  await stand.reload()
  await pane.getByRole('button', { name: '2 to send' }).click()
  const list = pane.getByRole('list', { name: 'Waiting to be sent' }).getByRole('listitem')
  await list.nth(1).waitFor()
  await eventually(() => list.locator('bdi').allInnerTexts(), [letters.otherKnown.subject, letters.thirdKnown.subject])
  await expectNoAxeFindings(page.frame())
  await pane.getByRole('button', { name: 'Send now' }).click()
  await pane.getByText('The server cannot be reached yet. Everything stays here.').waitFor()
  const before = asked(register)
  await stand.unroute(`${server.url}/api/**`)
  await pane.getByRole('button', { name: 'Send now' }).click()
  await pane.getByText('Nothing waits.').or(pane.getByText('Sent: 2.')).first().waitFor()
  expect(asked(register) - before).toBe(2)
  expect(bodies(register).slice(-2).map(({ message }) => (message as { subject: string }).subject)).toEqual([letters.otherKnown.subject, letters.thirdKnown.subject])
  await pane.getByRole('button', { name: 'Close', exact: true }).click()
  expect(await pane.getByText('to send').count()).toBe(0)
})

it('two panes of one browser send one order once', async () => {
  const page = await open({ expectedErrors: cutErrors })
  await page.heading('Ivan Petrov')
  await cut(page.stand)
  await keep(page, letters.otherKnown.subject)
  await page.stand.unroute(`${server.url}/api/**`)
  const beside = await page.stand.context().newPage()
  const sent: string[] = []
  page.stand.context().on('request', (request) => { if (request.url().endsWith(register)) sent.push(request.url()) })
  // The answer is slow, so that the pane beside has time to send the same.
  await page.stand.context().route(`**${register}`, async (route) => { await new Promise((resolve) => { setTimeout(resolve, 1_000) }); await route.continue() })
  await page.pane.getByRole('button', { name: '1 to send' }).click()
  const pressed = page.pane.getByRole('button', { name: 'Send now' }).click()
  await beside.goto(page.stand.url())
  await pressed
  await page.pane.getByRole('dialog').getByText('Sent: 1.').waitFor()
  await beside.frameLocator('#pane').getByRole('link', { name: 'ООО «Вектор»' }).waitFor()
  await beside.waitForTimeout(1_500)
  expect(sent).toHaveLength(1)
  expect(await beside.frameLocator('#pane').getByText('to send').count()).toBe(0)
})

it('what the server will not take is shown with its reason, sent again or discarded', async () => {
  const page = await open({ expectedErrors: [...cutErrors, /409/] })
  const { stand, pane } = page
  await page.heading('Ivan Petrov')
  await cut(stand)
  await keep(page, letters.otherKnown.subject)
  await keep(page, letters.thirdKnown.subject)
  await stand.unroute(`${server.url}/api/**`)
  await stand.route(`**${register}`, (route) => route.fulfill(refuses('nothing-to-register', 'There is nothing to register')))
  await pane.getByRole('button', { name: '2 to send' }).click()
  await pane.getByRole('button', { name: 'Send now' }).click()
  const refused = pane.getByRole('list', { name: 'Not accepted' })
  await refused.getByText('There is nothing to register').nth(1).waitFor()
  await expectNoAxeFindings(page.frame())
  await stand.unroute(`**${register}`)
  await refused.getByRole('button', { name: `Send again: ${letters.otherKnown.subject}` }).click()
  await pane.getByRole('dialog').getByText('Sent: 1.').waitFor()
  await refused.getByRole('button', { name: `Discard: ${letters.thirdKnown.subject}` }).click()
  await pane.getByText('Discarded.').first().waitFor()
  await pane.getByRole('button', { name: 'Close', exact: true }).click()
  await pane.getByRole('button', { name: 'Register', exact: true }).waitFor()
  expect(await pane.getByText('not accepted').count()).toBe(0)
})

it('everything can be discarded at once, after being asked', async () => {
  const page = await open({ expectedErrors: cutErrors, language: 'ru' })
  const { stand, pane } = page
  await page.heading('Ivan Petrov')
  await cut(stand)
  await page.open(letters.otherKnown.subject)
  await pane.getByRole('button', { name: 'Зарегистрировать', exact: true }).click()
  await pane.getByRole('button', { name: 'К отправке: 1' }).click()
  await pane.getByRole('button', { name: 'Убрать всё' }).click()
  await pane.getByText('Убрать всё (1)? Вернуть будет нельзя.').waitFor()
  await pane.getByRole('button', { name: 'Оставить' }).click()
  expect(await pane.getByRole('listitem').count()).toBeGreaterThan(0)
  await pane.getByRole('button', { name: 'Убрать всё' }).click()
  await pane.getByRole('group').getByRole('button', { name: 'Убрать', exact: true }).click()
  await pane.getByText('Убрано.').first().waitFor()
  await expectNoAxeFindings(page.frame())
})

it('a browser that keeps nothing says that it will be lost, and sends it all the same', async () => {
  const page = await open({ switches: { storage: 'throws' } })
  const { stand, pane, asked } = page
  await page.heading('Ivan Petrov')
  await stand.getByLabel('No connection').check()
  await page.open(letters.otherKnown.subject)
  await pane.getByText('This Outlook keeps nothing for the pane: what you register without a connection is lost when the pane closes.').waitFor()
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByRole('button', { name: '1 to send' }).click()
  await pane.getByRole('dialog').getByText('This Outlook keeps nothing for the pane').waitFor()
  await stand.getByLabel('No connection').uncheck()
  await pane.getByText('Nothing waits.').waitFor()
  expect(asked(register)).toBe(1)
})

it('signing out empties it, after asking, and the pane stays signed out until the manager signs in', async () => {
  const page = await open({ expectedErrors: cutErrors })
  const { stand, pane, asked } = page
  await page.heading('Ivan Petrov')
  await cut(stand)
  await page.open(letters.otherKnown.subject)
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByRole('button', { name: '1 to send' }).waitFor()
  await pane.getByRole('button', { name: 'Check everything' }).click()
  await pane.getByRole('button', { name: 'Sign out' }).click()
  await pane.getByText('1 not sent yet will be lost. Sign out all the same?').waitFor()
  await expectNoAxeFindings(page.frame())
  await pane.getByRole('group', { name: 'Sign out' }).getByRole('button', { name: 'Sign out' }).click()
  await pane.getByText('You have signed out').waitFor()
  const before = asked('/api/session')
  expect(await page.frame().evaluate(() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(' '))).not.toMatch(/Order 4471|token/)
  await stand.unroute(`${server.url}/api/**`)
  await stand.waitForTimeout(300)
  expect(asked('/api/session')).toBe(before)
  expect(await pane.getByText('to send').count()).toBe(0)
  await pane.getByRole('button', { name: 'Sign in' }).click()
  await pane.getByRole('link', { name: 'Beta Industries' }).waitFor()
})
