import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { letters, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

/** Notes when the page's own first words are replaced by what React draws. */
function noteFirstDrawing() {
  const noted = window as unknown as { drawnAt?: number }
  new MutationObserver((_, observer) => {
    const place = document.getElementById('pane')
    if (!place?.querySelector('.fui-FluentProvider')) return
    noted.drawnAt = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

it('before React draws anything the question about the open message has left; at the very first opening, the sign-in that it needs', async () => {
  const { stand, frame, pane } = await openStand(async (options) => {
    const page = await browser.newPage(options)
    await page.addInitScript(noteFirstDrawing)
    return page
  }, server.url, { item: letters.known.id })
  const trace = () => frame().evaluate(() => {
    const startOf = (path: string) => performance.getEntriesByType('resource').find((entry) => entry.name.endsWith(path))?.startTime ?? Number.POSITIVE_INFINITY
    return {
      signedIn: startOf('/api/session'), asked: startOf('/api/sidebar'),
      drawn: (window as unknown as { drawnAt?: number }).drawnAt ?? 0,
    }
  })
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  const first = await trace()
  expect(first.signedIn).toBeLessThan(first.drawn)
  await stand.evaluate(() => { const place = document.querySelector<HTMLIFrameElement>('#pane'); place?.contentWindow?.location.reload() })
  await stand.waitForTimeout(300)
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  const second = await trace()
  expect(second.signedIn).toBe(Number.POSITIVE_INFINITY)
  expect(second.asked).toBeLessThan(second.drawn)
})

it('with forced colours every part can still be told apart and pressed', async () => {
  const { stand, frame, pane } = await openStand(async (options) => {
    const page = await browser.newPage(options)
    await page.emulateMedia({ forcedColors: 'active' })
    return page
  }, server.url, { item: letters.known.id })
  const register = pane.getByRole('button', { name: 'Register', exact: true })
  await register.waitFor()
  expect(await frame().evaluate(() => window.matchMedia('(forced-colors: active)').matches)).toBe(true)
  const edge = await register.evaluate((button) => { const style = getComputedStyle(button); return { width: parseFloat(style.borderTopWidth), style: style.borderTopStyle, same: style.borderTopColor === getComputedStyle(document.body).backgroundColor } })
  expect(edge).toMatchObject({ style: 'solid', same: false })
  expect(edge.width).toBeGreaterThan(0)
  await register.focus()
  await stand.keyboard.press('Enter')
  await pane.getByText(/Registered by you/).first().waitFor()
  await expectNoAxeFindings(frame())
})

it('the client base is at hand from a letter that is being written, and Escape leads back to where it was opened', async () => {
  const { stand, frame, pane } = await openStand(browser.newPage, server.url, { mode: 'compose', to: 'ivan.petrov@vector.example', subject: 'Prices' })
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  const find = pane.getByRole('contentinfo').getByRole('button', { name: 'Find a client or a person' })
  await find.click()
  await pane.getByRole('combobox').fill('beta')
  await pane.getByRole('option', { name: /Beta Industries/ }).first().waitFor()
  await expectNoAxeFindings(frame())
  await stand.keyboard.press('Escape')
  await stand.keyboard.press('Escape')
  await pane.getByRole('combobox').waitFor({ state: 'detached' })
  expect(await find.evaluate((button) => button === document.activeElement)).toBe(true)
})
