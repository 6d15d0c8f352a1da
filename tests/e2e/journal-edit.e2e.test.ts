import type { Contact } from '@counterpane/shared/contract/contact'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let anna: HttpClient
let clientId = ''

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
  anna = await server.as('anna@demo.example')
  clientId = (await olga('listCounterparties', { query: { q: 'Вектор' } })).items[0]?.id ?? ''
}, 120_000)
afterAll(() => server.close())

const at = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const held = (subject: string, more: object = {}) => olga('createContact', { body: { startsAt: at(-3), durationMinutes: 30, method: 'call', direction: 'outgoing', status: 'held', subject, counterpartyId: clientId, ...more } })
const again = (id: string) => olga('getContact', { id })
const panelOf = (page: Page, name = 'Contact') => page.getByRole('complementary', { name })
/** The contact beside its client's feed: the same panel as beside the journal's list. */
const place = ({ id }: Pick<Contact, 'id'>) => `#/clients/${clientId}?open=${id}`

async function editing(contact: Contact, options: Parameters<typeof browser.newPage>[0] & { as?: string } = {}) {
  const page = await browser.newPage({ width: 1_440, height: 1_000, ...options })
  await openJournal(page, server, { hash: place(contact), ...(options.as && { as: options.as }) })
  const panel = panelOf(page, options.locale === 'ru-RU' ? 'Контакт' : 'Contact')
  await panel.getByRole('heading', { level: 2 }).waitFor()
  await page.keyboard.press('e')
  await panel.locator('.jn-form').waitFor()
  return { page, panel, question: page.getByRole('alertdialog', { name: 'Changes are not saved' }) }
}

it('changes every field of a contact beside the list', async () => {
  const contact = await held('Everything about it')
  const { panel, page } = await editing(contact)
  const choose = (name: string, label: string) => panel.getByRole('combobox', { name, exact: true }).selectOption({ label })
  await panel.getByRole('textbox', { name: 'Subject' }).fill('Everything, changed')
  await panel.getByRole('button', { name: 'Agreed' }).click()
  await choose('State', 'Partly done')
  await choose('Priority', 'High')
  await panel.getByLabel('Date, time').fill('2026-11-20T15:45')
  await panel.getByRole('spinbutton', { name: 'Minutes' }).fill('50')
  await choose('Method', 'Meeting')
  await choose('Direction', 'Incoming')
  await panel.getByRole('combobox', { name: 'Persons' }).fill('ivan')
  await page.getByRole('option', { name: /Ivan Petrov/ }).click()
  await panel.getByRole('combobox', { name: 'Also involves' }).fill('beta')
  await page.getByRole('option', { name: /Beta Industries/ }).click()
  await choose('Manager', 'Anna Orlova')
  const { contactTypes, firms, adSources } = await olga('dictionaries')
  if (contactTypes[0]) await choose('Goal', contactTypes[0].name)
  if (firms[0]) await choose('Our company', firms[0].name)
  if (adSources[0]) await choose('Advertising source', adSources[0].name)
  await panel.getByRole('textbox', { name: 'Content' }).fill('All of it')
  await panel.getByRole('textbox', { name: 'Comment' }).fill('Ask Anna')
  for (const [name, kind, value] of [['Contract', 'Text', '№ 118'], ['Sum', 'Number', '12,5'], ['Signed', 'Date', '2026-11-18'], ['Offer', 'Link', 'https://vector.example/offer']] as const) {
    await panel.getByRole('button', { name: 'Add a detail' }).click()
    const row = panel.locator('.jn-detail').last()
    await row.getByRole('textbox', { name: 'Name' }).fill(name)
    await row.getByRole('combobox', { name: 'Kind' }).selectOption({ label: kind })
    await row.getByLabel('Value').fill(value)
  }
  await panel.getByRole('button', { name: 'Add a detail' }).click()
  const shown = panel.locator('.jn-detail').last()
  await shown.getByRole('textbox', { name: 'Name' }).fill('Shown')
  await shown.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Yes or no' })
  await shown.getByRole('combobox', { name: 'Value' }).selectOption('true')
  await panel.getByRole('checkbox', { name: 'Private' }).check()
  await choose('What others see', 'Subject only')
  expect(await axeFindings(page)).toEqual([])
  await panel.getByRole('button', { name: 'Save' }).click()
  await panel.getByText('Saved.').waitFor()
  expect(await again(contact.id)).toMatchObject({
    subject: 'Everything, changed', result: 'Agreed', state: 2, priority: 'high', startsAt: '2026-11-20T12:45:00.000Z', durationMinutes: 50, method: 'meeting', direction: 'incoming', status: 'held', persons: [{ name: 'Ivan Petrov' }],
    also: [{ name: 'Beta Industries' }], manager: { name: 'Anna Orlova' }, type: contactTypes[0] ?? null, firm: firms[0] ?? null, adSource: adSources[0] ?? null, content: 'All of it', comment: 'Ask Anna',
    attributes: { Contract: '№ 118', Sum: 12.5, Signed: '2026-11-18', Offer: 'https://vector.example/offer', Shown: true }, private: true, visibility: 'subject', counterparty: { id: clientId },
  })
  for (const words of ['12.5', '18 November 2026', 'yes', 'Subject only', '50 min']) await panel.getByText(words, { exact: false }).first().waitFor()
  expect(await panel.getByRole('link', { name: 'https://vector.example/offer' }).getAttribute('rel')).toContain('noopener')
}, 90_000)

it('makes a contact person who is not known yet, by the name, in place', async () => {
  const contact = await held('Somebody new was there')
  const { panel, page } = await editing(contact)
  await panel.getByRole('combobox', { name: 'Persons' }).fill('Zoe New')
  await page.getByRole('option', { name: 'New person: Zoe New' }).click()
  await panel.getByRole('list', { name: 'Persons' }).getByText('Zoe New').waitFor()
  await panel.getByRole('textbox', { name: 'Subject' }).press('Control+Enter')
  await panel.getByText('Saved.').waitFor()
  expect((await again(contact.id)).persons.map(({ name }) => name)).toEqual(['Zoe New'])
  expect((await olga('listPersons', { query: { counterpartyId: clientId, q: 'Zoe' } })).items).toHaveLength(1)
})

it('asks before words that are not saved are lost, whoever closes the panel', async () => {
  const contact = await held('With unsaved words')
  const other = await held('Another one to open')
  const { page, panel, question } = await editing(contact)
  const result = panel.getByRole('textbox', { name: 'Result' })
  await result.fill('Not saved yet')
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await eventually(() => result.inputValue(), 'Not saved yet')

  await page.getByRole('main').getByRole('button', { name: other.subject }).last().click()
  await question.waitFor()
  expect(await axeFindings(page)).toEqual([])
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await eventually(async () => new URL(page.url()).hash, place(contact))
  await eventually(() => result.inputValue(), 'Not saved yet')

  await panel.getByRole('button', { name: 'Close' }).click()
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await page.getByRole('main').getByRole('button', { name: other.subject }).last().click()
  await question.getByRole('button', { name: 'Discard the changes' }).click()
  await panel.getByRole('heading', { name: other.subject }).waitFor()
  expect((await again(contact.id)).result).toBe('')
})

it('offers changes again that were left unsaved when the page went elsewhere', async () => {
  const contact = await held('Left behind')
  const { page, panel } = await editing(contact)
  await panel.getByRole('textbox', { name: 'Result' }).fill('Half a thought')
  await page.waitForTimeout(600)
  await page.getByRole('link', { name: 'Clients' }).click()
  await panel.waitFor({ state: 'detached' })
  await page.goBack()
  await panel.getByText('You have changes here that were not saved.').waitFor()
  await panel.getByRole('button', { name: 'Continue editing' }).click()
  await eventually(() => panel.getByRole('textbox', { name: 'Result' }).inputValue(), 'Half a thought')
  await panel.getByRole('button', { name: 'Discard' }).click()
  await page.reload()
  await panel.getByRole('button', { name: 'Edit' }).waitFor()
  expect(await panel.getByText('You have changes here that were not saved.').count()).toBe(0)
})

it('lets one keep one’s own or take the stored value field by field when a colleague was faster', async () => {
  const contact = await held('Edited by two at once', { result: 'First words' })
  const { panel } = await editing(contact, { expectedErrors: [/412/] })
  await panel.getByRole('textbox', { name: 'Result' }).fill("Olga's words")
  await panel.getByRole('combobox', { name: 'Priority' }).selectOption('high')
  await panel.getByRole('textbox', { name: 'Comment' }).fill("Olga's comment")
  await anna('patchContact', { id: contact.id, body: { result: "Anna's words", comment: "Anna's comment", state: 3, attributes: { Sum: 5 } }, ifMatch: contact.etag })
  await panel.getByRole('button', { name: 'Save' }).click()
  await panel.getByText('Somebody changed this contact meanwhile').waitFor()
  const row = (name: string) => panel.getByRole('table').getByRole('row').filter({ hasText: name })
  expect(await row('Result').innerText()).toMatch(/Olga's words\s+Anna's words/)
  expect(await row('Details').innerText()).toMatch(/empty\s+Sum: 5/)
  await eventually(() => row('State').getByRole('radio', { name: /Stored/ }).isChecked(), true)
  await panel.getByRole('radio', { name: 'Which to keep: Comment: Stored' }).check()
  await panel.getByRole('button', { name: 'Save as chosen' }).click()
  await panel.getByText('Saved.').waitFor()
  expect(await again(contact.id)).toMatchObject({ result: "Olga's words", comment: "Anna's comment", priority: 'high', state: 3, attributes: { Sum: 5 } })
})

it('leaves the words of a private contact to those who take part', async () => {
  const contact = await held('Between us', { private: true, result: 'Secret result', content: 'Secret content' })
  const { panel } = await editing(contact, { as: 'anna@demo.example' })
  expect(await panel.innerText()).not.toContain('Secret')
  for (const name of ['Subject', 'Result', 'Content', 'Comment']) expect(await panel.getByRole('textbox', { name }).count()).toBe(0)
  await panel.getByRole('combobox', { name: 'Priority' }).selectOption('high')
  await panel.getByRole('button', { name: 'Save' }).click()
  await panel.getByText('Saved.').waitFor()
  expect(await again(contact.id)).toMatchObject({ subject: 'Between us', result: 'Secret result', content: 'Secret content', priority: 'high' })
})

it('shows hostile text as text in every field of the panel and of its form', async () => {
  const texts = ['<img src=x onerror="top.pwned=1">', '"><svg onload=top.pwned=1>', 'javascript:top.pwned=1', '{{constructor.constructor("top.pwned=1")()}}', '\u202Egnp.exe', `W${'i'.repeat(400)}`, '__proto__', '%00<script>top.pwned=1</script>']
  for (const text of texts) {
    const person = await olga('createPerson', { body: { name: text, counterpartyId: clientId } })
    const contact = await held(text, { content: text, result: text, comment: text, attributes: { [`name ${text}`.slice(0, 200)]: text }, personIds: [person.id] })
    const { page, panel } = await editing(contact)
    await eventually(() => panel.getByRole('textbox', { name: 'Subject' }).inputValue(), text)
    await eventually(() => panel.getByRole('heading', { level: 2 }).textContent(), text)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1_440)
    await page.keyboard.press('Escape')
    await panel.locator('.jn-form').waitFor({ state: 'detached' })
    expect((await panel.textContent())?.split(text).length).toBeGreaterThan(5)
    expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined()
    expect(await panel.locator('a[href^="javascript:"], img, script').count()).toBe(0)
    await page.context().close()
  }
}, 120_000)

it('fits 360 px in Russian and dark, over the full width, clean for axe', async () => {
  const contact = await held('Очень длинная тема звонка о скидках и сроках отгрузки новой линейки', { attributes: { 'Номер договора': '№ 118/26' } })
  const { page, panel } = await editing(contact, { width: 360, height: 740, locale: 'ru-RU', colorScheme: 'dark' })
  const box = await panel.boundingBox()
  expect([box?.x, box?.width]).toEqual([0, 360])
  expect(await page.evaluate(() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll('.jn-panel')].map((one) => one.scrollWidth)])).toEqual([360, 360])
  expect(await axeFindings(page)).toEqual([])
})
