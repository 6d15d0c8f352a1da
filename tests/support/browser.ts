import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export interface PageOptions {
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  locale?: string
  timeZone?: string
  reducedMotion?: 'reduce' | 'no-preference'
  /** Console errors that belong to the test: of a server that is down, of an answer 409. */
  expectedErrors?: RegExp[]
}

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--font-render-hinting=none', '--lang=en-GB',
]
const isOfThisMachine = (url: string) => /^(data|blob|about):/.test(url) || /^(https?|wss?):\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(url)

/** What a page complained about; the test in which it did fails. */
function watch(page: Page, problems: string[], expected: RegExp[]) {
  const report = (words: string) => { if (!expected.some((pattern) => pattern.test(words))) problems.push(words) }
  page.on('console', (message) => { if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`) })
  page.on('pageerror', (error) => report(`uncaught: ${error.stack ?? error.message}`))
  page.on('crash', () => problems.push('the page crashed'))
}

/** Keeps the page on this machine; an address of the world fails the test, whatever the page makes of it. */
async function keepHome(context: BrowserContext, problems: string[]) {
  await context.route((url) => !isOfThisMachine(url.href), async (route) => {
    problems.push(`asked for ${route.request().url()}`)
    await route.abort()
  })
}

/**
 * A real browser for the tests of this file: started before them, ended after them; pages are closed after each test, and a test whose
 * page wrote an error to its console, threw, or reached beyond this machine fails. Call it at the top of the file.
 */
export function openBrowser() {
  let browser: Browser
  const contexts: BrowserContext[] = []
  const problems: string[] = []
  // More than a page may take for one thing: what did not come is said by the step that waited for it, not by the end of the test's time.
  jest.setTimeout(180_000)

  beforeAll(async () => { browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: flags }) })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    const found = problems.splice(0)
    if (found.length) throw new Error(`the page complained:\n${found.join('\n')}`)
  })
  afterAll(() => browser.close())

  return {
    async newPage({ width = 1280, height = 800, colorScheme = 'light', locale = 'en-GB', timeZone = 'Europe/Moscow', reducedMotion = 'reduce', expectedErrors = [] }: PageOptions = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale, timezoneId: timeZone, reducedMotion })
      // Generous: on a machine that does other things beside, a page may take its time; what never comes still fails.
      context.setDefaultTimeout(60_000)
      contexts.push(context)
      await keepHome(context, problems)
      context.on('page', (page) => watch(page, problems, expectedErrors))
      return context.newPage()
    },
    /** Takes what the pages complained about so far, for a test that expects it. */
    complaints: () => problems.splice(0),
  }
}
