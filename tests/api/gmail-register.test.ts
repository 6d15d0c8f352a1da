import type { Card } from '@counterpane/addin-gmail/card-schema'
import { undoAction } from '@counterpane/addin-gmail/cards/register-widgets'
import { findButton, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { said, startGmailDay, textOf, topOf, typed, type Facts, type GmailDay } from './gmail-day'
import { menuActionOf } from './gmail-menu'

let day: GmailDay
beforeEach(async () => { day = await startGmailDay() }, 60_000)
afterEach(() => day.close())

const full = { visibility: 'full', keepFiles: true } as const
const ticked = (...value: string[]) => ({ stringInputs: { value } })
/** The card of a message after one press on its own button. */
const pressed = async (pattern: RegExp, words: string | RegExp, facts: Facts = {}) => {
  const { message, card } = await day.openMessage(pattern)
  const answer = await day.press(card, words, facts)
  return { message, card, answer, top: topOf(answer) }
}
const fromMenu = (card: Card, words: string | RegExp, facts: Facts = {}) => day.send(Object.fromEntries(menuActionOf(card, words).parameters.map(({ key, value }) => [key, value])), facts)
/** What a press on a line does. */
function rowAction(card: Card, words: RegExp) {
  const line = card.sections.flatMap(({ widgets }) => widgets).flatMap((widget) => ('decoratedText' in widget ? [widget.decoratedText] : [])).find(({ text, onClick }) => words.test(text) && onClick)
  return parametersOf(line && { text: line.text, onClick: line.onClick! })
}
const contactOf = (card: Card, words = 'Open') => parametersOf(findButton(card, words)).contactId!
const prefer = (gmail: Partial<{ visibility: 'full' | 'subject' | 'fact'; keepFiles: boolean }>) => day.olga('patchMe', { body: { preferences: { gmail: { ...full, ...gmail } } } })
async function policy(keep: 'all' | 'chosen' | 'none') {
  const administrator = await day.server.as('admin@demo.example')
  await administrator('putSettings', { body: { attachments: { ...(await administrator('getSettings')).attachments, keep } } })
}
const vector = /^ivan\.petrov@vector\.example Запрос/

describe('one press', () => {
  it('registers, says what was kept, and asks one thing at a time until nothing is left', async () => {
    const { top, answer } = await pressed(vector, 'Register')
    expect(said(answer)).toBe('Registered. 1 file is kept')
    const contactId = contactOf(top)
    expect(textOf(top)).toMatch(/Closes the plan of .*\?/)
    expect(findButton(top, 'Plan the next step')).toBeUndefined()
    const { planId } = parametersOf(findButton(top, 'Close'))
    const closed = topOf(await day.press(top, 'Close'))
    expect((await day.olga('getContact', { id: planId! })).status).toBe('held')
    expect(textOf(closed)).toMatch(/Closes the task “.*”\?/)
    const { taskId } = parametersOf(findButton(closed, 'Keep'))
    const kept = topOf(await day.press(closed, 'Keep'))
    expect((await day.taskOf(taskId!)).done).toBe(false)
    expect(kept.sections.map(({ header }) => header)).toContain('Next step?')
    const planned = topOf(await day.press(kept, 'In 3 days', { inputs: { method: typed('meeting') } }))
    expect(planned.sections.map(({ header }) => header)).not.toContain('Next step?')
    const { nextIds } = await day.olga('getContact', { id: contactId })
    expect(await day.olga('getContact', { id: nextIds[0]! })).toMatchObject({ status: 'planned', method: 'meeting', startsAt: '2026-11-25T07:00:00.000Z', previousId: contactId })
  })

  it('“Not now” leaves the card with the quiet offer of a next step', async () => {
    const { top } = await pressed(/^gromov\.ip@gmail/, 'Register')
    const asked = findButton(top, 'Keep') ? topOf(await day.press(top, 'Keep')) : top
    const quiet = topOf(await day.press(asked, 'Not now'))
    expect(findButton(quiet, 'Plan the next step')).toBeDefined()
    expect(findButton(quiet, 'In 3 days')).toBeUndefined()
  })

  it('a double press brings the same question, and closing twice closes once', async () => {
    const { card } = await day.openMessage(vector)
    const [first, second] = await Promise.all([day.press(card, 'Register'), day.press(card, 'Register')])
    expect(findButton(topOf(second), 'Close')).toBeDefined()
    const { planId } = parametersOf(findButton(topOf(first), 'Close'))
    const version = async () => Number((await day.olga('getContact', { id: planId! })).etag.replaceAll('"', ''))
    const before = await version()
    await Promise.all([day.press(topOf(first), 'Close'), day.press(topOf(first), 'Close')])
    expect([(await day.olga('getContact', { id: planId! })).status, await version()]).toEqual(['held', before + 1])
  })

  it('keeps as much as the manager’s settings say, and needs no access to the text for the subject alone', async () => {
    await prefer({ visibility: 'subject' })
    const { top, answer } = await pressed(vector, 'Register', { email: 'left-out' })
    expect(said(answer)).toBe('Registered, the subject only')
    expect(await day.olga('getContact', { id: contactOf(top) })).toMatchObject({ visibility: 'subject', content: '', subject: 'Запрос цен на подшипники: декабрь–февраль' })
  })

  it('without access to the text a full registration asks to open the email again', async () => {
    const before = (await day.contacts()).length
    const { top } = await pressed(vector, 'Register', { email: 'left-out' })
    expect(top.header.title).toBe('Open the email again')
    expect(await day.contacts()).toHaveLength(before)
  })
})

describe('the options', () => {
  const opened = async (facts: Facts = {}) => topOf((await pressed(vector, 'Options…', facts)).answer)
  const names = (card: Card) => card.sections.flatMap(({ widgets }) => widgets).flatMap((widget) => ('selectionInput' in widget ? [widget.selectionInput] : []))
  const files = (card: Card) => names(card).find(({ name }) => name === 'files')

  it('show the files with their sizes, ticked as the organisation and the settings say', async () => {
    expect(files(await opened())!.items).toEqual([expect.objectContaining({ text: expect.stringMatching(/^Спецификация.*\.xlsx · 2\.3 kB$/) as string, selected: true })])
    await prefer({ keepFiles: false })
    expect(files(await opened())!.items[0]).toMatchObject({ selected: false })
    await prefer({})
    await policy('chosen')
    expect(files(await opened())!.items[0]).toMatchObject({ selected: false })
    await policy('none')
    const card = await opened()
    expect(files(card)).toBeUndefined()
    expect(textOf(card)).toContain('Your organisation keeps no files, only their names.')
  })

  it.each([['a ticked file is kept', ticked('0'), true], ['an unticked one is not', undefined, false], ['a number of no file keeps nothing', ticked('7', '-1', 'x'), false]])('%s', async (_what, chosen, kept) => {
    const card = await opened()
    const top = topOf(await day.press(card, 'Register', { inputs: { words: typed('full'), ...(chosen && { files: chosen }) } }))
    expect(top.name).toBe('message')
    expect((await day.olga('getContact', { id: contactOf(top) })).attachments).toMatchObject([{ kept }])
  })

  it('register only the fact, privately, with a comment and for another client of the same email too', async () => {
    const { answer } = await pressed(/^olga@demo\.example Самовывоз/, 'Options…')
    const also = names(topOf(answer)).find(({ name }) => name === 'also')!
    expect(also.items.map(({ text }) => text)).toEqual(['«Дельта»'])
    const top = topOf(await day.press(topOf(answer), 'Register', { inputs: { words: typed('fact'), also: ticked(also.items[0]!.value), private: typed('yes'), comment: typed('by phone as well') } }))
    expect(await day.olga('getContact', { id: contactOf(top) })).toMatchObject({ visibility: 'fact', subject: '', private: true, comment: 'by phone as well', also: [{ name: '«Дельта»' }], counterparty: { name: 'ИП Громов' } })
  })

  it('without access to the email everything but the files works', async () => {
    const card = await opened({ email: 'left-out' })
    expect(files(card)).toBeUndefined()
    expect(textOf(card)).toContain('files cannot be chosen here')
    const top = topOf(await day.press(card, 'Register', { email: 'left-out', inputs: { words: typed('subject') } }))
    expect(await day.olga('getContact', { id: contactOf(top) })).toMatchObject({ visibility: 'subject' })
  })

  it('remember a client that was chosen by hand for the address', async () => {
    const { card } = await day.openMessage(/^p\.zimin@vector/)
    const options = topOf(await day.press(card, 'Options…'))
    await day.press(options, 'Register', { inputs: { words: typed('full'), always: typed('yes') } })
    expect(textOf((await day.openMessage(/^p\.zimin@vector/)).card)).toContain('chosen by Olga Smirnova')
  })
})

describe('what is not to be registered', () => {
  it('is marked behind the dots and taken back on the card', async () => {
    const { card } = await day.openMessage(vector)
    const excluded = topOf(await fromMenu(card, 'Not to be processed'))
    expect(textOf(excluded)).toContain('not to be processed')
    expect(findButton(excluded, 'Register')).toBeUndefined()
    // A card that was drawn before still has its button; the server refuses it.
    expect(topOf(await day.press(card, 'Register')).header.title).toBe('There is nothing to register')
    expect(findButton(topOf(await day.press(excluded, 'Take back')), 'Register')).toBeDefined()
  })

  it('an email between colleagues registers for a client that is named, and never “always”', async () => {
    const { answer } = await pressed(/^anna@demo\.example Friday/, 'Register anyway…')
    const found = topOf(await day.press(topOf(answer), 'Search', { inputs: { query: typed('Beta') } }))
    const choice = topOf(await day.send(rowAction(found, /Beta Industries/)))
    expect(findButton(choice, 'Register, always for this address')).toBeUndefined()
    const top = topOf(await day.press(choice, 'Register, only this email'))
    expect(textOf(top)).toContain('for Beta Industries')
  })
})

describe('what a colleague registered', () => {
  const letter = { messageId: '<4471-a@beta.example>', subject: 'Order 4471: delivery dates', sentAt: '2026-11-09T14:05:40Z', from: { name: 'John Ross', address: 'john.ross@beta.example' }, to: [{ name: '', address: 'olga@demo.example' }] }

  it('in Outlook says so in Gmail, with another client but without an undo', async () => {
    const anna = await day.server.as('anna@demo.example')
    const { contact } = await anna('registerMessage', { body: { message: letter, client: 'outlook' } })
    const { message, card } = await day.openMessage(/^john\.ross@beta\.example Order 4471/)
    expect(textOf(card)).toContain('Registered by Anna Orlova, today')
    expect(contactOf(card)).toBe(contact.id)
    expect(findButton(card, 'Undo')).toBeUndefined()
    const refused = topOf(await day.send(day.drawn(undoAction, { message, contactId: contact.id })))
    expect(textOf(refused)).toContain('The one who registered and the lead can undo for 24 hours')
    expect((await day.contacts()).map(({ id }) => id)).toContain(contact.id)
  })

  it.each([
    ['en', 'Options…', 'Register', 'Already registered. Your choices were not taken over', ['It is not private.', 'Its text and subject are kept.', 'Your comment is not in it']],
    ['ru', 'Иначе…', 'Зарегистрировать', 'Уже зарегистрировано. Выбранное здесь не применено', ['Отметки «Лично» на нём нет.', 'Сохранены текст и тема письма.', 'Вашего комментария в нём нет']],
  ])('while the options were being filled in is said, and what was typed is given back (%s)', async (locale, options, register, notice, sentences) => {
    const { card } = await day.openMessage(/^john\.ross@beta\.example Order 4471/, locale)
    const form = topOf(await day.press(card, options, { locale }))
    await (await day.server.as('anna@demo.example'))('registerMessage', { body: { message: letter, client: 'outlook' } })
    const inputs = { words: typed('fact'), private: typed('yes'), comment: typed('They agreed\nto <4%> & more') }
    const answer = await day.press(form, register, { locale, inputs })
    expect(said(answer)).toBe(notice)
    for (const sentence of sentences) expect(textOf(topOf(answer))).toContain(sentence)
    expect(textOf(topOf(answer))).toContain('They agreed\\nto &lt;4%&gt; &amp; more')
  })

  it('is nothing to speak of when the same press came twice', async () => {
    const { card } = await day.openMessage(/^john\.ross@beta\.example Order 4471/)
    const form = topOf(await day.press(card, 'Options…'))
    const inputs = { words: typed('fact'), private: typed('yes'), comment: typed('Once\r\nand for all') }
    await day.press(form, 'Register', { inputs })
    const again = await day.press(form, 'Register', { inputs })
    expect(said(again)).toBe('Already registered')
    expect(textOf(topOf(again))).not.toContain('Your comment is not in it')
  })
})

describe('a conversation', () => {
  it('that belongs to another client is said, and takes this email in one press too', async () => {
    const { top } = await pressed(vector, 'Register')
    const contact = await day.olga('getContact', { id: contactOf(top) })
    await day.olga('patchContact', { id: contact.id, ifMatch: contact.etag, body: { counterpartyId: (await day.clientOf('Beta')).id, personIds: [] } })
    const { card } = await day.openMessage(/^ivan\.petrov@vector\.example RE: Запрос/)
    expect(textOf(card)).toContain('1 email of this conversation is registered for Beta Industries')
    const both = topOf(await day.press(card, 'Register for Beta Industries'))
    expect(await day.olga('getContact', { id: contactOf(both) })).toMatchObject({ counterparty: { name: 'Beta Industries' }, subject: 'RE: Запрос цен на подшипники: декабрь–февраль' })
  })

  it('is followed and let go behind the dots; nothing registers by itself', async () => {
    const { message, top } = await pressed(vector, 'Register')
    const followed = topOf(await fromMenu(top, 'Follow this conversation'))
    const before = (await day.contacts()).length
    const { card } = await day.openMessage(/^ivan\.petrov@vector\.example RE: Запрос/)
    expect(textOf(card)).toContain('Gmail gives an email only on a press')
    expect(await day.contacts()).toHaveLength(before)
    const stopped = topOf(await fromMenu(followed, 'Stop following this conversation', { message }))
    expect(menuActionOf(stopped, 'Follow this conversation')).toBeDefined()
  })
})

it('a sent letter that was started from a contact joins its chain', async () => {
  const plan = await day.olga('createContact', { body: { startsAt: '2026-11-21T07:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject: 'Offer for spring', counterpartyId: (await day.clientOf('Beta')).id } })
  await day.olga('createSendOrder', { body: { subject: 'Offer for spring', to: [{ name: 'John Ross', address: 'john.ross@beta.example' }], counterpartyId: plan.counterparty!.id, previousId: plan.id } })
  const sent = await fetch(`${day.server.url}/demo/gmail/send`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ to: ['john.ross@beta.example'], cc: [], bcc: [], subject: 'Offer for spring', text: 'Good morning', draftId: null }) })
  const { message } = (await sent.json()) as { message: string }
  const card = topOf(await day.server.press({ endpoint: 'on-message', message }))
  expect(textOf(card)).toContain('This letter was started from a contact')
  const top = topOf(await day.press(card, 'Register'))
  expect(await day.olga('getContact', { id: contactOf(top) })).toMatchObject({ previousId: plan.id, direction: 'outgoing', counterparty: { name: 'Beta Industries' } })
})
