import { openBrowser } from '../support/browser'
import { itWithHostileCollections, ownHostileTexts as own, someHostileTexts } from '../support/hostile-texts'
import { startTestServer, type TestServer } from '../support/test-server'
import { openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

/** The list of letters is drawn anew at each click: a long one would be most of the time. */
const pageful = 80
const shown = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Opens one letter after the other, as fast as the pane shows them; gives the places of those whose sender did not appear as written. */
async function clickThrough(names: string[]): Promise<number[]> {
  const pane = document.querySelector<HTMLIFrameElement>('#pane')?.contentDocument
  const isShown = (name: string) => [...pane?.querySelectorAll('h1') ?? []].some((heading) => heading.textContent?.replace(/\s+/g, ' ').trim() === name)
  const wrong: number[] = []
  for (const [at, name] of names.entries()) {
    document.querySelectorAll<HTMLElement>('#messages [role=option]')[at]?.click()
    const until = performance.now() + 2_000
    while (!isShown(name) && performance.now() < until) await new Promise((resolve) => { setTimeout(resolve, 4) })
    if (!isShown(name)) wrong.push(at)
  }
  return wrong
}

/** Opens a letter with each text as its subject, its sender's name, its file and its body, and gives the texts whose sender was not shown as written. */
async function openEach(texts: readonly string[]): Promise<string[]> {
  const letter = (text: string, at: number) => ({
    itemId: `hostile-${at}`, internetMessageId: `<hostile-${at}@nobody.example>`, conversationId: `hostile-${at}`, subject: text, createdAt: new Date(Date.UTC(2026, 10, 20) - at * 60_000).toISOString(), itemClass: 'IPM.Note',
    from: { name: text, address: `hostile-${at}@nobody.example` }, to: [{ name: text, address: 'olga@demo.example' }], cc: [], attachments: [{ name: text, contentType: 'text/html', size: 1, isInline: false }], preview: '',
  })
  const { stand, frame, pane } = await openStand(async (options) => {
    const page = await browser.newPage(options)
    await page.route('**/demo/outlook/messages', (route) => route.fulfill({ json: { owner: { name: 'Olga Smirnova', address: 'olga@demo.example' }, items: texts.map(letter) } }))
    await page.route('**/demo/outlook/messages/*', (route) => route.fulfill({ json: { text: texts[0], html: texts[0] } }))
    page.on('dialog', () => { throw new Error('a dialog was opened') })
    return page
  }, server.url, { item: 'none' })
  await pane.getByRole('heading', { level: 1 }).first().waitFor()
  const wrong = (await stand.evaluate(clickThrough, texts.map(shown))).map((at) => texts[at]!)
  const register = pane.getByRole('button', { name: 'Register without a client' })
  if (await register.count() > 0) {
    await register.click()
    await pane.getByText('Registered by you', { exact: false }).first().waitFor()
  }
  expect(await stand.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined()
  expect(await frame().evaluate(() => document.querySelector('main')!.scrollWidth <= document.querySelector('main')!.clientWidth)).toBe(true)
  return wrong
}

it('a hostile subject, name, file and body are shown as what they are and do nothing', async () => {
  expect(await openEach(own)).toEqual([])
})

it('a client and a person with hostile names stand in the card, the history and the tasks as text', async () => {
  const api = await server.as('olga@demo.example')
  for (const [at, text] of own.slice(0, 8).entries()) {
    const client = await api('createCounterparty', { body: { name: text } })
    const person = await api('createPerson', { body: { name: `${text} ${at}`, position: text, counterpartyId: client.id, addresses: [`hostile-${at}@nobody.example`] } })
    await api('createContact', { body: { startsAt: '2026-11-19T10:00:00Z', method: 'call', direction: 'incoming', status: 'held', counterpartyId: client.id, personIds: [person.id], subject: text, result: text, content: text } })
    await api('createTask', { body: { title: text, dueAt: '2026-11-19T10:00:00Z', counterpartyId: client.id } })
  }
  const names = own.slice(0, 8).map((text, at) => `${text} ${at}`)
  const { stand, frame } = await openStand(async (options) => {
    const page = await browser.newPage(options)
    await page.route('**/demo/outlook/messages', (route) => route.fulfill({
      json: {
        owner: { name: 'Olga Smirnova', address: 'olga@demo.example' },
        items: names.map((name, at) => ({
          itemId: `known-${at}`, internetMessageId: `<known-${at}@nobody.example>`, conversationId: `known-${at}`, subject: name, createdAt: new Date(Date.UTC(2026, 10, 20) - at * 60_000).toISOString(), itemClass: 'IPM.Note',
          from: { name, address: `hostile-${at}@nobody.example` }, to: [{ name: '', address: 'olga@demo.example' }], cc: [], attachments: [], preview: '',
        })),
      },
    }))
    await page.route('**/demo/outlook/messages/*', (route) => route.fulfill({ json: { text: names[0], html: null } }))
    return page
  }, server.url, { item: 'none' })
  for (const [at, name] of names.entries()) {
    await stand.locator('#messages [role=option]').nth(at).click()
    await frame().waitForFunction((wanted) => document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() === wanted && document.querySelector('header a') !== null, shown(name))
    for (const row of await frame().locator('button[aria-expanded=false]').all()) if (await row.isVisible() && /call|Call/.test(await row.innerText())) await row.click()
  }
  expect(await stand.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined()
})

itWithHostileCollections('any text of ../shared/data/hostile is shown as what it is and does nothing', async () => {
  const texts = someHostileTexts(2 * pageful)
  const wrong: string[] = []
  for (let at = 0; at < texts.length; at += pageful) wrong.push(...await openEach(texts.slice(at, at + pageful)))
  expect(wrong).toEqual([])
}, 240_000)
