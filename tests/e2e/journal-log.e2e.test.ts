import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let clientId = ''

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
  clientId = (await olga('listCounterparties', { query: { q: 'Вектор' } })).items[0]?.id ?? ''
}, 120_000)
afterAll(() => server.close())

const found = async (q: string) => (await olga('listContacts', { query: { q } })).items
async function logging(options: Parameters<typeof browser.newPage>[0] = {}) {
  const page = await browser.newPage({ width: 1_440, height: 1_000, ...options })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('n')
  return { page, dialog: dialogOf(page) }
}
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Log a call or meeting' })

it('logs a call by keys alone: the client of the page, ready words, a usual time, Ctrl+Enter', async () => {
  const { page, dialog } = await logging()
  await dialog.getByRole('combobox', { name: 'Method' }).waitFor()
  await eventually(() => page.evaluate(() => document.activeElement?.tagName ?? ''), 'SELECT')
  await dialog.getByRole('button', { name: 'An hour ago' }).press('Enter')
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Logged by keys')
  await dialog.getByRole('button', { name: 'Agreed' }).press('Enter')
  await dialog.getByRole('textbox', { name: 'Result' }).press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await found('Logged by keys')).toMatchObject([{ method: 'call', direction: 'outgoing', status: 'held', result: 'Agreed', counterparty: { id: clientId }, startsAt: new Date(server.clock.now().getTime() - 3_600_000).toISOString().replace(/:\d\d\.\d+Z/, ':00.000Z') }])
})

it('plans a meeting with everything that is folded at first, and its next step at once', async () => {
  const { page, dialog } = await logging()
  await dialog.getByRole('combobox', { name: 'Method' }).selectOption('meeting')
  await dialog.getByRole('radio', { name: 'It is planned' }).check()
  expect(await dialog.getByRole('textbox', { name: 'Result' }).count()).toBe(0)
  await dialog.getByRole('group', { name: 'Usual times' }).getByRole('button', { name: 'In 3 days' }).click()
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Planned with all fields')
  await dialog.getByRole('combobox', { name: 'Persons' }).click()
  await page.getByRole('option', { name: /Ivan Petrov/ }).click()
  await dialog.getByRole('button', { name: 'More fields' }).click()
  await dialog.getByRole('combobox', { name: 'Manager' }).selectOption({ label: 'Anna Orlova' })
  await dialog.getByRole('combobox', { name: 'Also involves' }).fill('beta')
  await page.getByRole('option', { name: /Beta Industries/ }).click()
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('Bring samples')
  await dialog.getByRole('button', { name: 'Add a detail' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Hall')
  await dialog.getByRole('textbox', { name: 'Value' }).fill('B2')
  await dialog.getByRole('combobox', { name: 'What others see' }).selectOption({ label: 'Subject only' })
  await dialog.getByRole('checkbox', { name: 'Plan the next step at once' }).check()
  await dialog.getByRole('group', { name: 'When' }).getByRole('button', { name: 'Next week' }).click()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const contacts = await found('Planned with all fields')
  expect(contacts).toHaveLength(2)
  const meeting = contacts.find(({ method }) => method === 'meeting')
  expect(meeting).toMatchObject({ status: 'planned', manager: { name: 'Anna Orlova' }, persons: [{ name: 'Ivan Petrov' }], also: [{ name: 'Beta Industries' }], comment: 'Bring samples', attributes: { Hall: 'B2' }, visibility: 'subject' })
  expect(contacts.find(({ method }) => method === 'call')).toMatchObject({ status: 'planned', previousId: meeting?.id })
})

it('says what is missing, and does not save an address that is none', async () => {
  const { dialog } = await logging()
  await dialog.getByRole('button', { name: 'More fields' }).click()
  await dialog.getByRole('button', { name: 'Add a detail' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Offer')
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Link' })
  await dialog.getByLabel('Value').fill('javascript:alert(1)')
  await dialog.getByRole('spinbutton', { name: 'Minutes' }).fill('-5')
  await dialog.getByRole('button', { name: 'Save' }).click()
  for (const words of ['Say in a few words what it is about', 'A whole number from 0 to 527,040', 'An address that begins with https:// or http://']) await dialog.getByText(words).waitFor()
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Not to be saved')
  await dialog.getByRole('button', { name: 'Save' }).click()
  expect(await found('Not to be saved')).toEqual([])
})

it('offers a form again that was closed by accident', async () => {
  const { page, dialog } = await logging()
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Closed by accident')
  await dialog.getByRole('textbox', { name: 'Result' }).fill('Half of it')
  await page.mouse.click(5, 500)
  expect(await dialog.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('n')
  await dialog.getByText(/A form from today .* was not saved/).waitFor()
  await dialog.getByRole('button', { name: 'Continue with it' }).click()
  await eventually(() => dialog.getByRole('textbox', { name: 'Result' }).inputValue(), 'Half of it')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await found('Closed by accident')).toHaveLength(1)
  await page.keyboard.press('n')
  await dialog.getByRole('combobox', { name: 'Method' }).waitFor()
  expect(await dialog.getByText('was not saved').count()).toBe(0)
})

it('asks for the next step after a call was logged, and plans it by one click', async () => {
  const { page, dialog } = await logging()
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Goes on somehow')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const id = (await found('Goes on somehow'))[0]?.id ?? ''
  await page.evaluate((hash) => { window.location.hash = hash }, `#/clients/${clientId}?open=${id}`)
  const panel = page.getByRole('complementary', { name: 'Contact' })
  await panel.getByRole('group', { name: 'Next step?' }).getByRole('button', { name: 'In 3 days' }).click()
  await panel.getByText('The next step is planned').waitFor()
  await eventually(async () => (await olga('getContact', { id })).nextIds.length, 1)
  expect(await panel.getByRole('group', { name: 'Next step?' }).count()).toBe(0)
})

it('does not stand still for ten megabytes pasted into the content, and says when it is too much', async () => {
  const { page, dialog } = await logging()
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Ten megabytes')
  const content = dialog.getByRole('textbox', { name: 'Content' })
  await content.fill('Before. ')
  const paste = (megabytes: number) => content.evaluate(async (field, length) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'Ten megabytes of words.\n'.repeat(Math.ceil(length / 24)))
    const from = performance.now()
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)) })
    return performance.now() - from
  }, megabytes * 1_048_576)
  expect(await paste(10)).toBeLessThan(1_500)
  await dialog.getByText(/Long text, 1\d(\.\d)? MB/).waitFor()
  expect(await dialog.getByRole('textbox', { name: 'Subject' }).evaluate(async (field: HTMLInputElement) => {
    const from = performance.now()
    field.focus()
    document.execCommand('insertText', false, '!')
    await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)) })
    return performance.now() - from
  })).toBeLessThan(500)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached', timeout: 60_000 })
  const saved = (await found('Ten megabytes!'))[0]
  expect(saved?.content.length).toBeGreaterThan(10 * 1_048_576)

  await page.keyboard.press('n')
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Too much')
  await paste(13)
  await dialog.getByText(/Too long: 1\d(\.\d)? MB\. At most 12\.\d MB/).waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  expect(await dialog.isVisible()).toBe(true)
  await dialog.getByRole('button', { name: 'Take the pasted text back' }).click()
  await content.waitFor()
}, 120_000)

it('fits 360 px in Russian and dark, all fields unfolded, clean for axe', async () => {
  const { page } = await logging({ width: 360, height: 740, locale: 'ru-RU', colorScheme: 'dark' })
  const dialog = page.getByRole('dialog', { name: 'Зарегистрировать контакт' })
  await dialog.getByRole('button', { name: 'Другие поля' }).click()
  await dialog.getByRole('checkbox', { name: 'Сразу запланировать следующий шаг' }).check()
  await dialog.getByRole('button', { name: 'Добавить характеристику' }).click()
  expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('.fui-DialogContent')?.scrollWidth === document.querySelector('.fui-DialogContent')?.clientWidth])).toEqual([360, true])
  expect(await axeFindings(page)).toEqual([])
})
