import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { letters, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const open = (options: Parameters<typeof openStand>[2]) => openStand(browser.newPage, server.url, options)

it.each([
  ['a known person', letters.known], ['an unknown sender', letters.unknown], ['a suggestion', letters.suggestion], ['several people', letters.several], ['a client’s own address', letters.clientOnly],
  ['colleagues', letters.colleagues], ['somebody pretending', letters.lookAlike], ['a directory name for an address', letters.directoryName],
] as const)('%s can be read by everybody, in Russian at 300 px and nothing cut off', async (_, { id }) => {
  const { stand, pane, frame } = await open({ item: id, language: 'ru', paneWidth: 300 })
  await pane.getByRole('heading', { level: 1 }).waitFor()
  await stand.waitForLoadState('networkidle')
  expect(await frame().evaluate(() => ({ lang: document.documentElement.lang, wide: document.querySelector('main')!.scrollWidth > document.querySelector('main')!.clientWidth }))).toEqual({ lang: 'ru', wide: false })
  await expectNoAxeFindings(frame())
})

it('every word of a known person’s card is Russian', async () => {
  const { pane, frame } = await open({ item: letters.known.id, language: 'ru' })
  await pane.getByRole('button', { name: 'Зарегистрировать', exact: true }).waitFor()
  const buttons = await frame().evaluate(() => [...document.querySelectorAll('button, h2, dt')].map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''))
  expect(buttons.filter((words) => /[a-z]{3,}/i.test(words) && !/[а-яё]/i.test(words))).toEqual([])
})

it('dark Outlook has a dark pane, which follows it at once, and stays readable', async () => {
  const { stand, pane, frame } = await open({ item: letters.known.id })
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  const background = () => frame().evaluate(() => getComputedStyle(document.querySelector('main')?.parentElement ?? document.body).backgroundColor)
  expect(await background()).toBe('rgb(255, 255, 255)')
  await stand.getByLabel('Theme').selectOption('dark')
  await stand.waitForTimeout(200)
  expect(await background()).toBe('rgb(41, 41, 41)')
  await expectNoAxeFindings(frame())
})

it('where Outlook tells no theme, the one of the browser is taken', async () => {
  const { pane, frame } = await open({ item: letters.known.id, theme: 'none', colorScheme: 'dark' })
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  expect(await frame().evaluate(() => document.documentElement.style.colorScheme)).toBe('dark')
})

it('everything can be done from the keyboard, and focus is never lost', async () => {
  const { stand, pane, frame } = await open({ item: letters.otherKnown.id })
  await pane.getByRole('heading', { level: 1, name: 'John Ross' }).waitFor()
  const focused = () => frame().evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
  const tabTo = async (name: string) => {
    for (let step = 0; step < 30 && (await focused()) !== name; step++) await stand.keyboard.press('Tab')
    expect(await focused()).toBe(name)
  }
  await pane.getByRole('link', { name: 'Beta Industries' }).focus()
  await tabTo('Other ways to register')
  await stand.keyboard.press('Enter')
  await pane.getByRole('menuitem', { name: 'Another client…' }).waitFor()
  // Fluent's focus guards around an open menu are hidden and focusable at once, and pass the focus on; what lies under the menu cannot be pressed until it is closed.
  await expectNoAxeFindings(frame(), { disabled: ['aria-hidden-focus', 'target-size'] })
  await stand.keyboard.press('Escape')
  await pane.getByRole('menu').waitFor({ state: 'detached' })
  expect(await focused()).toBe('Other ways to register')

  await tabTo('Log a call')
  await stand.keyboard.press('Enter')
  await pane.getByLabel('Result').waitFor()
  await expectNoAxeFindings(frame())
  await stand.keyboard.press('Escape')
  await pane.getByRole('form').waitFor({ state: 'detached' })
  expect(await focused()).toBe('Log a call')

  await pane.getByRole('button', { name: 'Register', exact: true }).focus()
  await stand.keyboard.press('Enter')
  await pane.getByText(/Registered by you/).waitFor()
  await stand.keyboard.press('Tab')
  expect(await focused()).toBe('Undo')
  await expectNoAxeFindings(frame())
})

it('focus is always to be seen', async () => {
  const { stand, pane, frame } = await open({ item: letters.known.id })
  await pane.getByRole('link', { name: 'ООО «Вектор»' }).focus()
  for (let step = 0; step < 12; step++) {
    await stand.keyboard.press('Tab')
    const seen = await frame().evaluate(() => {
      const { activeElement } = document
      if (!activeElement) return 'nothing'
      const { outlineStyle, boxShadow } = getComputedStyle(activeElement)
      const after = getComputedStyle(activeElement, '::after')
      return outlineStyle !== 'none' || boxShadow !== 'none' || after.borderTopStyle === 'solid' || /underline/.test(getComputedStyle(activeElement).textDecorationLine) ? 'seen' : activeElement.outerHTML.slice(0, 200)
    })
    expect(seen).toBe('seen')
  }
})
