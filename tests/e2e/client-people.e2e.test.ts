import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
}, 120_000)
afterAll(() => server.close())

it('a contact person is added and changed in the card by keyboard alone', async () => {
  const { id } = await olga('createCounterparty', { body: { name: 'Ada Byron & Söhne' } })
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/clients/${id}` })
  await page.getByRole('button', { name: 'New contact person' }).focus()
  await page.keyboard.press('Enter')
  const making = page.getByRole('region', { name: 'New contact person' })
  await eventually(() => making.getByRole('textbox', { name: 'Name', exact: true }).evaluate((one) => one === document.activeElement), true)
  await page.keyboard.type('Ада Байрон')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Head of purchasing')
  await expectNoAxeFindings(page)
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Ада Байрон' }).getByText('Head of purchasing').waitFor()
  await eventually(() => page.getByRole('button', { name: 'New contact person' }).evaluate((one) => one === document.activeElement), true)

  const edit = page.getByRole('button', { name: 'Edit: Ада Байрон' })
  await edit.focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('region', { name: 'Contact person: Ада Байрон' })
  await form.getByRole('textbox', { name: 'Addresses' }).fill('ada@byron.example\ncountess@byron.example')
  await form.getByLabel('Birthday').fill('1985-12-10')
  await form.getByRole('button', { name: 'Add a day' }).press('Enter')
  await form.getByRole('textbox', { name: 'What day' }).fill('Years with us')
  await form.getByRole('textbox', { name: 'Date' }).fill('--06-04')
  await expectNoAxeFindings(page)
  await form.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('link', { name: 'countess@byron.example' }).waitFor()
  await eventually(() => edit.evaluate((one) => one === document.activeElement), true)
  await page.getByRole('definition').filter({ hasText: /^4 June$/ }).waitFor()
  await page.getByRole('definition').filter({ hasText: /^10 December 1985$/ }).waitFor()
  expect((await olga('listPersons', { query: { counterpartyId: id } })).items).toEqual([expect.objectContaining({
    name: 'Ада Байрон', position: 'Head of purchasing', birthday: '1985-12-10', addresses: ['ada@byron.example', 'countess@byron.example'], dates: [{ name: 'Years with us', date: '--06-04' }],
  })])
  await expectNoAxeFindings(page)
})

it.each([['en-GB', '"Old name" was merged into "New name".'], ['ru-RU', '«Old name» теперь часть «New name».']])('in %s a link to a client who was merged into another leads to that one, and says so', async (locale, words) => {
  const lead = await server.as('admin@demo.example')
  const { id: mergedId } = await olga('createCounterparty', { body: { name: 'Old name' } })
  const { id: survivorId } = await olga('createCounterparty', { body: { name: 'New name' } })
  await lead('createMerge', { body: { noun: 'counterparty', mergedId, survivorId } })
  const page = await browser.newPage({ width: 360, locale, expectedErrors: [/404/] })
  await openJournal(page, server, { hash: `#/clients/${mergedId}` })
  await page.getByRole('heading', { level: 1, name: 'New name' }).waitFor()
  await page.getByRole('status').getByText(words).waitFor()
  expect(new URL(page.url()).hash).toBe(`#/clients/${survivorId}`)
  await expectNoAxeFindings(page)
})

it('a link to a client who never was says that nothing is found', async () => {
  const page = await browser.newPage({ width: 1280, expectedErrors: [/404/] })
  await openJournal(page, server, { hash: '#/clients/019aaaaa-0000-7000-8000-000000000000' })
  await page.getByRole('alert').getByRole('button', { name: 'Retry' }).waitFor()
})

it('the card says where somebody worked before, and the feed and the people stand side by side whatever is long', async () => {
  const { id: old } = await olga('createCounterparty', { body: { name: 'Old place' } })
  const { id: fresh } = await olga('createCounterparty', { body: { name: 'New place' } })
  const { id: person } = await olga('createPerson', { body: { name: 'W'.repeat(200), position: 'Buyer', counterpartyId: old } })
  await olga('changeEmployer', { id: person, body: { counterpartyId: fresh } })
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/clients/${fresh}` })
  const before = page.getByRole('list', { name: 'Before:' })
  await before.getByText('Buyer').waitFor()
  const top = (of: { boundingBox(): Promise<{ y: number } | null> }) => of.boundingBox().then((box) => box?.y ?? 0)
  expect(Math.abs(await top(page.getByRole('heading', { name: 'Feed' })) - await top(page.getByRole('heading', { name: 'Contact persons' })))).toBeLessThan(60)
  await expectNoAxeFindings(page)
  await before.getByRole('link', { name: 'Old place' }).click()
  await page.getByRole('heading', { level: 1, name: 'Old place' }).waitFor()
})
