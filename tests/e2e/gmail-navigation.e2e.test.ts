import { backAnswer, notifyAnswer, pressAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import { buttons, card, input, menuItem, pressButton, section, text } from '@counterpane/addin-gmail/card-parts'
import type { Action } from '@counterpane/addin-gmail/card-schema'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { openBrowser } from '../support/browser'
import { aCard, anAction } from './gmail-samples'
import { answering, openGmail, type GmailOptions, type Sent } from './gmail-stand'
import { eventually } from './journal-screen'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

const pressing = (...actions: [string, Partial<Action>?][]) => buttons(...actions.map(([name, more]) => pressButton(name, anAction(name, more))))
/** Answers by the name of the pressed action; everything else is answered with the first card. */
const open = (first: object, answers: Record<string, object | (() => object)>, options: GmailOptions = {}) => openGmail(browser.newPage, server, {
  ...options,
  before: (page) => answering(page, [({ parameters }: Sent) => {
    const answer = answers[parameters?.action ?? '']
    return typeof answer === 'function' ? answer() : answer ?? first
  }]),
})

it('push lays a card on top, Back leads down, pop and popToRoot do it from the answer', async () => {
  const gmail = await open(triggerAnswer(aCard('First', pressing(['second']))), {
    second: pressAnswer('push', aCard('Second', pressing(['third'], ['below']))), third: pressAnswer('push', aCard('Third', pressing(['finish']))),
    below: backAnswer(aCard('First drawn anew', text('fresh')), 'Gone back'), finish: pressAnswer('finish', aCard('Finished', text('done')), 'Saved'),
  })
  await gmail.press('second')
  await gmail.heading('Second')
  await gmail.press('third')
  await gmail.heading('Third')
  await gmail.press('Back')
  await gmail.heading('Second')
  await gmail.press('third')
  await gmail.press('finish')
  await gmail.heading('Finished')
  await gmail.notice('Saved')
  expect(await gmail.panel.getByRole('button', { name: 'Back' }).isVisible()).toBe(false)
  await gmail.again()
  await gmail.heading('First')
  await gmail.press('second')
  await gmail.press('below')
  await gmail.heading('First drawn anew')
  await gmail.notice('Gone back')
})

it('an updated card keeps what was typed only when the action says that it persists', async () => {
  const form = (words: string) => aCard('Form', input('name', 'Name', 'as drawn'), text(words), pressing(['keep', { persistValues: true }], ['drop']))
  const gmail = await open(triggerAnswer(form('once')), { keep: pressAnswer('update', form('kept')), drop: pressAnswer('update', form('dropped')) })
  const name = gmail.panel.getByLabel('Name')
  await name.fill('typed')
  await gmail.press('keep')
  await gmail.says('kept')
  await eventually(() => name.inputValue(), 'typed')
  await gmail.press('drop')
  await gmail.says('dropped')
  await eventually(() => name.inputValue(), 'as drawn')
})

it('a press that changes nothing on the screen clears the form, unless it persists', async () => {
  const gmail = await open(triggerAnswer(aCard('Form', input('name', 'Name'), pressing(['keep', { persistValues: true }], ['drop']))), { keep: notifyAnswer('Kept'), drop: notifyAnswer('Dropped') })
  await gmail.panel.getByLabel('Name').fill('typed')
  await gmail.press('keep')
  await gmail.notice('Kept')
  await eventually(() => gmail.panel.getByLabel('Name').inputValue(), 'typed')
  await gmail.press('drop')
  await gmail.notice('Dropped')
  await eventually(() => gmail.panel.getByLabel('Name').inputValue(), '')
})

it('Gmail keeps cards of a message until an answer says that something has changed', async () => {
  let asked = 0
  const gmail = await open({}, {
    '': () => triggerAnswer(aCard(`Drawn ${(asked += 1)}`, pressing(['change'], ['look']))), change: notifyAnswer('Changed', true), look: notifyAnswer('Looked'),
  }, { message: /^john\.ross@beta\.example Order/ })
  await gmail.heading('Drawn 1')
  await gmail.open(/^info@delta/)
  await gmail.heading('Drawn 2')
  await gmail.press('look')
  await gmail.notice('Looked')
  await gmail.open(/^john\.ross@beta\.example Order/)
  await gmail.heading('Drawn 1')
  await gmail.press('change')
  await gmail.heading('Drawn 3')
  await gmail.open(/^info@delta/)
  await gmail.heading('Drawn 4')
})

it('going back to a card that is stale asks for it anew', async () => {
  let asked = 0
  const gmail = await open({}, {
    '': () => triggerAnswer(aCard(`Drawn ${(asked += 1)}`, pressing(['deeper']))), deeper: pressAnswer('push', aCard('Deeper', pressing(['change']))), change: notifyAnswer('Changed', true),
  })
  await gmail.press('deeper')
  await gmail.heading('Deeper')
  await gmail.press('Back')
  await gmail.heading('Drawn 1')
  await gmail.press('deeper')
  await gmail.press('change')
  await gmail.notice('Changed')
  await gmail.press('Back')
  await gmail.heading('Drawn 2')
})

it('the menu has the entries of the card and of the add-on, and is worked by keyboard', async () => {
  const first = card({ name: 'first', title: 'First', menu: [menuItem('Another client', anAction('client'))], sections: [section(null, [text('words')])] })
  const gmail = await open(triggerAnswer(first), { client: pressAnswer('push', aCard('Choose a client', text('…'))) })
  await gmail.heading('First')
  const button = gmail.panel.getByRole('button', { name: 'Menu' })
  await button.press('ArrowDown')
  await eventually(() => gmail.page.getByRole('menuitem').allInnerTexts(), ['Another client', 'Search', 'Settings', 'Help', 'Open anew'])
  await gmail.page.keyboard.press('ArrowUp')
  expect(await gmail.page.evaluate(() => document.activeElement?.textContent)).toBe('Open anew')
  await gmail.page.keyboard.press('Escape')
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
  await button.press('Enter')
  await gmail.page.keyboard.press('Enter')
  await gmail.heading('Choose a client')
})

it('the entries of the add-on ask their own endpoints', async () => {
  const gmail = await open(triggerAnswer(aCard('Any', text('words'))), {})
  for (const entry of ['Search', 'Settings', 'Help']) await gmail.choose(entry)
  await expect(gmail.sent.map(({ endpoint }) => endpoint)).toEqual(['homepage', 'search', 'settings', 'help'])
})

it('a link of the answer opens beside, cards of this installation lead to this very server', async () => {
  const link = { renderActions: { action: { link: { url: 'https://counterpane.demo.example/journal/', openAs: 'FULL_SIZE' } } }, stateChanged: false }
  const gmail = await open(triggerAnswer(aCard('First', pressing(['open']))), { open: link })
  const [other] = await Promise.all([gmail.page.waitForEvent('popup'), gmail.press('open')])
  expect(other.url()).toBe(`${server.url}/journal/`)
})

it('a card waits under its spinner, and one without it can be worked on', async () => {
  const gmail = await open(triggerAnswer(aCard('First', input('name', 'Name'), pressing(['wait'], ['quiet', { loadIndicator: 'NONE', persistValues: true }]))), { wait: notifyAnswer('Waited'), quiet: notifyAnswer('Quiet') })
  await gmail.heading('First')
  let free = () => undefined as void
  await gmail.page.route('**/demo/gmail/press', async (route) => { await new Promise<void>((done) => { free = done }); await route.fallback() })
  const place = gmail.panel.locator('.card-place')
  await gmail.press('wait')
  await eventually(() => place.getAttribute('aria-busy'), 'true')
  await gmail.panel.getByRole('button', { name: 'wait' }).dispatchEvent('click')
  free()
  await gmail.notice('Waited')
  expect(gmail.sent.filter(({ parameters }) => parameters?.action === 'wait')).toHaveLength(1)
  await gmail.press('quiet')
  await eventually(() => place.getAttribute('aria-busy'), 'false')
  await gmail.panel.getByLabel('Name').fill('meanwhile')
  free()
  await gmail.notice('Quiet')
  await eventually(() => gmail.panel.getByLabel('Name').inputValue(), 'meanwhile')
})
