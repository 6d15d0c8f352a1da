import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'demo' }) }, 120_000)
afterAll(() => server.close())

it('sets the state of what is ticked, leaves what a colleague changed meanwhile, says both, and takes all of it back at once', async () => {
  const lead = await server.as('ivan@demo.example')
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all&status=planned&state=1&method=call' })
  await page.getByRole('button', { name: 'Select', exact: true }).click()
  for (const index of [0, 1, 2]) await rowsOf(page).nth(index).getByRole('checkbox').check()
  await page.getByRole('status').filter({ hasText: /^3 selected$/ }).first().waitFor()
  const listed = (await lead('listJournal', { query: { status: 'planned', state: '1', method: 'call', sort: '-startsAt', limit: 3 } })).items
  const [taken] = listed
  if (!taken) throw new Error('the demo has planned calls')
  await lead('patchContact', { id: taken.id, body: { comment: 'meanwhile' }, ifMatch: taken.etag })
  await page.getByRole('button', { name: 'Set state' }).click()
  await page.getByRole('menuitem', { name: 'Done', exact: true }).click()
  await page.getByText('2 changed, 1 changed meanwhile by somebody else and left as it is.').waitFor()
  const states = async () => Promise.all(listed.map(async ({ id }) => (await lead('getContact', { id })).state))
  expect(await states()).toEqual([1, 3, 3])
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Undo')
  await page.keyboard.press('Enter')
  await page.getByText('2 put back.').waitFor()
  await eventually(states, [1, 1, 1])
})
