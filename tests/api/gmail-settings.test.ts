import type { Action, Card } from '@counterpane/addin-gmail/card-schema'
import { findButton } from '@counterpane/addin-gmail/testing/card-rules'
import { cardOf } from '../contract/gmail-house'
import { startGmailServer, type GmailServer } from './gmail-server'
import { gmailVisitor, noticeOf, rowsOf, widgetsOf, type GmailVisitor } from './gmail-visitor'

let server: GmailServer
let olga: GmailVisitor
beforeEach(async () => { server = await startGmailServer(); olga = gmailVisitor(server) }, 60_000)
afterEach(() => server.close())

const text = (value: unknown) => JSON.stringify(value)
const me = async () => { const { locale, preferences } = await server.olga('me'); return { locale, ...preferences.gmail } }
const choiceIn = (card: Card, name: string) => widgetsOf(card).flatMap((widget) => ('selectionInput' in widget && widget.selectionInput.name === name ? [widget.selectionInput] : []))[0]!
const switchIn = (card: Card) => rowsOf(card).flatMap(({ switchControl }) => (switchControl ? [switchControl] : []))[0]!
const chosenIn = (card: Card, name: string) => choiceIn(card, name).items.find(({ selected }) => selected)?.value
const stands = (card: Card) => ({ locale: chosenIn(card, 'locale')!, visibility: chosenIn(card, 'visibility')!, keepFiles: switchIn(card).selected ? 'yes' : '' })
/** What Gmail does when something of the card is changed: all of the card's fields come. */
const change = (card: Card, action: Action | undefined, typed: Record<string, string>) => olga.press(action, { typed: { ...stands(card), ...typed } })

describe('settings', () => {
  it('say who one is, and what is chosen', async () => {
    const card = await olga.menu('settings')
    expect(card.name).toBe('settings')
    expect(rowsOf(card)[0]).toMatchObject({ topLabel: 'You are', text: 'Olga Smirnova', bottomLabel: 'Manager · olga@demo.example' })
    expect(stands(card)).toEqual({ locale: 'gmail', visibility: 'full', keepFiles: 'yes' })
    expect(text(card)).toMatch(/a file up to \d+ MB, an email up to \d+ MB/)
    expect(findButton(card, 'Open the journal')).toBeDefined()
  })

  it('the language is saved at once, and the card comes back in it; "as in Gmail" gives it back', async () => {
    const card = await olga.menu('settings')
    const saved = await change(card, choiceIn(card, 'locale').onChangeAction, { locale: 'ru' })
    expect(noticeOf(saved)).toBe('Сохранено')
    expect([cardOf(saved).header.title, (await me()).locale]).toEqual(['Настройки', 'ru'])
    expect(findButton((await olga.open(/^marina\.remont/)).card, 'Создать и зарегистрировать')).toBeDefined()
    expect((await olga.menu('help')).header.title).toBe('Справка')
    const back = await change(cardOf(saved), choiceIn(cardOf(saved), 'locale').onChangeAction, { locale: 'gmail' })
    expect([cardOf(back).header.title, (await me()).locale]).toEqual(['Settings', null])
  })

  it('what one click registers is saved at once, and the next click follows it', async () => {
    const card = await olga.menu('settings')
    for (const _press of [1, 2]) await change(card, choiceIn(card, 'visibility').onChangeAction, { visibility: 'subject' })
    expect(await me()).toEqual({ locale: null, visibility: 'subject', keepFiles: true })
    const { message, card: opened } = await olga.open(/^john\.ross@beta\.example Order 4471/)
    await olga.press(olga.buttonIn(opened, 'Register'), { message })
    const registered = (await server.olga('listContacts', { query: { limit: 200 } })).items.filter(({ source, subject }) => source === 'gmail' && subject === 'Order 4471: delivery dates')
    expect(registered).toMatchObject([{ visibility: 'subject', content: '' }])
  })

  it('the switch of the files is saved off, and on again', async () => {
    const card = await olga.menu('settings')
    const off = cardOf(await change(card, switchIn(card).onChangeAction, { keepFiles: '' }))
    expect([switchIn(off).selected, (await me()).keepFiles]).toEqual([false, false])
    const on = cardOf(await change(off, switchIn(off).onChangeAction, { keepFiles: 'yes' }))
    expect([switchIn(on).selected, (await me()).keepFiles]).toEqual([true, true])
  })

  it.each([['no files', 'none', 'Your organisation keeps no files'], ['chosen files only', 'chosen', 'only the files that you tick']] as const)('that the organisation keeps %s is said', async (_what, keep, words) => {
    const administrator = await server.as('admin@demo.example')
    const { attachments } = await administrator('getSettings')
    await administrator('putSettings', { body: { attachments: { ...attachments, keep } } })
    expect(text(await olga.menu('settings'))).toContain(words)
  })

  it('other preferences stay as they are', async () => {
    await server.olga('patchMe', { body: { preferences: { registerOnSend: true, followAsked: true } } })
    const card = await olga.menu('settings')
    await change(card, choiceIn(card, 'visibility').onChangeAction, { visibility: 'fact' })
    expect((await server.olga('me')).preferences).toMatchObject({ registerOnSend: true, followAsked: true, gmail: { visibility: 'fact', keepFiles: true } })
  })

  it('fields that are missing, of another kind or never offered change nothing', async () => {
    const save = choiceIn(await olga.menu('settings'), 'locale').onChangeAction
    const stringInputs = (...value: string[]) => ({ stringInputs: { value } })
    for (const formInputs of [
      undefined, {}, { locale: [] }, { locale: stringInputs('fr') }, { visibility: stringInputs('everything') }, { keepFiles: stringInputs('yes') }, { locale: { dateInput: { msSinceEpoch: 1 } } }, { locale: stringInputs() },
    ]) {
      expect(cardOf(await olga.press(save, { formInputs })).name).toBe('settings')
      expect(await me()).toEqual({ locale: null, visibility: 'full', keepFiles: true })
    }
  })
})

describe('help', () => {
  it.each([['en', 'Help', 'Gmail shows an add-on the one open conversation', 'Settings'], ['ru', 'Справка', 'Gmail показывает дополнению одну открытую переписку', 'Настройки']])('in %s says what is read and when, and leads to the settings', async (locale, title, conversation, settings) => {
    const visitor = gmailVisitor(server, { locale })
    const card = await visitor.menu('help')
    expect(card.header.title).toBe(title)
    expect(text(card)).toContain(conversation)
    expect(card.sections.slice(1, -1).every(({ collapsible, uncollapsibleWidgetsCount }) => collapsible && uncollapsibleWidgetsCount === 0)).toBe(true)
    for (const _press of [1, 2]) expect(cardOf(await visitor.press(visitor.buttonIn(card, settings))).name).toBe('settings')
  })
})
