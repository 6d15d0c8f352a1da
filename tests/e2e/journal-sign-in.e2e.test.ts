import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startSignInHouse, type SignInHouse } from '../support/sign-in-house'
import { eventually } from './journal-screen'

const browser = openBrowser()
let house: SignInHouse
beforeAll(async () => { house = await startSignInHouse({ seed: 'team' }) }, 120_000)
afterAll(() => house.close())

/** The certified provider's own pages: name and any password, then consent. */
async function agree(page: Page, login: string) {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}
const expected = { expectedErrors: [/401 \(Unauthorized\)/, /403 \(Forbidden\)/, /formaction|form-action|favicon/i] }
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
const shot = (page: Page, name: string) => (process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) : Promise.resolve())

async function atTheDoor(page: Page, hash = '') {
  await page.goto(`${house.url}/journal/${hash}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('button', { name: /Microsoft/ }).waitFor()
}

it('leads the first administrator from the door over the provider\'s page into the journal, to the place that was asked for', async () => {
  const page = await browser.newPage(expected)
  await atTheDoor(page, '#/tasks?show=all')
  await page.getByText('There is no administrator yet').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'door-first')
  await page.getByLabel('Code that the server printed').fill((await house.firstCode()).toLowerCase())
  await page.getByRole('button', { name: 'Sign in with Google' }).click()
  await agree(page, 'vera')
  await page.getByRole('button', { name: /Vera Signed: account/ }).waitFor()
  await eventually(async () => new URL(page.url()).hash, '#/tasks?show=all')
}, 90_000)

it('asks somebody who is not known for the code of an invitation, in both languages, and lets them in with it', async () => {
  const page = await browser.newPage({ ...expected, width: 360, locale: 'ru-RU', colorScheme: 'dark' })
  await atTheDoor(page)
  expect([await axeFindings(page), await widthOf(page)]).toEqual([[], 360])
  await shot(page, 'door-360-ru')
  await page.getByRole('button', { name: 'Войти через Microsoft' }).click()
  await agree(page, 'olga')
  await page.getByRole('heading', { level: 1, name: 'Остался один шаг: приглашение' }).waitFor()
  expect([await axeFindings(page), await widthOf(page)]).toEqual([[], 360])
  await shot(page, 'stranger-360-ru')
  const field = page.getByLabel('Код приглашения')
  await field.fill('AAAAA')
  await field.press('Enter')
  await page.getByRole('alert').getByText('Этот код неверен').waitFor()
  await shot(page, 'stranger-wrong-360-ru')
  await field.fill(await house.codeFor('m-olga'))
  await page.getByRole('button', { name: 'Продолжить' }).click()
  await page.getByRole('button', { name: /Olga Smirnova/ }).waitFor()
}, 90_000)

it('shows a cancelled sign-in in words, with a way to try again and one back to the door', async () => {
  const page = await browser.newPage(expected)
  await atTheDoor(page, '#/clients')
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
  await page.getByRole('link', { name: /Cancel/ }).click()
  await page.getByText('Signing in was cancelled').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'cancelled')
  expect(await page.getByRole('link', { name: 'Try again' }).first().getAttribute('href')).toContain('/sign-in/entra?back=%23%2Fclients')
  await page.getByRole('link', { name: 'To the sign-in page' }).click()
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor()
  await eventually(async () => new URL(page.url()).hash, '#/clients')
}, 90_000)

it('shows where one is signed in, ends a session elsewhere, and signs out everywhere, by keyboard', async () => {
  const elsewhere = await house.signIn('anna', { code: await house.codeFor('m-anna') })
  const page = await browser.newPage(expected)
  await atTheDoor(page)
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).press('Enter')
  await agree(page, 'anna')
  const account = page.getByRole('button', { name: /Anna.*: account/ })
  await account.press('Enter')
  await page.getByRole('menuitem', { name: 'My sessions…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'My sessions' })
  await dialog.getByText('this one').waitFor()
  expect(await dialog.getByRole('listitem').count()).toBe(2)
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'sessions')
  expect((await elsewhere.me()).status).toBe(200)
  await dialog.getByRole('button', { name: 'End the session in Chrome 131, Windows' }).press('Enter')
  await dialog.getByText('The session in Chrome 131, Windows has ended.').waitFor({ state: 'attached' })
  await dialog.getByRole('listitem').nth(1).waitFor({ state: 'detached' })
  expect((await elsewhere.me()).status).toBe(401)
  await page.setViewportSize({ width: 360, height: 640 })
  await shot(page, 'sessions-360')
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).press('Enter')
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor()
  expect(house.server.db.sql.all("SELECT id FROM Session WHERE managerId = 'm-anna'")).toEqual([])
}, 90_000)
