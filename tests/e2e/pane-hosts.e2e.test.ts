import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { letters, meetings, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const open = (options: Parameters<typeof openStand>[2]) => openStand(browser.newPage, server.url, options)
const hosts = ['Outlook', 'newOutlookWindows', 'OutlookWebApp', 'OutlookIOS', 'OutlookAndroid'] as const
const sets = ['1.5', '1.8', '1.13', '1.16'] as const

it.each(hosts.flatMap((host) => sets.map((set) => [host, set] as const)))('%s with requirement set %s shows who writes', async (host, set) => {
  const { pane, heading, open: openLetter } = await open({ item: letters.known.id, host, set })
  await heading('Ivan Petrov')
  await openLetter(letters.otherKnown.subject)
  await heading('John Ross')
  await pane.getByRole('link', { name: 'Beta Industries' }).waitFor()
})

/** What the pane is told of Office.js, in its own frame. */
interface FrameOffice { Office: { context: { ui: Pick<Office.UI, 'displayDialogAsync'> } } }
const lastAsked = (bodies: { message?: unknown }[]) => bodies.at(-1)?.message as { messageId: string | null; to: unknown[]; from: object; sender: object | null }

describe.each(sets)('with requirement set %s', (set) => {
  it('nothing, several and nothing again are opened in between, and every handler lives through it', async () => {
    const { stand, heading, open: openLetter, select } = await open({ item: 'none', set })
    await openLetter(letters.known.subject)
    await heading('Ivan Petrov')
    for (let round = 0; round < 3; round++) {
      await stand.locator('#deselect').click()
      await select([letters.otherKnown.subject, letters.thirdKnown.subject, letters.clientOnly.subject])
      await stand.locator('#deselect').click()
      await openLetter(letters.otherKnown.subject)
    }
    await heading('John Ross')
  })

  it('a letter, a meeting of one’s own, another’s meeting and a message are opened one after another', async () => {
    const { pane, heading, open: openLetter, compose, openMeeting, folder, stand } = await open({ item: letters.known.id, set })
    await heading('Ivan Petrov')
    await compose({ to: 'Ivan Petrov <ivan.petrov@vector.example>' })
    await pane.getByRole('link', { name: 'ООО «Вектор»' }).waitFor()
    await stand.locator('#ribbon-discard').click()
    await openMeeting(meetings.ownOnline.subject)
    await pane.getByRole('link', { name: 'Beta Industries' }).waitFor()
    await openMeeting(meetings.pastKnown.subject)
    await pane.getByRole('link', { name: 'ООО «Вектор»' }).waitFor()
    await folder('inbox')
    await openLetter(letters.otherKnown.subject)
    await heading('John Ross')
  })
})

it.each([['5000', letters.otherKnown], ['9018', letters.thirdKnown], ['9020', letters.clientOnly]] as const)('when Outlook answers %s to every question, who writes is shown all the same, and the headers are registered', async (failure, letter) => {
  const { pane, bodies } = await open({ item: letter.id, switches: { failure } })
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByText('Outlook did not give the text in time: registered without it.').waitFor()
  expect(bodies('/api/contacts/register-message')).toEqual([expect.objectContaining({ message: expect.objectContaining({ text: null }) as object })])
})

it('who writes is shown where the browser keeps nothing and throws at the question', async () => {
  const { heading } = await open({ item: letters.known.id, switches: { storage: 'throws' } })
  await heading('Ivan Petrov')
})

it('a change that Outlook forgot to tell is seen when the manager comes back to the pane', async () => {
  const { heading, frame, open: openLetter } = await open({ item: letters.known.id, switches: { events: 'lost' } })
  await heading('Ivan Petrov')
  await openLetter(letters.otherKnown.subject)
  await frame().evaluate(() => window.dispatchEvent(new Event('focus')))
  await heading('John Ross')
})

it('an Office.js that never answers is told in words', async () => {
  const { pane } = await open({ item: letters.known.id, switches: { ready: 'never' } })
  await pane.getByRole('heading', { name: 'This page lives inside Outlook' }).waitFor()
})

it('an Office.js whose address is blocked is told in words', async () => {
  const { pane } = await open({ item: letters.known.id, switches: { ready: 'blocked' }, expectedErrors: [/404|MIME/] })
  await pane.getByRole('heading', { name: 'This page lives inside Outlook' }).waitFor()
})

describe('the sidebar is asked about', () => {
  const sidebar = '/api/sidebar'
  it('the one an email is from, and beside them who sent it', async () => {
    const { heading, bodies } = await open({ item: letters.onBehalf.id })
    await heading('Ivan Petrov')
    expect(lastAsked(bodies(sidebar))).toMatchObject({ from: { address: 'ivan.petrov@vector.example' }, sender: { address: 's.belova@vector.example' } })
  })

  it.each([['OutlookWebApp', 20], ['Outlook', 40], ['OutlookIOS', 40]] as const)('in %s %i of forty recipients', async (host, count) => {
    const { asked, bodies, pane } = await open({ item: '<d-4688@delta.example>', host })
    await pane.getByRole('heading', { level: 1 }).waitFor()
    expect(asked(sidebar)).toBe(1)
    const { to, cc } = lastAsked(bodies(sidebar)) as unknown as { to: unknown[]; cc: unknown[] }
    expect(Math.max(to.length, cc.length)).toBe(count)
  })

  it('an email without a Message-ID', async () => {
    const { heading, bodies } = await open({ item: 'Сертификаты на партию 118' })
    await heading('Мария Климова')
    expect(lastAsked(bodies(sidebar)).messageId).toBeNull()
  })

  it('the sender’s name where Exchange knows no address', async () => {
    const { bodies, pane } = await open({ item: letters.directoryName.id })
    await pane.getByText('Walter Brandt').first().waitFor()
    expect(lastAsked(bodies(sidebar)).from).toEqual({ name: 'Walter Brandt', address: expect.stringMatching(/^\/o=ExchangeLabs/) as string })
  })

  it.each([letters.accepted, letters.cancelled])('the sender of "$subject"', async ({ id }) => {
    const { asked, pane } = await open({ item: id })
    await pane.getByRole('heading', { level: 1, name: /Ivan Petrov|John Ross/ }).waitFor()
    expect(asked(sidebar)).toBe(1)
  })
})

describe('a dialog of the stand-in', () => {
  /** What displayDialogAsync ends with: the page's own message, or the code. */
  const askForDialog = (stand: Awaited<ReturnType<typeof open>>) => stand.frame().evaluate(() => new Promise<string>((resolve) => {
    const { displayDialogAsync } = (window as unknown as FrameOffice).Office.context.ui
    displayDialogAsync(`${window.location.origin}/outlook/sign-in.html`, {}, (result) => {
      if (String(result.status) !== 'succeeded') return resolve(`refused ${result.error.code}`)
      result.value.addEventHandler('dialogMessageReceived' as unknown as Office.EventType, (told) => resolve('message' in told ? told.message : ''))
      result.value.addEventHandler('dialogEventReceived' as unknown as Office.EventType, (told) => resolve('error' in told ? `ended ${told.error}` : ''))
    })
  }))
  async function opened() {
    const stand = await open({ item: letters.known.id })
    await stand.heading('Ivan Petrov')
    const popup = stand.stand.waitForEvent('popup')
    const ended = askForDialog(stand)
    return { popup: await popup, ended }
  }

  it('brings the message of its page to the pane', async () => {
    const { popup, ended } = await opened()
    await popup.waitForLoadState()
    await popup.evaluate(() => (window as unknown as { Office: { context: { ui: { messageParent(message: string): void } } } }).Office.context.ui.messageParent('hello'))
    expect(await ended).toBe('hello')
  })

  it('says 12006 when it is closed by hand', async () => {
    const { popup, ended } = await opened()
    await popup.close()
    expect(await ended).toBe('ended 12006')
  })

  it('is refused where the switches say so', async () => {
    const stand = await open({ item: letters.known.id, switches: { dialogs: 'refused' } })
    await stand.heading('Ivan Petrov')
    expect(await askForDialog(stand)).toBe('refused 12009')
  })
})

it.each(['light', 'dark'] as const)('every window of the stand-in can be used by everybody, in %s', async (theme) => {
  const { stand, open: openLetter, select, compose, openMeeting, register, heading } = await open({ item: letters.known.id, theme })
  await heading('Ivan Petrov')
  await register()
  await stand.locator('#more summary').click()
  await expectNoAxeFindings(stand.mainFrame())
  await stand.locator('#more summary').click()
  await select([letters.known.subject, letters.otherKnown.subject])
  await expectNoAxeFindings(stand.mainFrame())
  await openLetter(letters.otherKnown.subject)
  await compose({ to: 'Ivan Petrov <ivan.petrov@vector.example>' })
  await expectNoAxeFindings(stand.mainFrame())
  await openMeeting(meetings.ownOnline.subject)
  await expectNoAxeFindings(stand.mainFrame())
  await openMeeting(meetings.pastKnown.subject)
  await expectNoAxeFindings(stand.mainFrame())
})

it('several letters are selected with the keyboard too', async () => {
  const { stand, pane } = await open({ item: letters.thirdKnown.id })
  await stand.locator('#messages [aria-selected=true]').focus()
  await stand.keyboard.press('Shift+ArrowDown')
  await stand.keyboard.press('Shift+ArrowDown')
  await stand.getByText('3 emails are selected.').waitFor()
  await pane.getByText('3 emails selected').waitFor()
})

it('the stand-in says its own words in both languages and keeps to its page at any width', async () => {
  const { stand } = await open({ item: letters.known.id, language: 'ru', width: 1024 })
  await stand.locator('#more summary').click()
  await stand.getByText('Набор возможностей').waitFor()
  expect(await stand.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
