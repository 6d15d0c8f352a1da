import type { Page, Route } from 'playwright-core'
import type { AskedPress } from '../../backend/src/demo/gmail/press-event'
import type { GmailServer } from '../api/gmail-server'
import type { PageOptions } from '../support/browser'

export interface GmailOptions extends PageOptions {
  /** The first message whose sender and subject fit; null for none. */
  message?: RegExp | null
  language?: 'en' | 'ru' | 'de-AT'
  theme?: 'light' | 'dark'
  device?: 'web' | 'ios' | 'android' | 'andriod'
  person?: 'owner' | 'colleague' | 'stranger'
  consent?: 'all' | 'click' | 'headers' | 'none'
  /** Further switches of the stand-in by their ids. */
  switches?: Record<string, string>
  /** Before the page is opened, for what is to be answered in place of the server. */
  before?: (page: Page) => Promise<unknown>
}
export type Sent = AskedPress & { formInputs?: Record<string, unknown> }

const pressed = '**/demo/gmail/press'

/** Gmail's stand-in with the real add-on in it, or with answers of the test's own. */
export async function openGmail(newPage: (options: PageOptions) => Promise<Page>, server: Pick<GmailServer, 'url' | 'messageOf'>, {
  message = null, language = 'en', theme = 'light', device = 'web', person = 'owner', consent = 'all', switches = {}, before, ...options
}: GmailOptions = {}) {
  const page = await newPage(options)
  const sent: Sent[] = []
  page.on('request', (request) => { if (request.url().endsWith('/demo/gmail/press')) sent.push(request.postDataJSON() as Sent) })
  await before?.(page)
  const query = new URLSearchParams({ lang: language, theme, device, person, consent, ...switches, ...(message && { message: await server.messageOf(message) }) })
  await page.goto(`${server.url}/demo/gmail?${query}`)
  await page.locator('body[data-layout]').waitFor()
  const panel = page.locator('#panel')
  const trouble = panel.getByRole('alert')

  return {
    page, panel, trouble, sent,
    heading: (name: string | RegExp) => panel.getByRole('heading', { level: 3, name }).waitFor(),
    press: (name: string | RegExp) => panel.getByRole('button', { name, exact: true }).first().click(),
    says: (words: string | RegExp) => panel.getByText(words).first().waitFor(),
    /** What the add-on said below the card for a moment. */
    notice: (words: string | RegExp) => panel.getByRole('status').filter({ hasText: words }).waitFor(),
    /** An entry of the ⋮ menu. */
    async choose(entry: string | RegExp) {
      await panel.locator('.menu-place > button').click()
      await page.getByRole('menuitem', { name: entry }).last().click()
    },
    /** Changes a switch of the stand-in, by its id. */
    set: async (name: string, value: string) => {
      if (!(await page.locator(`#${name}`).isVisible())) await page.locator('#stand-in summary').click()
      await page.locator(`#${name}`).selectOption(value)
      if (await page.locator('#rare-controls').isVisible()) await page.locator('#stand-in summary').click()
    },
    open: async (pattern: RegExp) => { await page.locator(`[data-message="${await server.messageOf(pattern)}"]`).click() },
    /** Opens what is open anew: Gmail keeps cards. */
    async again() {
      await panel.locator('.menu-place > button').click()
      await page.getByRole('menuitem').last().click()
    },
  }
}
export type GmailStand = Awaited<ReturnType<typeof openGmail>>

type Answer = object | ((asked: Sent) => object | null)
/** The add-on's answers in place of the server's, in turn; the last one stays. Null lets the server answer. */
export async function answering(page: Page, answers: readonly Answer[]): Promise<void> {
  let turn = 0
  await page.route(pressed, async (route: Route) => {
    const next = answers[Math.min(turn, answers.length - 1)]
    const answer = typeof next === 'function' ? next(route.request().postDataJSON() as Sent) : next
    if (!answer) return route.continue()
    turn += 1
    await route.fulfill({ json: { status: 200, findings: [], ms: 1, answer } })
  })
}
