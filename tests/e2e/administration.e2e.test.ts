import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
const as = 'admin@demo.example'
let server: TestServer
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  admin = await server.as(as)
}, 120_000)
afterAll(() => server.close())

const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('.jn-bone') && document.querySelector('h2'))
const open = async (page: Page, part: string) => {
  await openJournal(page, server, { as, hash: `#/administration/${part}` })
  await settled(page)
}
const one = async (id: string) => (await admin('listAllManagers')).items.find((manager) => manager.id === id)!
const saidIn = (page: Page) => page.locator('.jn-settled').filter({ hasText: /./ }).first()

it('adds a manager, whose mistakes are told beside the fields, and invites them by a code that is shown once', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/409/] })
  await open(page, 'managers')
  await page.getByRole('button', { name: 'Add a manager' }).click()
  const dialog = page.getByRole('dialog', { name: 'New manager' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Type the name.').waitFor()
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Vera Newcomer')
  await dialog.getByRole('textbox', { name: /Main address/ }).fill('olga@demo.example')
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('lead')
  await dialog.getByRole('checkbox', { name: 'Contour Plus Ltd' }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText(/an address of Olga Smirnova already/).waitFor()
  await expectNoAxeFindings(page)
  await dialog.getByRole('textbox', { name: /Main address/ }).fill('vera@demo.example')
  await dialog.getByRole('textbox', { name: /Other addresses/ }).fill('v.newcomer@demo.example\nsales@demo.example')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /Vera Newcomer/ }) })
  expect(await row.innerText()).toMatch(/sales@demo\.example[\s\S]*Team lead[\s\S]*Contour Plus Ltd/)
  await page.getByRole('button', { name: 'More: Vera Newcomer' }).click()
  await page.getByRole('menuitem', { name: 'Invite…' }).click()
  const invitation = page.getByRole('dialog', { name: 'Invitation for Vera Newcomer' })
  await invitation.getByRole('button', { name: 'Make a code' }).click()
  // A code that was made is not lost by a press beside the dialog: it becomes an alert.
  const shown = page.getByRole('alertdialog', { name: 'Invitation for Vera Newcomer' })
  const code = await shown.getByRole('status', { name: 'Code' }).innerText()
  expect(code).toMatch(/^[A-Z]{5}(-[A-Z]{5}){3}$/)
  expect(decodeURIComponent(await shown.getByRole('link', { name: 'Write an email' }).getAttribute('href') ?? '')).toMatch(new RegExp(`^mailto:vera@demo\\.example\\?[\\s\\S]*${code}`))
  await expectNoAxeFindings(page)
  await shown.getByRole('button', { name: 'Close' }).click()
  await row.getByText(/Invited until/).waitFor()
})

it('shows both versions when another administrator was faster, and asks before typed words are lost', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/412/] })
  await open(page, 'managers')
  await page.getByRole('button', { name: 'Change… Anna Orlova' }).click()
  const dialog = page.getByRole('dialog', { name: /^Anna/ })
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('lead')
  const seen = await one('m-anna')
  await admin('patchManager', { id: 'm-anna', ifMatch: seen.etag, body: { name: 'Anna Petrova' } })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Somebody else changed this meanwhile').waitFor()
  expect(await dialog.locator('table').innerText()).toMatch(/Name\s+Anna Orlova\s+Anna Petrova[\s\S]*Role\s+Team lead\s+Manager/)
  await expectNoAxeFindings(page)
  expect(await one('m-anna')).toMatchObject({ name: 'Anna Petrova', role: 'manager' })
  await dialog.getByRole('button', { name: 'Take the newer one' }).click()
  expect(await dialog.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe('Anna Petrova')
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Anna Orlova')
  await page.keyboard.press('Escape')
  const question = page.getByRole('alertdialog').last()
  await question.getByRole('button').last().click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await one('m-anna')).name).toBe('Anna Orlova')
})

it('switches a manager off, hands over what is open, and takes that back by one press', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await open(page, 'managers')
  const [before, elena] = [await one('m-kate'), await one('m-elena')]
  await server.db.prisma.counterparty.update({ where: { id: 'cp-vektor' }, data: { managerId: 'm-kate' } })
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: 'More: Kate Wilson' }).click()
  await page.getByRole('menuitem', { name: 'Switch off…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Switch off Kate Wilson?' })
  expect(await question.innerText()).toMatch(/Still open: \d+ client/)
  await question.getByRole('button', { name: 'Switch off' }).click()
  const giving = page.getByRole('alertdialog', { name: 'Hand over what Kate Wilson has' })
  await giving.getByRole('button', { name: 'Hand over' }).click()
  await giving.getByText('Choose who takes it over.').waitFor()
  await giving.getByRole('combobox', { name: /To whom/ }).selectOption('m-elena')
  await expectNoAxeFindings(page)
  await giving.getByRole('button', { name: 'Hand over' }).click()
  await saidIn(page).getByText(/handed over to Elena Morozova/).waitFor()
  expect(await one('m-kate')).toMatchObject({ active: false, clients: 0, plans: 0, tasks: 0 })
  await saidIn(page).getByRole('button', { name: 'Undo' }).click()
  await saidIn(page).getByText('Taken back.').waitFor()
  expect(await one('m-kate')).toMatchObject({ plans: before.plans, tasks: before.tasks })
  expect((await one('m-elena')).tasks).toBe(elena.tasks)
  expect(await page.getByRole('rowheader', { name: /Kate Wilson/ }).count()).toBe(0)
  await page.getByRole('switch', { name: 'Show those who have left' }).check()
  await page.getByRole('button', { name: 'More: Kate Wilson' }).click()
  await page.getByRole('menuitem', { name: 'Switch on' }).click()
  await saidIn(page).getByText('Kate Wilson is switched on.').waitFor()
})

it('keeps a dictionary by keyboard: adds, orders, renames on clients too, and takes it back', async () => {
  const page = await browser.newPage({ width: 1_280 })
  await server.db.prisma.counterparty.update({ where: { id: 'cp-delta' }, data: { industry: 'Machines' } })
  await open(page, 'words?list=industry')
  await page.getByRole('list', { name: 'Also found on clients' }).getByRole('button', { name: 'Add “Machines” to the list' }).click()
  const list = page.getByRole('list', { name: 'Industries' })
  await list.getByText('Machines').waitFor()
  await page.getByRole('textbox', { name: 'Name' }).fill('Medicine')
  await page.keyboard.press('Enter')
  await list.getByText('Medicine').waitFor()
  await page.getByRole('button', { name: 'Move up: Medicine' }).press('Enter')
  await eventually(async () => (await admin('dictionaries')).industries, ['Medicine', 'Machines'])
  // While the order is being saved the buttons rest.
  await page.getByRole('button', { name: 'Rename: Machines', disabled: false }).press('Enter')
  await list.getByRole('textbox', { name: 'Name' }).fill('Engineering')
  await list.getByRole('checkbox', { name: 'Change it on 1 client too' }).waitFor()
  await expectNoAxeFindings(page)
  await page.keyboard.press('Enter')
  await saidIn(page).getByText(/It is called “Engineering” now.*Changed on 1 client/).waitFor()
  const industryOf = async () => (await admin('getCounterparty', { id: 'cp-delta' })).industry
  expect(await industryOf()).toBe('Engineering')
  await saidIn(page).getByRole('button', { name: 'Undo' }).press('Enter')
  await eventually(industryOf, 'Machines')
  await list.getByText('Machines').waitFor()
  expect(await page.getByRole('button', { name: 'Delete: Machines' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Switch off: Machines' }).click()
  await list.getByText(/switched off/).waitFor()
  await page.getByRole('button', { name: 'Delete: Medicine' }).click()
  await saidIn(page).getByText('“Medicine” is deleted.').waitFor()
})

it('saves the size policy and ready results as a whole, says what is not saved, and brings back what stood before', async () => {
  const page = await browser.newPage({ width: 1_280 })
  await open(page, 'files')
  await page.getByRole('textbox', { name: 'Largest file, MB' }).fill('lots')
  await page.getByText('Type a number from 0 to 1024.').waitFor()
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Largest file, MB' }).fill('2,5')
  await page.getByText('Not saved yet').waitFor()
  await page.getByRole('switch', { name: 'Send letters about the day' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await saidIn(page).getByText('Saved.').waitFor()
  expect(await admin('getSettings')).toMatchObject({ attachments: { maxFileBytes: 2_621_440 }, digests: { send: true } })
  await saidIn(page).getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => (await admin('getSettings')).attachments.maxFileBytes, 26_214_400)
  await expectNoAxeFindings(page)
  await open(page, 'words?list=results')
  await page.getByRole('button', { name: 'Add a result' }).click()
  await page.getByRole('group', { name: 'Result 9' }).getByRole('textbox', { name: 'Text', exact: true }).fill('Sent a drawing')
  await page.getByRole('button', { name: 'Move result 9 up' }).click()
  await page.getByRole('button', { name: 'Remove result 1', exact: true }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await saidIn(page).getByText('Saved.').waitFor()
  expect((await admin('getSettings')).resultTemplates.map(({ text }) => text).slice(-2)).toEqual(['Sent a drawing', 'Next meeting agreed'])
})

it('refuses own domains that clients have, in words, and puts a removed one back', async () => {
  const page = await browser.newPage({ width: 1_280, expectedErrors: [/409/] })
  await open(page, 'firms')
  await page.getByRole('textbox', { name: 'Domain' }).fill('vector.example')
  await page.keyboard.press('Enter')
  await page.getByText(/This is the domain of a client/).waitFor()
  await page.getByRole('textbox', { name: 'Domain' }).fill('sister.example')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove sister.example' }).click()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await page.getByRole('button', { name: 'Remove sister.example' }).waitFor()
})

it('tells everybody else that it is for administrators, without asking the server for anything of it', async () => {
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => { if (/administration\/|managers\/|own-domains/.test(new URL(request.url()).pathname.replace('/journal/', '')) && request.resourceType() === 'fetch') asked.push(request.url()) })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/administration/managers' })
  await page.getByText('This page is for administrators').waitFor()
  await expectNoAxeFindings(page)
  expect(asked).toEqual([])
})

it('says what failed and asks again on request', async () => {
  const page = await browser.newPage({ expectedErrors: [/500|Failed to load/] })
  let broken = true
  await page.route('**/api/administration/words', (route) => (broken ? route.fulfill({ status: 500, contentType: 'application/problem+json', json: { type: 'about:blank#internal', title: 'Something went wrong here', status: 500, code: 'internal', detail: '', reference: 'abc' } }) : route.continue()))
  await openJournal(page, server, { as, hash: '#/administration/teams' })
  await page.getByText('Something went wrong here').waitFor()
  broken = false
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.getByRole('list', { name: 'Teams' }).getByRole('listitem').first().waitFor()
})

it.each([['ru-RU', 360, 'dark'], ['en-GB', 1_440, 'light']] as const)('reads well in %s, %d px wide, %s', async (locale, width, colorScheme) => {
  const page = await browser.newPage({ width, locale, colorScheme })
  const long = 'Оченьдлинноеназваниебезпробелов'.repeat(5)
  const made = await admin('createWord', { body: { noun: 'team', name: `${long} ${width}` } })
  try {
    for (const part of ['managers', 'teams', 'firms', 'words', 'words?list=class', 'words?list=results', 'words?list=methods', 'details', 'never', 'files', 'retention', 'trail', 'person-data']) await readsWell(page, part)
  } finally {
    await admin('deleteWord', { id: made.id, query: { noun: 'team' } })
  }
})

async function readsWell(page: Page, part: string): Promise<void> {
  await open(page, part)
  expect([part, await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth || [...document.querySelectorAll('.jn-administration *')].some((element) => element.getBoundingClientRect().right > innerWidth + 1))]).toEqual([part, false])
  await expectNoAxeFindings(page)
}
