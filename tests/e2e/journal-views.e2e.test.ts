import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'demo' }) }, 120_000)
afterAll(() => server.close())

it('saves what is on screen under a name, knows when it was changed, goes back to it, shares, renames and deletes it', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=week&method=call' })
  await page.getByRole('button', { name: 'Marks' }).click()
  const marks = page.getByRole('dialog', { name: 'Mark rows' })
  await marks.getByRole('button', { name: 'Add a rule' }).click()
  await marks.getByRole('combobox', { name: 'Column' }).selectOption('vip')
  await marks.getByRole('textbox', { name: 'Words' }).fill('Very important')
  await marks.getByRole('button', { name: 'Save' }).click()
  await marks.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Save this view…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Type a name.').waitFor()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('My calls')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const tab = page.getByRole('button', { name: /^My calls/ })
  await eventually(() => tab.getAttribute('aria-pressed'), 'true')
  expect((await (await server.as('olga@demo.example'))('listViews')).items).toMatchObject([{ name: 'My calls', search: 'period=week&method=call', shared: false, marks: [{ column: 'vip', label: 'Very important' }] }])

  const act = async (name: string) => {
    await page.getByRole('button', { name: /^View: / }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await page.getByRole('button', { name: 'Remove the filter: Method: Call' }).click()
  await page.getByText('changed', { exact: true }).waitFor()
  await expectNoAxeFindings(page)
  await act('Back to the saved one')
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=week&method=call')
  await act('Share with everybody')
  await eventually(async () => (await (await server.as('anna@demo.example'))('listViews')).items.map(({ name, mine }) => ({ name, mine })), [{ name: 'My calls', mine: false }])
  await act('Rename…')
  await page.getByRole('dialog', { name: 'Rename the view' }).getByRole('textbox', { name: 'Name' }).fill('Calls of the week')
  await page.getByRole('dialog', { name: 'Rename the view' }).getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: /^Calls of the week/ }).waitFor()
  await act('Delete…')
  await page.getByRole('alertdialog', { name: 'Delete the view “Calls of the week”?' }).getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: /^Calls of the week/ }).waitFor({ state: 'detached' })
})
