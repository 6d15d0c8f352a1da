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

const at = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const held = (subject: string, hours = -3, more: object = {}) => olga('createContact', { body: { startsAt: at(hours), method: 'call', direction: 'outgoing', status: 'held', subject, counterpartyId: clientId, ...more } })
const again = (id: string) => olga('getContact', { id })
const filesOf = async (id: string) => (await again(id)).attachments.map(({ name, size, kept }) => ({ name, size, kept }))

async function opened(id: string, options: Parameters<typeof browser.newPage>[0] & { as?: string } = {}) {
  const page = await browser.newPage({ width: 1_440, height: 1_000, ...options })
  await openJournal(page, server, { hash: `#/clients/${clientId}?open=${id}`, ...(options.as && { as: options.as }) })
  const panel = page.getByRole('complementary', { name: 'Contact' })
  await panel.getByRole('heading', { level: 2 }).waitFor()
  const files = panel.getByRole('region', { name: 'Files' })
  return { page, panel, files }
}
async function choose(page: Page, files: { name: string; buffer: Buffer }[]) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files' }).click()
  await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })))
}
const drop = (page: Page, names: string[]) => page.getByRole('region', { name: 'Files' }).evaluate((place, dropped) => {
  const dataTransfer = new DataTransfer()
  for (const name of dropped) dataTransfer.items.add(new File([`content of ${name}`], name, { type: 'text/plain' }))
  for (const type of ['dragover', 'drop']) place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
}, names)

it('adds files by a button and by dropping them, and gives their bytes back', async () => {
  const { id } = await held('With files by hand')
  const { page, files } = await opened(id)
  await choose(page, [{ name: 'offer <b>2027</b>.pdf', buffer: Buffer.alloc(300_000, 7) }])
  await files.getByText('offer <b>2027</b>.pdf is added').waitFor()
  await drop(page, ['first.txt', 'второй.txt'])
  await eventually(async () => (await filesOf(id)).filter(({ kept }) => kept).length, 3)
  expect(await filesOf(id)).toEqual(expect.arrayContaining([{ name: 'offer <b>2027</b>.pdf', size: 300_000, kept: true }, { name: 'first.txt', size: 20, kept: true }]))
  const loading = page.waitForEvent('download')
  await files.getByRole('link', { name: 'first.txt' }).click()
  expect((await loading).suggestedFilename()).toBe('first.txt')
  expect(await axeFindings(page)).toEqual([])
})

it('takes a file off after a second word only', async () => {
  const { id } = await held('With one file too many')
  const { page, files } = await opened(id)
  await drop(page, ['wrong.txt'])
  await files.getByRole('link', { name: 'wrong.txt' }).waitFor()
  await files.getByRole('button', { name: 'Remove the file wrong.txt' }).click()
  await files.getByRole('button', { name: 'Keep it' }).click()
  expect(await filesOf(id)).toHaveLength(1)
  await files.getByRole('button', { name: 'Remove the file wrong.txt' }).click()
  await files.getByRole('button', { name: 'Remove it' }).click()
  await files.getByText('wrong.txt is removed').waitFor()
  await eventually(() => files.getByRole('link', { name: 'wrong.txt' }).count(), 0)
  expect(await filesOf(id)).toHaveLength(1) // it can be called back still
  await page.waitForTimeout(8_000)
  await eventually(() => filesOf(id), [])
})

it('a file taken off is called back in time, with the focus on the way back', async () => {
  const { id } = await held('With a file to be called back')
  const { page, files } = await opened(id)
  await drop(page, ['right.txt'])
  await files.getByRole('button', { name: 'Remove the file right.txt' }).click()
  await files.getByRole('button', { name: 'Remove it' }).focus()
  await page.keyboard.press('Enter')
  const undo = files.getByRole('button', { name: 'Undo: keep right.txt' })
  await eventually(() => undo.evaluate((button) => button === document.activeElement), true)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await files.getByText('right.txt is kept').waitFor()
  await files.getByRole('link', { name: 'right.txt' }).waitFor()
  await page.waitForTimeout(10_500)
  expect(await filesOf(id)).toMatchObject([{ name: 'right.txt' }])
})

it('a file taken off is off when one leaves the page at once, or closes the contact', async () => {
  const [left, closed] = [await held('Left at once'), await held('Closed at once')]
  for (const { id } of [left, closed]) {
    const { page, panel, files } = await opened(id)
    await drop(page, ['old.txt'])
    await files.getByRole('button', { name: 'Remove the file old.txt' }).click()
    await files.getByRole('button', { name: 'Remove it' }).click()
    await files.getByText('old.txt is removed').waitFor()
    if (id === left.id) await page.goto('about:blank')
    else {
      await panel.getByRole('button', { name: 'Close' }).click()
      await page.waitForTimeout(9_000)
    }
    await eventually(() => filesOf(id), [])
  }
})

it('a file that could not be taken off stands in the list again, with the reason', async () => {
  const { id } = await held('With a file that stays')
  const { page, files } = await opened(id, { expectedErrors: [/500/] })
  await drop(page, ['stays.txt'])
  await page.route('**/api/attachments/*', (route) => (route.request().method() === 'DELETE'
    ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Something went wrong here', status: 500, code: 'internal', detail: '', reference: 'abc123' }) })
    : route.continue()))
  await files.getByRole('button', { name: 'Remove the file stays.txt' }).click()
  await files.getByRole('button', { name: 'Remove it' }).click()
  await files.getByRole('alert').filter({ hasText: 'abc123' }).waitFor()
  await files.getByRole('link', { name: 'stays.txt' }).waitFor()
})

it('says how much is kept of a file that is too large, without sending it', async () => {
  const administrator = await server.as((await olga('listManagers')).items.find(({ role }) => role === 'administrator')?.email ?? '')
  const { attachments } = await administrator('getSettings')
  await administrator('putSettings', { body: { attachments: { ...attachments, maxFileBytes: 1_000 } } })
  try {
    const { id } = await held('With a file that is too large')
    const { page, files } = await opened(id)
    const sent: string[] = []
    page.on('request', (request) => { if (request.method() !== 'GET' && request.url().includes('attachments')) sent.push(request.url()) })
    await choose(page, [{ name: 'large.bin', buffer: Buffer.alloc(2_000) }])
    await files.getByText('large.bin was not added').waitFor()
    await files.getByText('At most 1 kB are kept of one file.').waitFor()
    expect(sent).toEqual([])
    await files.getByRole('button', { name: 'Dismiss' }).click()
    await files.getByText('large.bin was not added').waitFor({ state: 'detached' })
  } finally { await administrator('putSettings', { body: { attachments } }) }
})

it('leaves nothing behind when a file does not arrive', async () => {
  const { id } = await held('With a broken line')
  const { page, files } = await opened(id, { expectedErrors: [/ERR_/, /Failed to load/] })
  await page.route('**/api/attachments/*/content', (route) => route.abort())
  await drop(page, ['lost.txt'])
  await files.getByText('lost.txt was not added').waitFor()
  await eventually(() => filesOf(id), [])
})

it('draws the chain by its dates and links to an earlier contact of the client', async () => {
  const first = await held('The very first talk', -90)
  const second = await held('The second talk', -60, { previousId: first.id })
  const third = await held('The third talk', -30)
  const next = await olga('planNext', { id: third.id, body: { at: at(50), subject: 'The talk to come' } })
  const { page, panel } = await opened(third.id)
  await panel.getByRole('button', { name: 'Link to an earlier contact…' }).click()
  await panel.getByRole('combobox', { name: 'Find an earlier contact of this client' }).fill('second talk')
  await page.getByRole('option', { name: /The second talk/ }).click()
  await panel.getByText('Linked', { exact: true }).waitFor()
  expect((await again(third.id)).previousId).toBe(second.id)
  const links = panel.locator('.jn-chain > li')
  await eventually(async () => (await links.allInnerTexts()).map((text) => /very first|second|This contact|to come/.exec(text)?.[0]), ['very first', 'second', 'This contact', 'to come'])
  expect(await axeFindings(page)).toEqual([])
  await links.last().getByRole('button', { name: 'The talk to come' }).click()
  await panel.getByRole('heading', { name: 'The talk to come' }).waitFor()
  expect(new URL(page.url()).hash).toContain(next.id)
})

it('refuses a chain that would be a circle, with words', async () => {
  const early = await held('Before it all', -90)
  const late = await held('After it all', -30, { previousId: early.id })
  await olga('patchContact', { id: late.id, body: { startsAt: at(-95) }, ifMatch: '*' })
  const { page, panel } = await opened(early.id, { expectedErrors: [/409/] })
  await panel.getByRole('button', { name: 'Link to an earlier contact…' }).click()
  await panel.getByRole('combobox', { name: 'Find an earlier contact of this client' }).fill('After it all')
  await page.getByRole('option', { name: /After it all/ }).click()
  await panel.getByText('a chain cannot be a circle').waitFor()
  expect((await again(early.id)).previousId).toBeNull()
})

it('leads back to the original in one’s own mailbox, and tells others in whose it lies', async () => {
  const register = (messageId: string, client: 'outlook' | 'gmail', itemId: string | null) => olga('registerMessage', {
    body: { client, message: { messageId, subject: `Original in ${client}`, sentAt: at(-5), from: { name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }, to: [{ name: '', address: 'olga@demo.example' }], text: 'Words', itemId } },
  })
  const outlook = (await register('<in-outlook@vector.example>', 'outlook', 'AAMk/+=')).contact
  const gmail = (await register('<in gmail/1@vector.example>', 'gmail', null)).contact
  const { panel } = await opened(outlook.id)
  await eventually(() => panel.getByRole('link', { name: 'Open email' }).getAttribute('href'), 'https://outlook.office365.com/owa/?ItemID=AAMk%2F%2B%3D&exvsurl=1&viewmodel=ReadMessageItem')
  const inGmail = await opened(gmail.id)
  await eventually(() => inGmail.panel.getByRole('link', { name: 'Open email in Gmail' }).getAttribute('href'), 'https://mail.google.com/mail/#search/rfc822msgid%3Ain%20gmail%2F1%40vector.example')
  const others = await opened(outlook.id, { as: 'anna@demo.example' })
  await others.panel.getByText('The email lies in the mailbox of Olga Smirnova.').waitFor()
})
