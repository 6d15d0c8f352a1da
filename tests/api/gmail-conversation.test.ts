import type { Card } from '@counterpane/addin-gmail/card-schema'
import { menuActionOf } from './gmail-menu'
import { cardOf } from '../contract/gmail-house'
import { startGmailServer, type GmailServer } from './gmail-server'
import { gmailVisitor, noticeOf, parametersIn, rowsOf } from './gmail-visitor'

let server: GmailServer
beforeEach(async () => { server = await startGmailServer() }, 60_000)
afterEach(() => server.close())

const vector = /^ivan\.petrov@vector\.example Запрос/
const whole = { manifest: 'conversations' as const }
const words = (card: Card) => JSON.stringify(card)
const ticksOf = (card: Card) => rowsOf(card).flatMap(({ switchControl }) => (switchControl ? [switchControl] : []))
const ticked = (card: Card) => Object.fromEntries(ticksOf(card).filter(({ selected }) => selected).map(({ name, value }) => [name, value]))
const letters = async () => (await server.olga('listContacts', { query: { limit: 200, method: 'letter' } })).items.filter(({ source }) => source === 'gmail')

async function openConversation(pattern: RegExp, facts = {}) {
  const visitor = gmailVisitor(server)
  const { message, card } = await visitor.open(pattern)
  const action = menuActionOf(card, 'The whole conversation…')
  const open = async () => cardOf(await visitor.press(action, { message, ...facts }))
  return { visitor, message, action, open, card: await open() }
}

test('a conversation is one table: who wrote when, which client each email is of, and what can be registered is ticked', async () => {
  const { card } = await openConversation(vector, whole)
  expect(card.header.title).toContain('Запрос цен на подшипники')
  expect(rowsOf(card).length).toBeGreaterThanOrEqual(5)
  expect(words(card)).toContain('ООО «Вектор» · contact person')
  expect(ticksOf(card).every(({ selected, controlType }) => selected && controlType === 'CHECK_BOX')).toBe(true)
  expect(words(card)).toContain('Files of these emails are noted by name')
})

test('one press registers the ticked ones, each a contact of its own with its text; a second press registers none', async () => {
  const { visitor, message, card } = await openConversation(vector, whole)
  const [left, ...rest] = ticksOf(card)
  const typed = Object.fromEntries(rest.map(({ name, value }) => [name, value]))
  const press = () => visitor.press(visitor.buttonIn(card, 'Register the ticked ones'), { message, typed, ...whole })
  const answer = await press()
  expect(noticeOf(answer)).toBe(`${rest.length} registered`)
  expect(words(cardOf(answer)).match(/"Registered · for ООО «Вектор»/g)).toHaveLength(rest.length)
  expect(ticksOf(cardOf(answer)).map(({ name }) => name)).toEqual([left!.name])
  await press()
  const made = await letters()
  expect(made).toHaveLength(rest.length)
  const contents = await Promise.all(made.map(async ({ id }) => (await server.olga('getContact', { id })).content))
  expect(contents.join('\n')).toContain('Условия оплаты прежние: 30 % аванс')
})

test('two presses at the same time make no second contact of any email', async () => {
  const { visitor, message, card } = await openConversation(vector, whole)
  const press = () => visitor.press(visitor.buttonIn(card, 'Register the ticked ones'), { message, typed: ticked(card), ...whole })
  await Promise.all([press(), press()])
  expect(await letters()).toHaveLength(ticksOf(card).length)
})

test('nothing ticked is said, and nothing is registered', async () => {
  const { visitor, message, card } = await openConversation(vector, whole)
  expect(words(cardOf(await visitor.press(visitor.buttonIn(card, 'Register the ticked ones'), { message, ...whole })))).toContain('Tick at least one email.')
  expect(await letters()).toEqual([])
})

test('an email that a colleague registered says by whom, opens, and cannot be ticked', async () => {
  const { message, visitor, open, card } = await openConversation(vector, whole)
  await visitor.press(visitor.buttonIn(cardOf(await server.press({ endpoint: 'on-message', message, person: 'colleague' })), 'Register'), { message, person: 'colleague' })
  const again = await open()
  expect(ticksOf(again)).toHaveLength(ticksOf(card).length - 1)
  const row = rowsOf(again).find(({ bottomLabel }) => bottomLabel?.includes('Registered by Anna Orlova'))!
  expect(row.onClick && 'action' in row.onClick && parametersIn(row.onClick.action).action).toBe('open-contact')
})

test('a manager whose Gmail keeps subjects only registers a conversation without its words', async () => {
  await server.olga('patchMe', { body: { preferences: { gmail: { visibility: 'subject', keepFiles: false } } } })
  const { visitor, message, card } = await openConversation(vector, whole)
  await visitor.press(visitor.buttonIn(card, 'Register the ticked ones'), { message, typed: ticked(card), ...whole })
  const made = await letters()
  expect(made.map(({ visibility, content }) => ({ visibility, content }))).toEqual(made.map(() => ({ visibility: 'subject', content: '' })))
  expect(made.length).toBeGreaterThan(1)
})

test('without the permission the open email stands alone, with why, who can change it, and its own Register', async () => {
  const { visitor, message, card } = await openConversation(vector)
  expect(rowsOf(card)).toHaveLength(1)
  expect(words(card)).toContain('a permission that Counterpane does not have')
  expect(words(card)).toContain('--conversations')
  await visitor.press(visitor.buttonIn(card, 'Register'), { message })
  expect(await letters()).toHaveLength(1)
})

test('a press that comes without access asks to open the email again', async () => {
  const { visitor, message, action } = await openConversation(vector, whole)
  expect(words(cardOf(await visitor.press(action, { message, ...whole, email: 'left-out' })))).toContain('Open the email again')
})

test('what Gmail cannot give now is tried again by the very same press', async () => {
  const { visitor, message, action } = await openConversation(vector, whole)
  const failed = cardOf(await visitor.press(action, { message, ...whole, trouble: 'unavailable' }))
  expect(failed.header.title).toBe('Gmail cannot answer now')
  const answer = await visitor.press(visitor.buttonIn(failed, 'Try again'), { message, ...whole, trouble: 'none' })
  expect(cardOf(answer).name).toBe('conversation')
  // The failure card is gone from the stack, so that "back" leads to the email.
  expect('renderActions' in answer && answer.renderActions.action.navigations?.map((step) => Object.keys(step)[0])).toEqual(['pop', 'pushCard'])
})
