import { brokenRules, findButton, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { cardOf } from '../contract/gmail-house'
import { startGmailServer, type GmailServer } from './gmail-server'

let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 60_000)
afterAll(() => server.close())

const open = async (pattern: RegExp, locale = 'en') => {
  const message = await server.messageOf(pattern)
  const card = cardOf(await server.press({ endpoint: 'on-message', message, locale }))
  expect(brokenRules(card)).toEqual([])
  return { message, card, press: (words: string | RegExp, facts = {}) => server.press({ endpoint: 'action', message, locale, parameters: parametersOf(findButton(card, words)), ...facts }) }
}
const contacts = async () => (await server.olga('listContacts', { query: { limit: 200 } })).items
const text = (value: unknown) => JSON.stringify(value)

it('a known person’s card says who, why, what is next and what is open', async () => {
  const { card } = await open(/^ivan\.petrov@vector\.example Запрос/)
  expect(card.header).toEqual({ title: 'Ivan Petrov', subtitle: 'Head of purchasing · ООО «Вектор»' })
  expect(text(card)).toContain('contact person')
  expect(text(card)).toMatch(/Open tasks \d/)
})

it.each([
  ['a counterparty’s own address', /^info@delta/, '«Дельта»', 'Choose a person'], ['a colleague of a known domain', /^p\.zimin@vector/, 'Павел Зимин', 'It is, only this email'],
  ['nobody known', /^e\.lapteva@laptrade/, 'Екатерина Лаптева', 'Create and register'], ['several people of one address', /^office@northwind/, 'Kim Lee', 'Choose'],
])('%s has its own card', async (_who, pattern, title, button) => {
  const { card } = await open(pattern)
  expect(card.header.title).toBe(title)
  expect(findButton(card, button)).toBeDefined()
})

it('a look-alike is warned of and not matched', async () => {
  const { card } = await open(/^ivan\.petrov@vect0r/)
  expect(card.sections[0]!.header).toBe('Careful')
  expect(text(card)).toContain('vector.example')
  expect(findButton(card, 'Create and register')).toBeDefined()
})

it('an email between colleagues offers nothing to register', async () => {
  const { card } = await open(/^anna@demo\.example Friday/)
  expect(findButton(card, /^Register$/)).toBeUndefined()
  expect(text(card)).toContain('Nothing to register')
  expect(card.fixedFooter).toBeUndefined()
})

it('every sample message has a card in both languages that keeps the rules', async () => {
  const { items } = (await (await fetch(`${server.url}/demo/gmail/messages`)).json()) as { items: { id: string; subject: string }[] }
  const broken: string[] = []
  for (const [at, { id, subject }] of items.entries()) {
    const card = cardOf(await server.press({ endpoint: 'on-message', message: id, locale: at % 2 ? 'ru' : 'en' }))
    if (card.name !== 'message') broken.push(`${subject}: ${text(card).slice(0, 300)}`)
    broken.push(...brokenRules(card))
  }
  expect(broken).toEqual([])
  expect(items.length).toBeGreaterThan(25)
}, 60_000)

it('a press registers the message as the pane would, the second says so, undo frees it', async () => {
  const before = await contacts()
  const { message, press } = await open(/^john\.ross@beta\.example Order 4471/)
  const registered = await press('Register')
  expect(registered).toMatchObject({ renderActions: { action: { notification: { text: 'Registered' } } } })
  expect(await press('Register')).toMatchObject({ renderActions: { action: { notification: { text: 'Already registered' } } } })
  const after = await contacts()
  const made = after.filter(({ id }) => !before.some((one) => one.id === id))
  expect(made).toMatchObject([{ method: 'letter', direction: 'incoming', status: 'held', state: 1, source: 'gmail', subject: 'Order 4471: delivery dates', counterparty: { name: 'Beta Industries' }, persons: [{ name: 'John Ross' }], manager: { name: 'Olga Smirnova' }, registeredBy: { name: 'Olga Smirnova' } }])
  expect(made[0]!.content).not.toBe('')
  expect(cardOf(await server.press({ endpoint: 'action', message, parameters: parametersOf(findButton(cardOf(registered), 'Undo')) })).name).toBe('message')
  expect(await contacts()).toHaveLength(before.length)
})

it('a new client and a new person are made and the message is filed with them', async () => {
  const { press } = await open(/^e\.lapteva@laptrade/)
  const formInputs = { name: { stringInputs: { value: ['Екатерина Лаптева'] } }, client: { stringInputs: { value: ['ООО «Лаптрейд»'] } }, phone: { stringInputs: { value: ['+7 495 000-00-00'] } } }
  const card = cardOf(await press('Create and register', { formInputs }))
  expect(card.header).toEqual({ title: 'Екатерина Лаптева', subtitle: 'ООО «Лаптрейд»' })
  expect(text(card)).toContain('for ООО «Лаптрейд»')
  const again = await open(/^e\.lapteva@laptrade/)
  expect(again.card.header.title).toBe('Екатерина Лаптева')
  expect((await server.olga('listCounterparties', { query: { q: 'Лаптрейд' } })).items).toHaveLength(1)
})

it('a suggestion that is confirmed for always is remembered', async () => {
  const { press } = await open(/^p\.zimin@vector/)
  await press('Always for this address')
  const { card } = await open(/^p\.zimin@vector/)
  expect(text(card)).toContain('chosen by Olga Smirnova')
  expect(text(card)).toContain('Registered by Olga Smirnova')
})

it('the next step becomes a planned contact of the chain', async () => {
  const { message, press } = await open(/^s\.belova@vector\.example RE:/)
  const registered = cardOf(await press('Register'))
  const next = (words: string, card = registered, facts = {}) => server.press({ endpoint: 'action', message, parameters: parametersOf(findButton(card, words)), ...facts })
  const asked = cardOf(await next('Keep', cardOf(await next('Keep'))))
  const planned = await next('Next week', cardOf(await next('Another time…', asked)), { formInputs: { method: { stringInputs: { value: ['meeting'] } } } })
  expect(text(planned)).toContain('The next contact is planned')
  const chain = (await contacts()).filter(({ previousId, status }) => previousId !== null && status === 'planned')
  expect(chain.map(({ method, counterparty }) => [method, counterparty?.name])).toContainEqual(['meeting', 'ООО «Вектор»'])
})

it('a task is done from the card', async () => {
  const { press } = await open(/^ivan\.petrov@vector\.example Запрос/)
  const open1 = (await server.olga('listTasks', { query: { done: false, limit: 200 } })).items.length
  await press('Done')
  expect((await server.olga('listTasks', { query: { done: false, limit: 200 } })).items.length).toBe(open1 - 1)
})

it('the demo’s page and its parts come from below /demo/', async () => {
  const page = await (await fetch(`${server.url}/demo/gmail`)).text()
  const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!)
  expect(parts.length).toBeGreaterThan(2)
  for (const part of parts) {
    expect(part).toMatch(/^\/demo\//)
    expect((await fetch(server.url + part)).status).toBe(200)
  }
})

it('a foreign page cannot press', async () => {
  const response = await fetch(`${server.url}/demo/gmail/press`, { method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, body: '{}' })
  expect(response.status).toBe(403)
})

it('without Google’s token the real endpoints answer 401', async () => {
  for (const endpoint of ['homepage', 'on-message', 'on-compose', 'action']) expect((await fetch(`${server.url}/gmail/${endpoint}`, { method: 'POST', body: '{}' })).status).toBe(401)
})
