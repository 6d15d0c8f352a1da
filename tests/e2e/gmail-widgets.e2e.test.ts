import { pressAnswer, notifyAnswer, suggestAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import type { Action, Card, Widget } from '@counterpane/addin-gmail/card-schema'
import { buttons, card, checks, choice, day, divider, folding, input, linkButton, longText, menuItem, moment, pressButton, row, section, text, toggle } from '@counterpane/addin-gmail/card-parts'
import { checkCard } from '@counterpane/addin-gmail/check/card-check'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { aCard, anAction } from './gmail-samples'
import { answering, openGmail, type Sent } from './gmail-stand'
import { eventually } from './journal-screen'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

const send = (more: Partial<Action> = {}) => buttons(pressButton('Send', anAction('send', { persistValues: true, ...more }), 'FILLED'))
const sample = (...widgets: Widget[]): Card => aCard('Sample', ...widgets)

/** A card of the test's own; what is pressed on it is answered with a notification. */
async function show(shown: Card, answer: object = notifyAnswer('Done')) {
  expect(checkCard(shown)).toEqual([])
  const gmail = await openGmail(browser.newPage, server, { before: (page) => answering(page, [triggerAnswer(shown), answer]) })
  await gmail.panel.locator('.card-head').waitFor()
  return gmail
}
const inputsOf = (sent: Sent[]) => sent.at(-1)?.formInputs

it('draws every widget that an add-on may use, and axe finds nothing on it', async () => {
  const gmail = await show(card({
    name: 'all', title: 'Ivan <Petrov>', subtitle: 'Head of purchasing · Vector', menu: [menuItem('Another client', anAction('menu'))],
    sections: [
      section('Words', [text('A <b>plain</b> text & more'), longText(Array.from({ length: 12 }, (_, at) => `Line ${at}`).join('\n'), 3), divider, row({ text: 'Order 4471', top: 'Next', bottom: 'Planned', icon: 'CLOCK', iconText: 'Time', press: anAction('open') })]),
      section('Inputs', [
        input('name', 'Name', 'Ivan'), input('note', 'Note', '', { many: true, hint: 'What was agreed', limit: 20 }), choice('method', 'Method', [{ text: 'Email', value: 'letter' }, { text: 'Call', value: 'call' }], 'call'),
        choice('way', 'Way', [{ text: 'This email', value: 'one' }, { text: 'Always', value: 'always' }], 'one', { open: true }), checks('files', 'Files', [{ text: 'a.pdf', value: 'a' }, { text: 'b.pdf', value: 'b' }], (value) => value === 'b'),
        day('due', 'Due'), moment('when', 'When'), row({ text: 'Follow this conversation', toggle: toggle('follow', true) }), buttons(pressButton('Save', anAction('save'), 'FILLED'), linkButton('Open', 'https://crm.example.com/journal/')),
      ]),
      folding('History', [1, 2, 3, 4].map((at) => row({ text: `Contact ${at}` })), 2),
    ],
    footer: { primary: { words: 'Register', action: anAction('register') }, secondary: { words: 'New task', action: anAction('task') } },
  }))
  const { panel } = gmail
  await gmail.says('A <b>plain</b> text & more')
  for (const name of ['Name', 'Note', 'Method', 'Due', 'When']) expect(await panel.getByLabel(name, { exact: true }).isVisible()).toBe(true)
  await eventually(() => panel.getByRole('radio', { name: 'This email' }).isChecked(), true)
  await eventually(() => panel.getByRole('checkbox', { name: 'b.pdf' }).isChecked(), true)
  await eventually(() => panel.getByRole('switch', { name: 'Follow this conversation' }).isChecked(), true)
  expect(await panel.getByRole('img', { name: 'Time' }).isVisible()).toBe(true)
  await eventually(() => panel.getByRole('link', { name: 'Open', exact: true }).getAttribute('href'), 'https://crm.example.com/journal/')
  expect(await panel.getByRole('button', { name: 'New task' }).isVisible()).toBe(true)
  await expectNoAxeFindings(gmail.page)
})

it('a long text and a folding section show more and less', async () => {
  const gmail = await show(card({ name: 'folds', title: 'Folds', sections: [section(null, [longText(Array.from({ length: 12 }, (_, at) => `Line ${at}`).join('\n'), 3)]), folding('History', [1, 2, 3].map((at) => row({ text: `Contact ${at}` })), 1)] }))
  const long = gmail.panel.locator('.paragraph .words')
  const more = gmail.panel.getByRole('button', { name: 'Show more' })
  await more.first().waitFor()
  expect(await long.evaluate((place) => place.clientHeight)).toBeLessThan(70)
  await more.first().click()
  expect(await long.evaluate((place) => place.clientHeight)).toBeGreaterThan(200)
  expect(await gmail.panel.getByText('Contact 3').isVisible()).toBe(false)
  await gmail.panel.getByRole('button', { name: 'Show more' }).click()
  expect(await gmail.panel.getByText('Contact 3').isVisible()).toBe(true)
  await gmail.panel.getByRole('button', { name: 'Show less' }).last().click()
  expect(await gmail.panel.getByText('Contact 3').isVisible()).toBe(false)
})

it('sends inputs in the shapes of Google and leaves out empty ones', async () => {
  const gmail = await show(sample(
    input('name', 'Name', 'Ivan'), input('empty', 'Empty'), choice('method', 'Method', [{ text: 'Email', value: 'letter' }, { text: 'Call', value: 'call' }], 'letter'),
    choice('way', 'Way', [{ text: 'One', value: 'one' }, { text: 'Always', value: 'always' }], 'one', { open: true }), checks('files', 'Files', [{ text: 'a.pdf', value: 'a' }, { text: 'b.pdf', value: 'b' }, { text: 'c.pdf', value: 'c' }], (value) => value === 'b'),
    checks('none', 'None', [{ text: 'Nothing', value: 'x' }], () => false), day('due', 'Due'), moment('when', 'When'), moment('never', 'Never'),
    row({ text: 'On', toggle: toggle('on', true) }), row({ text: 'Off', toggle: toggle('off', false) }), send(),
  ))
  const { panel } = gmail
  await panel.getByLabel('Method').selectOption('call')
  await panel.getByRole('radio', { name: 'Always' }).check()
  await panel.getByRole('checkbox', { name: 'c.pdf' }).check()
  await panel.getByLabel('Due').fill('2026-12-01')
  await panel.getByLabel('When').fill('2026-12-01T15:30')
  await gmail.press('Send')
  await gmail.notice('Done')
  const strings = (...value: string[]) => ({ stringInputs: { value } })
  expect(inputsOf(gmail.sent)).toEqual({
    name: strings('Ivan'), method: strings('call'), way: strings('always'), files: strings('b', 'c'), due: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 11, 1)) } },
    when: { dateTimeInput: { msSinceEpoch: String(Date.UTC(2026, 11, 1, 12, 30)), hasDate: true, hasTime: true } }, on: strings('yes'),
  })
  expect(gmail.sent.at(-1)).toMatchObject({ endpoint: 'action', parameters: { action: 'send' } })
})

it('suggests while one types, is asked once for a word, and is worked by keyboard', async () => {
  const gmail = await show(sample(input('client', 'Client', '', { suggest: anAction('suggest') }), send()), (asked: Sent) => (asked.parameters?.action === 'suggest' ? suggestAnswer(['Vector', 'Vector <2>']) : notifyAnswer('Done')))
  const box = gmail.panel.getByRole('combobox', { name: 'Client' })
  await box.pressSequentially('Vec', { delay: 30 })
  const options = gmail.panel.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
  await options.first().waitFor()
  await eventually(() => options.allInnerTexts(), ['Vector', 'Vector <2>'])
  expect(gmail.sent.filter(({ parameters }) => parameters?.action === 'suggest')).toMatchObject([{ asks: 'suggest', formInputs: { client: { stringInputs: { value: ['Vec'] } } } }])
  await expectNoAxeFindings(gmail.page)
  await box.press('ArrowDown')
  await box.press('ArrowDown')
  await eventually(() => options.nth(1).getAttribute('aria-selected'), 'true')
  await box.press('Enter')
  await eventually(() => box.inputValue(), 'Vector <2>')
  await eventually(() => box.getAttribute('aria-expanded'), 'false')
  await gmail.press('Send')
  await gmail.notice('Done')
  expect(inputsOf(gmail.sent)).toEqual({ client: { stringInputs: { value: ['Vector <2>'] } } })
})

it('nothing is sent while a required input is empty or a text is too long', async () => {
  const gmail = await show(sample(input('title', 'Title', '', { limit: 10 }), day('due', 'Due'), send({ requiredWidgets: ['title', 'due'] })))
  const before = gmail.sent.length
  await gmail.press('Send')
  await gmail.says('This field is required.')
  expect(await gmail.panel.getByLabel('Title').evaluate((field) => field === document.activeElement && field.getAttribute('aria-invalid'))).toBe('true')
  await gmail.panel.getByLabel('Title').fill('eleven lette')
  await gmail.panel.getByLabel('Due').fill('2026-12-01')
  await gmail.press('Send')
  await gmail.says('At most 10 characters.')
  await gmail.says('12 / 10')
  expect(gmail.sent.length).toBe(before)
  await gmail.panel.getByLabel('Title').fill('ten letter')
  await gmail.press('Send')
  await gmail.notice('Done')
})

it('a changed choice asks at once', async () => {
  const gmail = await show(sample(choice('method', 'Method', [{ text: 'Email', value: 'letter' }, { text: 'Call', value: 'call' }], 'letter', { onChange: anAction('changed') })), pressAnswer('update', sample(text('Calls need a number'))))
  await gmail.panel.getByLabel('Method').selectOption('call')
  await gmail.says('Calls need a number')
  expect(gmail.sent.at(-1)).toMatchObject({ parameters: { action: 'changed' }, formInputs: { method: { stringInputs: { value: ['call'] } } } })
})

it('a switch that is turned asks at once, with its value or with nothing', async () => {
  const gmail = await show(sample(row({ text: 'Keep files', toggle: { ...toggle('keep', true), onChangeAction: anAction('changed', { persistValues: true }) } })))
  const keep = gmail.panel.getByRole('switch', { name: 'Keep files' })
  await keep.click()
  await gmail.notice('Done')
  expect(inputsOf(gmail.sent)).toEqual({})
  await eventually(() => keep.isChecked(), false)
  await Promise.all([gmail.page.waitForResponse(/press$/), keep.press('Space')])
  expect(inputsOf(gmail.sent)).toEqual({ keep: { stringInputs: { value: ['yes'] } } })
})
