import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { letters, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeEach(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterEach(() => server.close())

const open = (options: Parameters<typeof openStand>[2]) => openStand(browser.newPage, server.url, { height: 1400, ...options })
const registerButton = { name: 'Register', exact: true }
const fileName = 'Спецификация на подшипники, ноябрь.xlsx'

async function setPolicy(attachments: { keep: 'all' | 'chosen' | 'none'; maxFileBytes: number; maxMessageBytes: number }) {
  const demo = await server.as('olga@demo.example')
  const { items } = await demo('demoManagers')
  const administrator = await server.as(items.find(({ role }) => role === 'administrator')?.email ?? '')
  await administrator('putSettings', { body: { attachments } })
}
async function keptFiles(q: string) {
  const olga = await server.as('olga@demo.example')
  const { items } = await olga('listContacts', { query: { q, method: 'letter', sort: '-createdAt' } })
  return items[0]?.attachments
}

it('what is said beside the button happens: the file is kept, and can be read back', async () => {
  const { pane, asked } = await open({ item: letters.known.id })
  await pane.getByText('1 file is kept', { exact: true }).waitFor()
  expect(asked('/api/settings')).toBe(1)
  await pane.getByRole('button', registerButton).click()
  await pane.getByText('1 file is kept.', { exact: true }).waitFor()
  const [file] = (await keptFiles('Запрос цен на подшипники')) ?? []
  expect(file).toMatchObject({ name: fileName, kept: true })
  const bytes = await (await server.raw('GET', `/api/attachments/${file?.id}/content`, { as: 'olga@demo.example' })).arrayBuffer()
  expect(bytes.byteLength).toBe(file?.size)
  expect(new TextDecoder().decode(bytes)).toContain(encodeURIComponent('Спецификация'))
})

it('an unticked file is only noted, and can still be kept afterwards', async () => {
  const { pane, frame } = await open({ item: letters.known.id })
  await pane.getByRole('button', { name: 'Other ways to register' }).click()
  await pane.getByRole('menuitem', { name: 'Which files…' }).click()
  const choice = pane.getByRole('group', { name: 'Files to keep' })
  await choice.getByRole('checkbox', { name: new RegExp(fileName) }).uncheck()
  await expectNoAxeFindings(frame())
  await choice.getByRole('button', { name: 'Done' }).click()
  await pane.getByText('The file is not kept').waitFor()
  await pane.getByRole('button', registerButton).click()
  await pane.getByText(/Registered by you/).waitFor()
  expect(await keptFiles('Запрос цен на подшипники')).toMatchObject([{ kept: false }])

  await pane.getByRole('button', { name: 'Files', exact: true }).click()
  await pane.getByRole('checkbox', { name: new RegExp(fileName) }).check()
  await pane.getByRole('button', { name: 'Keep the files chosen' }).click()
  await pane.getByText('1 file is kept.', { exact: true }).waitFor()
  expect(await keptFiles('Запрос цен на подшипники')).toMatchObject([{ kept: true }])
})

it('a file larger than the organisation allows is named with the limit, and the email is registered all the same', async () => {
  await setPolicy({ keep: 'all', maxFileBytes: 1_024, maxMessageBytes: 4_096 })
  const { pane, asked } = await open({ item: letters.known.id })
  await pane.getByText('The file is not kept').waitFor()
  await pane.getByText(`${fileName} is larger than 1 kB`).waitFor()
  await pane.getByRole('button', registerButton).click()
  await pane.getByText(/Registered by you/).waitFor()
  expect(asked('/api/contacts/register-message')).toBe(1)
  expect(await keptFiles('Запрос цен на подшипники')).toMatchObject([{ name: fileName, kept: false }])
})

it('where the organisation keeps no files, that is said and none is offered', async () => {
  await setPolicy({ keep: 'none', maxFileBytes: 0, maxMessageBytes: 0 })
  const { pane } = await open({ item: letters.known.id })
  await pane.getByText('Your organisation keeps no files, only their names.').waitFor()
  expect(await pane.getByRole('button', { name: 'Choose', exact: true }).count()).toBe(0)
})

it('an Outlook without the bytes of files says so', async () => {
  const { pane } = await open({ item: letters.known.id, set: '1.5' })
  await pane.getByText('This Outlook gives no files to add-ins; only their names are kept.').waitFor()
})

it('an email without files asks nobody about files', async () => {
  const { pane, asked } = await open({ item: letters.otherKnown.id })
  await pane.getByText('No files in this email').waitFor()
  expect(asked('/api/settings')).toBe(0)
})

it('a file that does not get through is named with its reason and tried again, while the registration stands', async () => {
  const { stand, pane } = await open({ item: letters.known.id, expectedErrors: [/net::ERR_FAILED/] })
  let refusing = true
  await stand.route('**/api/attachments/*/content', (route) => (refusing ? route.abort() : route.continue()))
  await pane.getByText('1 file is kept', { exact: true }).waitFor()
  await pane.getByRole('button', registerButton).click()
  await pane.getByText(`${fileName} is not kept: no connection`).first().waitFor()
  await pane.getByText(/Registered by you/).waitFor()
  refusing = false
  await pane.getByRole('button', { name: 'Retry' }).click()
  await pane.getByText('1 file is kept.', { exact: true }).waitFor()
  expect(await keptFiles('Запрос цен на подшипники')).toMatchObject([{ kept: true }])
})

it('an email closed before its file was read says so when it is open again, and the file can be kept then', async () => {
  const { stand, pane, open: openLetter } = await open({ item: letters.known.id })
  await pane.getByText('1 file is kept', { exact: true }).waitFor()
  // The answer to the registration arrives when another email is open already.
  let answer: () => void = () => undefined
  await stand.route('**/api/contacts/register-message', async (route) => {
    const response = await route.fetch()
    await new Promise<void>((go) => { answer = go })
    await route.fulfill({ response })
  })
  const arrived = stand.waitForRequest('**/api/contacts/register-message')
  await pane.getByRole('button', registerButton).click()
  await arrived
  await openLetter(letters.otherKnown.subject)
  await pane.getByRole('heading', { level: 1, name: 'John Ross' }).waitFor()
  await stand.waitForTimeout(300)
  answer()
  await stand.waitForTimeout(500)
  await openLetter(letters.known.subject)
  await pane.getByText(`${fileName} is not kept: this email was closed before Outlook gave it`).first().waitFor()
  await pane.getByRole('button', { name: 'Retry' }).click()
  await pane.getByText('1 file is kept.', { exact: true }).waitFor()
})
