import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
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
beforeEach(() => server.db.write(async (tx) => {
  await tx.segment.deleteMany()
  await tx.attributeDefinition.deleteMany()
}))

/** Fluent's traps for the focus are hidden from readers and take the focus on: not ours. */
const sentinels = { disabled: ['aria-hidden-focus'] }
const preview = (page: Page) => page.getByRole('region', { name: 'Who fits' })
const heading = (page: Page) => preview(page).getByRole('heading').getByRole('status').innerText()

it('a rule is written condition by condition, its count follows, and it is kept', async () => {
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: '#/segments' })
  await page.getByRole('heading', { name: 'No segments yet' }).waitFor()
  await expectNoAxeFindings(page, sentinels)
  await page.getByRole('button', { name: 'New segment by rule' }).click()
  await page.getByLabel('Name', { exact: false }).first().fill('Important ones')
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('combobox', { name: 'What' }).selectOption({ label: 'VIP' })
  const vips = server.db.sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM Counterparty WHERE vip = 1')!.n
  await eventually(() => heading(page), `${vips} ${vips === 1 ? 'client' : 'clients'}`)
  await page.getByRole('button', { name: 'Add a group' }).first().click()
  await page.getByRole('group', { name: 'Group of conditions' }).nth(1).getByRole('button', { name: 'Add a condition' }).click()
  await preview(page).getByText('Some conditions are not filled in yet').waitFor()
  await expectNoAxeFindings(page, sentinels)
  await page.getByRole('button', { name: 'Remove the group' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: 'Important ones' }).waitFor()
  const [kept] = (await olga('listSegments')).items
  expect(kept).toMatchObject({ name: 'Important ones', kind: 'rule', rule: { match: 'all', conditions: [{ field: 'vip', operator: 'is', values: [true] }] } })
  await page.getByRole('link', { name: 'Their contacts in the journal' }).click()
  await page.getByRole('button', { name: 'Remove the filter: Segment of clients: Important ones' }).waitFor()
})

it('clients are put into a segment by hand, taken out, and taken back', async () => {
  const { id } = await olga('createSegment', { body: { name: 'By hand', shared: false } })
  const page = await browser.newPage({ width: 360, locale: 'ru' })
  await openJournal(page, server, { hash: `#/segments/${id}` })
  await page.getByRole('combobox', { name: 'Добавить клиентов' }).fill('Вектор')
  await page.getByRole('option', { name: /Вектор/ }).first().click()
  await page.getByText('Добавлено: 1.').waitFor()
  await page.getByRole('button', { name: /^Убрать из сегмента/ }).click()
  await page.getByText('Убрано: 1.').waitFor()
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await page.getByRole('button', { name: /^Убрать из сегмента/ }).waitFor()
  expect(await olga('countSegment', { id })).toEqual({ count: 1 })
  await expectNoAxeFindings(page, sentinels)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

it('who is slower sees that somebody else has changed the segment, and loses nothing that was typed', async () => {
  const made = await olga('createSegment', { body: { name: 'Two at it', shared: true } })
  const page = await browser.newPage({ width: 1280, expectedErrors: [/412/] })
  await openJournal(page, server, { hash: `#/segments/${made.id}` })
  await page.getByRole('heading', { level: 2, name: 'Two at it' }).waitFor()
  await olga('patchSegment', { id: made.id, body: { name: 'Theirs' } })
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Mine')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('alert').getByText('They have: Theirs').waitFor()
  expect(await name.inputValue()).toBe('Mine')
  await page.getByRole('button', { name: 'Save mine over it' }).click()
  await page.getByRole('heading', { level: 2, name: 'Mine' }).waitFor()
})

it('deleting a segment that another one uses says so before it is done', async () => {
  const used = await olga('createSegment', { body: { name: 'In use', shared: false } })
  await olga('createSegment', { body: { name: 'Its user', shared: false, rule: { match: 'all', conditions: [{ field: 'segment', operator: 'anyOf', values: [used.id] }] } } })
  const page = await browser.newPage({ width: 1280, expectedErrors: [/409/] })
  await openJournal(page, server, { hash: `#/segments/${used.id}` })
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('dialog').getByText('segment "Its user"').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete anyway' }).click()
  await eventually(async () => (await olga('listSegments')).items.some(({ id }) => id === used.id), false)
})

it('an administrator defines a detail', async () => {
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { as: 'admin@demo.example', hash: '#/administration/details' })
  await page.getByRole('button', { name: 'New detail' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Choice' })
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Warehouse')
  await dialog.getByRole('textbox', { name: 'Words to choose from' }).fill('North\nSouth')
  await expectNoAxeFindings(page, sentinels)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Warehouse', { exact: true }).waitFor()
  expect((await olga('listAttributes', { query: { noun: 'counterparty' } })).items).toMatchObject([{ key: 'Warehouse', type: 'choice', options: ['North', 'South'] }])
  await expectNoAxeFindings(page, sentinels)
})

it('a rule that is not whole is not saved: what is lacking is marked, and one is led there', async () => {
  const { id } = await olga('createCounterparty', { body: { name: 'Of a class' } })
  await olga('patchCounterparty', { id, body: { class: 'Q' } })
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: '#/segments/new-rule' })
  await page.getByRole('textbox', { name: 'Name' }).fill('Not whole')
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Fill this in, or remove the condition.').waitFor()
  const value = page.getByRole('combobox', { name: 'Value' })
  await eventually(() => value.evaluate((one) => one === document.activeElement), true)
  await expectNoAxeFindings(page, sentinels)
  // Nobody keeps a list of classes here: those that clients have are offered.
  await value.press('ArrowDown')
  await page.getByRole('menuitemcheckbox', { name: 'Q', exact: true }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: 'Not whole' }).waitFor()
  expect((await olga('listSegments')).items[0]?.rule).toMatchObject({ conditions: [{ field: 'class', operator: 'anyOf', values: ['Q'] }] })
  await page.getByRole('link', { name: 'These clients in the list' }).click()
  await eventually(() => page.evaluate(() => window.location.hash.startsWith('#/clients?segmentId=')), true)
})

it('a segment that is no longer there is said not to be', async () => {
  const page = await browser.newPage({ width: 360 })
  await openJournal(page, server, { hash: '#/segments/019aaaaa-0000-7000-8000-000000000000' })
  await page.getByRole('heading', { name: 'This segment is not there' }).waitFor()
  await page.getByRole('link', { name: 'All segments' }).click()
  await page.getByRole('heading', { name: 'No segments yet' }).waitFor()
})

it('when a dialog closes, the focus is where it was opened from', async () => {
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { as: 'admin@demo.example', hash: '#/administration/details' })
  const add = page.getByRole('button', { name: 'New detail' })
  await add.press('Enter')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await eventually(() => add.evaluate((one) => one === document.activeElement), true)
})

it('what somebody else saved of the details is shown, and only what one changed oneself is put over it', async () => {
  const { id } = await olga('createCounterparty', { body: { name: 'Two at the details', region: 'North' } })
  const page = await browser.newPage({ width: 1280, expectedErrors: [/412/] })
  await openJournal(page, server, { hash: `#/clients/${id}` })
  await page.getByRole('button', { name: 'Edit the details' }).click()
  await page.getByRole('textbox', { name: 'Reasons of loyalty' }).fill('Near by')
  await olga('patchCounterparty', { id, body: { region: 'South', competitors: 'Paper' } })
  const form = page.getByRole('region', { name: 'Details of the client Two at the details' })
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  await form.getByRole('alert').getByText('Region: South').waitFor()
  await form.getByRole('alert').getByText('What they buy from competitors: Paper').waitFor()
  await expectNoAxeFindings(page, sentinels)
  await form.getByRole('button', { name: 'Save mine over it' }).click()
  await eventually(async () => { const { region, competitors, loyalty } = await olga('getCounterparty', { id }); return [region, competitors, loyalty] }, ['South', 'Paper', 'Near by'])
  await eventually(() => page.getByRole('button', { name: 'Edit the details' }).evaluate((one) => one === document.activeElement), true)
})
