import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { cellsOf, eventually, expectSubjects, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient

beforeAll(async () => {
  server = await startTestServer({ seed: 'demo' })
  olga = await server.as('olga@demo.example')
}, 120_000)
afterAll(() => server.close())

const from = () => server.clock.now().getTime()
const daysBefore = (days: number) => new Date(from() - days * 86_400_000).toISOString().slice(0, 10)
const lastMonth = () => `period=range&from=${daysBefore(30)}&to=${daysBefore(0)}`
/** The question of the same range to the API; the browser stands in Moscow. */
const asked = () => ({ from: `${daysBefore(30)}T00:00:00+03:00`, to: new Date(Date.parse(`${daysBefore(0)}T00:00:00+03:00`) + 86_400_000).toISOString(), limit: 50 })
const subjectsOf = async (query: Record<string, string | string[] | number | boolean>) => (await olga('listContacts', { query: { ...asked(), ...query } })).items.map(({ subject }) => subject)

it('lets one in by choosing who one is, opens at today, and lets one out again', async () => {
  const page = await browser.newPage({ expectedErrors: [/401/] })
  await page.clock.setFixedTime(server.clock.now())
  await page.goto(`${server.url}/journal/`)
  await page.getByRole('button', { name: 'Sign in as Olga Smirnova' }).click()
  await eventually(() => page.getByRole('combobox', { name: 'Period' }).inputValue(), 'day')
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=day')
  expect(await page.locator('.jn-period-title').innerText()).toMatch(/22 Nov 2026/)
  await page.getByRole('button', { name: /Olga Smirnova: account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in as Anna Orlova' }).waitFor()
  expect((await page.context().request.get(`${server.url}/api/me`)).status()).toBe(401)
})

it('shows the rows that the API gives, for each filter and toggle', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/journal?${lastMonth()}` })
  await expectSubjects(page, await subjectsOf({}))
  const { items: managers } = await olga('listManagers')
  const anna = managers.find(({ name }) => name === 'Anna Orlova')
  await page.getByRole('combobox', { name: 'Manager' }).selectOption({ label: 'Anna Orlova' })
  await expectSubjects(page, await subjectsOf({ managerId: anna?.id ?? '' }))
  expect(new Set(await cellsOf(page, 'manager'))).toEqual(new Set(['Anna Orlova']))
  await page.getByRole('button', { name: 'Method: all' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Call', exact: true }).click()
  await page.keyboard.press('Escape')
  await expectSubjects(page, await subjectsOf({ managerId: anna?.id ?? '', method: 'call' }))
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expectSubjects(page, await subjectsOf({}))

  const toggle = (name: string) => page.getByRole('button', { name, exact: true })
  for (const name of ['Held', 'Not held', 'Incoming', 'Outgoing']) expect(await toggle(name).getAttribute('aria-pressed')).toBe('true')
  await toggle('Held').click()
  await expectSubjects(page, await subjectsOf({ status: ['planned', 'cancelled'] }))
  await toggle('Incoming').click()
  await expectSubjects(page, await subjectsOf({ status: ['planned', 'cancelled'], direction: 'outgoing' }))
  await toggle('Not held').click() // the last one pressed of a pair: the other takes its place
  await eventually(() => toggle('Held').getAttribute('aria-pressed'), 'true')
  await expectSubjects(page, await subjectsOf({ status: 'held', direction: 'outgoing' }))
})

it('finds a client by typing, and is back at all clients in one click', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/journal?${lastMonth()}` })
  await page.getByRole('combobox', { name: 'Client' }).fill('вектор')
  await page.getByRole('option', { name: /ООО «Вектор»/ }).click()
  await eventually(async () => [...new Set(await cellsOf(page, 'client'))], ['ООО «Вектор»'])
  await page.getByRole('button', { name: 'All clients' }).click()
  await expectSubjects(page, await subjectsOf({}))
})

it('searches in the text', async () => {
  const page = await browser.newPage({ width: 1440 })
  const word = (await subjectsOf({})).flatMap((subject) => subject.split(/\s+/)).find((one) => one.length > 6) ?? 'offer'
  await openJournal(page, server, { hash: `#/journal?${lastMonth()}` })
  await rowsOf(page).first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(word)
  await expectSubjects(page, await subjectsOf({ q: word }))
  expect(new URL(page.url()).hash).toContain(`q=${new URLSearchParams({ q: word }).toString().slice(2)}`)
})

it('keeps the view in the address: a copied link shows the same, and back goes back', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: '#/journal?period=week' })
  await page.getByRole('button', { name: 'Earlier' }).click()
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=week&at=2026-11-09')
  expect(await page.locator('.jn-period-title').innerText()).toMatch(/9 ?– ?15 Nov 2026/)
  await page.getByRole('button', { name: 'Subject / result' }).click()
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=week&at=2026-11-09&sort=subject')
  await eventually(() => page.getByRole('columnheader', { name: 'Subject / result' }).getAttribute('aria-sort'), 'ascending')
  const link = page.url()
  await page.goBack()
  await page.goBack()
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=week')
  expect(await page.locator('.jn-period-title').innerText()).toMatch(/16 ?– ?22 Nov 2026/)
  const colleague = await browser.newPage({ width: 1440 })
  await openJournal(colleague, server, { as: 'anna@demo.example', hash: new URL(link).hash })
  expect(await colleague.locator('.jn-period-title').innerText()).toMatch(/9 ?– ?15 Nov 2026/)
})

it('opens at today with the manager that this workplace last looked at', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: '#/journal?period=month' })
  await page.getByRole('combobox', { name: 'Manager' }).selectOption({ label: 'Anna Orlova' })
  await eventually(async () => new URL(page.url()).hash.includes('managerId='), true)
  const managerId = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('managerId')
  await page.goto('about:blank')
  await page.goto(`${server.url}/journal/`)
  await eventually(async () => new URL(page.url()).hash, `#/journal?period=day&managerId=${managerId}`)
})

it('says planned, overdue and cancelled in words, each with its colour and mark', async () => {
  const page = await browser.newPage({ width: 1440 })
  const cases = [['#/journal?period=all&status=planned', 'Planned'], ['#/journal?period=all&overdue=true', 'Overdue'], ['#/journal?period=all&status=cancelled', 'Cancelled']] as const
  const colours = new Set<string>()
  for (const [hash, word] of cases) {
    await openJournal(page, server, { hash })
    await page.reload()
    const status = rowsOf(page).first().locator('.jn-status')
    await status.waitFor()
    await eventually(() => status.innerText(), word)
    expect(await status.locator('.jn-dot').count()).toBe(1)
    colours.add(await status.evaluate((element) => getComputedStyle(element).color))
    const line = await rowsOf(page).first().locator('.jn-subject-text').evaluate((element) => getComputedStyle(element).textDecorationLine)
    expect(line).toBe(word === 'Cancelled' ? 'line-through' : 'none')
  }
  expect(colours.size).toBe(3)
})

it('scrolls through a thousand rows with few of them in the page, each where the API has it', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  const grid = page.locator('.jn-grid')
  let most = 0
  for (let top = 0; top <= 1_100 * 52; top += 52 * 44) {
    await grid.evaluate((element, to) => { element.scrollTop = to }, top)
    await eventually(() => grid.evaluate((element) => element.querySelector('.jn-rows')!.clientHeight - element.scrollTop > 2_000), true)
    most = Math.max(most, await rowsOf(page).count())
  }
  expect(most).toBeLessThan(60)
  const thousandth = grid.locator('[data-index="1100"]')
  await thousandth.waitFor()
  let cursor: string | null = null
  const all: string[] = []
  do {
    const answer: Awaited<ReturnType<typeof olga<'listContacts'>>> = await olga('listContacts', { query: { limit: 200, cursor } })
    all.push(...answer.items.map(({ id }) => id))
    cursor = answer.nextCursor
  } while (all.length < 1_200)
  await thousandth.click()
  await eventually(async () => new URL(page.url()).hash.split('?')[0], `#/contacts/${all[1_100]}`)
})
