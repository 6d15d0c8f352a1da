import type { Action, Card } from '@counterpane/addin-gmail/card-schema'
import { findButton } from '@counterpane/addin-gmail/testing/card-rules'
import { createDemoPeople } from '@counterpane/backend/demo/gmail/demo-people'
import { createActionSignatures } from '@counterpane/backend/features/gmail-addon/action-signature'
import { cardOf } from '../contract/gmail-house'
import { startGmailServer, type GmailServer } from './gmail-server'
import { gmailVisitor, inputOf, noticeOf, parametersIn, rowsOf, type GmailVisitor } from './gmail-visitor'

let server: GmailServer
let olga: GmailVisitor
const secret = 'a secret of at least thirty-two characters'
beforeAll(async () => { server = await startGmailServer({ settings: { COUNTERPANE_SECRET: secret } }); olga = gmailVisitor(server) }, 60_000)
afterAll(() => server.close())

const text = (value: unknown) => JSON.stringify(value)
const clientsCalled = async (q: string) => (await server.olga('listCounterparties', { query: { q } })).items
const personsCalled = async (q: string) => (await server.olga('listPersons', { query: { q } })).items
const contactsAbout = async (subject: string) => (await server.olga('listContacts', { query: { limit: 200 } })).items.filter((one) => one.subject === subject)
const find = async (card: Card, query: string, facts = {}) => cardOf(await olga.press(olga.buttonIn(card, /^(Search|Найти)$/), { typed: { query }, ...facts }))

describe('search', () => {
  it('finds clients, persons and contacts, says in words what each is, and opens them', async () => {
    const card = await find(await olga.menu('search'), 'вектор')
    const rows = rowsOf(card)
    expect(rows[0]).toMatchObject({ topLabel: 'Client', text: 'ООО «Вектор»', onClick: { action: {} } })
    const clicks = rows.map(({ onClick }) => (onClick && 'action' in onClick ? parametersIn(onClick.action).action : null))
    expect(new Set(clicks)).toEqual(new Set(['open-client']))
    const subject = rowsOf(await find(card, 'Запрос')).find(({ topLabel }) => topLabel?.startsWith('Contact ·'))
    expect(subject?.onClick).toMatchObject({ action: { parameters: expect.arrayContaining([{ key: 'action', value: 'open-contact' }]) as unknown } })
  })

  it('suggests names while one types, each once and of clients and persons only', async () => {
    const card = await olga.menu('search')
    const names = await olga.suggest(card, 'query', 'ве')
    expect(names).toContain('ООО «Вектор»')
    expect(names.length).toBeLessThan(40)
    expect(new Set(names).size).toBe(names.length)
    expect(await olga.suggest(card, 'query', 'petrov')).toContain('Ivan Petrov')
    expect(await olga.suggest(card, 'query', 'в')).toEqual([])
  })

  it.each([['', 'Write a part of the name.'], ['   ', 'Write a part of the name.'], ['x', 'Type at least two letters.'], ['no such client', 'Nothing found.']])('"%s" is answered with what to do', async (query, words) => {
    expect(text(await find(await olga.menu('search'), query))).toContain(words)
  })

  it.each([
    ['per cent', '%%'], ['underscores', '__'], ['quotes', '«%_»'], ['a quotation mark', '""'], ['SQL', "'; DROP TABLE Contact; --"], ['a backslash', '\\\\'], ['600 letters', 'я'.repeat(600)],
    ['200 families', '👩‍👩‍👧‍👦'.repeat(200)], ['NULs', '\0\0'], ['markup', '<b>ве</b>'],
  ])('%s are only words', async (_what, query) => {
    const card = await find(await olga.menu('search'), query)
    expect(card.name).toBe('search')
    expect(rowsOf(card)).toEqual([])
    expect(inputOf(card, 'query').value?.length ?? 0).toBeLessThanOrEqual(501)
  })

  it('inputs that are missing or of another kind are as if nothing was typed', async () => {
    const button = olga.buttonIn(await olga.menu('search'), 'Search')
    for (const formInputs of [undefined, { query: [] }, { query: 'text' }, { query: { stringInputs: { value: 'text' } } }, { query: { dateInput: { msSinceEpoch: 5 } } }, { other: null }]) {
      expect(text(await olga.press(button, { formInputs }))).toContain('Write a part of the name.')
    }
  })

  it('beside a message it offers clients and persons, and the one chosen is registered for', async () => {
    const { message, card } = await olga.open(/^marina\.remont/)
    const opened = cardOf(await olga.press(olga.buttonIn(card, 'Another client'), { message }))
    const found = await find(opened, 'дельта', { message })
    expect(rowsOf(found).map(({ topLabel }) => topLabel)).not.toContainEqual(expect.stringMatching(/^Contact ·/))
    const cutOff = (card: Card) => /The first (\d+) are shown/.exec(text(card))?.[1]
    const many = await find(opened, 'example', { message })
    expect([cutOff(many), cutOff(found)]).toEqual([String(rowsOf(many).length), undefined])
    const [first] = rowsOf(found)
    const choice = cardOf(await olga.press(first?.onClick && 'action' in first.onClick ? first.onClick.action : undefined, { message }))
    expect(choice.header.title).toBe('«Дельта»')
  })

  it('a registered contact moves to another client, of whom alone there is a choice; a second press changes nothing', async () => {
    const { message, card } = await olga.open(/^j\.ross|^john\.ross@beta\.example Order 4471/)
    const registered = cardOf(await olga.press(olga.buttonIn(card, 'Register'), { message }))
    const moving = cardOf(await olga.press(olga.buttonIn(registered, 'Another client'), { message }))
    expect(await olga.suggest(moving, 'query', 'petrov')).toEqual([])
    const found = await find(moving, 'вектор', { message })
    expect(rowsOf(found).map(({ topLabel }) => topLabel)).toEqual(rowsOf(found).map(() => 'Client'))
    const choose = olga.buttonIn(found, 'Choose')
    for (const _press of [1, 2]) expect(noticeOf(await olga.press(choose, { message }))).toBe('The client is changed')
    const moved = (await server.olga('listContacts', { query: { limit: 200 } })).items.filter(({ id }) => text(choose).includes(id))
    expect(moved.map(({ counterparty }) => counterparty?.name)).toEqual(['ООО «Вектор»'])
  })
})

describe('an unknown sender', () => {
  it('comes with a form filled in from the email, with a client guessed from the domain', async () => {
    const { card } = await olga.open(/^e\.lapteva@laptrade/)
    expect(inputOf(card, 'name').value).toBe('Екатерина Лаптева')
    expect(inputOf(card, 'client').value).toBe('Laptrade')
    expect(inputOf((await olga.open(/^marina\.remont/)).card, 'client').value).toBeUndefined()
  })

  it('the signature fills what nobody has filled, marked as found, and what was typed stays', async () => {
    const { message, card } = await olga.open(/^e\.lapteva@laptrade/)
    const fill = olga.buttonIn(card, 'Fill in from the signature')
    const filled = cardOf(await olga.press(fill, { message, typed: { name: 'Катя', client: 'Вектор' } }))
    expect(inputOf(filled, 'position')).toMatchObject({ value: 'руководитель отдела снабжения', hintText: 'Found in the signature; please check.' })
    expect(inputOf(filled, 'phone').value).toBe('+7 (383) 555-05-15, +7 913 555-05-16')
    expect([inputOf(filled, 'name').value, inputOf(filled, 'client').value]).toEqual(['Катя', 'Вектор'])
    const again = cardOf(await olga.press(olga.buttonIn(filled, 'Create and register') && fill, { message, typed: { name: 'Катя', position: 'директор' } }))
    expect(inputOf(again, 'position')).toMatchObject({ value: 'директор' })
    expect(inputOf(again, 'position').hintText).toBeUndefined()
  })

  it('the signature is read with consent only, and the form works without it', async () => {
    const { message, card } = await olga.open(/^e\.lapteva@laptrade/)
    const scopes = ['gmail.addons.execute', 'gmail.addons.current.message.metadata', 'userinfo.email'].map((scope) => `https://www.googleapis.com/auth/${scope}`)
    const answer = await olga.press(olga.buttonIn(card, 'Fill in from the signature'), { message, scopes })
    expect(answer).toEqual({ requesting_google_scopes: { scopes: ['https://www.googleapis.com/auth/gmail.addons.current.message.action'] } })
  })

  it('the form says whether the client is of the base or new', async () => {
    const { message, card } = await olga.open(/^e\.lapteva@laptrade/)
    const fill = olga.buttonIn(card, 'Fill in from the signature')
    const said = async (client: string) => text(cardOf(await olga.press(fill, { message, typed: { name: 'E', client } })))
    expect(await said('ооо "вектор"')).toContain('is in the client base.')
    expect(await said('Вектор и сыновья')).toContain('a new client will be made.')
    expect(await said('')).toContain('without a client')
    expect(await olga.suggest(card, 'client', 'дел')).toEqual(['«Дельта»'])
  })

  it('a client named without a person is answered with what to do, typed words kept', async () => {
    const { message, card } = await olga.open(/^e\.lapteva@laptrade/)
    const create = olga.buttonIn(card, 'Create and register')
    const form = cardOf(await olga.press(create, { message, typed: { client: 'Лаптрейд', phone: '+7 1' } }))
    expect(text(form)).toContain('Write the name of the person too.')
    expect([form.name, inputOf(form, 'client').value, inputOf(form, 'phone').value]).toEqual(['person-form', 'Лаптрейд', '+7 1'])
    const nothing = cardOf(await olga.press(olga.buttonIn(form, 'Create and register'), { message }))
    expect(text(nothing)).toContain('Write a name.')
    expect(inputOf(nothing, 'client').value).toBe('Laptrade')
    expect(await clientsCalled('Лаптрейд')).toEqual([])
  })

  it('nothing is made while Gmail gives no access to the message', async () => {
    const { message, card } = await olga.open(/^e\.lapteva@laptrade/)
    const answer = await olga.press(olga.buttonIn(card, 'Create and register'), { message, typed: { name: 'Екатерина', client: 'Лаптрейд' }, email: 'left-out' })
    expect(text(answer)).toContain('Open the email again')
    expect([await clientsCalled('Лаптрейд'), await personsCalled('Екатерина')]).toEqual([[], []])
  })

  it('two presses make one person, one new client and one contact, and say which client it is', async () => {
    const { message, card } = await olga.open(/^e\.lapteva@laptrade/)
    const create = olga.buttonIn(card, 'Create and register')
    const typed = { name: 'Екатерина Лаптева', client: 'ООО «Лаптрейд»', position: 'снабжение', phone: '+7 383 555-05-15; +7 913 555-05-16' }
    const answers = await Promise.all([olga.press(create, { message, typed }), olga.press(create, { message, typed })])
    // Two at once, or the slower one when the other is done already: both say what was made.
    expect(answers.map(noticeOf)).toContain('Registered. New client: ООО «Лаптрейд»')
    for (const answer of [...answers, await olga.press(create, { message, typed })]) expect(noticeOf(answer)).toMatch(/^(Registered|Already registered)\. New client: ООО «Лаптрейд»$/)
    const clients = await clientsCalled('Лаптрейд')
    const persons = await personsCalled('Лаптева')
    expect([clients.length, persons.length]).toEqual([1, 1])
    expect(persons[0]).toMatchObject({ name: 'Екатерина Лаптева', position: 'снабжение', phones: ['+7 383 555-05-15', '+7 913 555-05-16'], addresses: ['e.lapteva@laptrade.example'], counterparty: { id: clients[0]!.id } })
    expect(await contactsAbout('Знакомство и прайс-лист')).toMatchObject([{ counterparty: { id: clients[0]!.id }, persons: [{ id: persons[0]!.id }] }])
  })

  it('the name of a client of the base takes that client, whatever its case and quotation marks', async () => {
    const { message, card } = await olga.open(/^marina\.remont/)
    const answer = await olga.press(olga.buttonIn(card, 'Create and register'), { message, typed: { name: 'Марина', client: '  ДЕЛЬТА ' } })
    expect(noticeOf(answer)).toBe('Registered. Client: «Дельта»')
    expect(await clientsCalled('Дельта')).toHaveLength(1)
  })

  it('a look-alike’s warning stands on the form too, and no client is guessed from its domain', async () => {
    const { message, card } = await olga.open(/^ivan\.petrov@vect0r/)
    expect(inputOf(card, 'client').value).toBeUndefined()
    const form = cardOf(await olga.press(olga.buttonIn(card, 'Fill in from the signature'), { message }))
    expect(form.sections[0]).toMatchObject({ header: 'Careful' })
    expect(text(form.sections[0])).toContain('vector.example')
    expect(inputOf(form, 'client').value).toBeUndefined()
    expect(inputOf(form, 'position').value).toBe('Head of purchasing')
  })
})

describe('people of a client', () => {
  it('a suggestion’s form has the suggested client, known as of the base', async () => {
    const { message, card } = await olga.open(/^p\.zimin@vector/)
    const form = cardOf(await olga.press(olga.buttonIn(card, /^New (client|person)/), { message }))
    expect(inputOf(form, 'client').value).toBe('ООО «Вектор»')
    expect(text(form)).toContain('is in the client base.')
  })

  it('a new person behind the client’s own address leaves the address with the client, and is made once', async () => {
    const { message, card } = await olga.open(/^info@delta/)
    const people = cardOf(await olga.press(olga.buttonIn(card, 'Choose a person'), { message }))
    expect(people).toMatchObject({ name: 'persons', header: { subtitle: '«Дельта»' } })
    expect(findButton(people, 'Choose')).toBeDefined()
    const form = cardOf(await olga.press(olga.buttonIn(people, 'New person'), { message }))
    expect(text(form)).toContain('it stays the client')
    expect(inputOf(form, 'name').value).toBeUndefined()
    const create = olga.buttonIn(form, 'Create and register')
    for (const _press of [1, 2]) await olga.press(create, { message, typed: { name: 'Нина Складская' } })
    const persons = await personsCalled('Складская')
    expect(persons).toMatchObject([{ addresses: [], counterparty: { name: '«Дельта»' } }])
    // Sent again with other words, it is still the same person.
    await olga.press(create, { message, typed: { name: 'нина складская', phone: '+7 1' } })
    expect(await personsCalled('Складская')).toEqual(persons)
    const registered = (await server.olga('listContacts', { query: { limit: 200 } })).items.filter((one) => one.persons.some(({ id }) => id === persons[0]!.id))
    expect(registered).toMatchObject([{ counterparty: { name: '«Дельта»' } }])
  })
})

it('in Russian too: whoever filled in the site’s form is made known, and the signature is not theirs', async () => {
  const visitor = gmailVisitor(server, { locale: 'ru' })
  const { message, card } = await visitor.open(/^form@demo\.example/)
  const search = await visitor.menu('search')
  expect(search.header.title).toBe('Поиск')
  expect(rowsOf(await find(search, 'вектор', { locale: 'ru' }))[0]).toMatchObject({ topLabel: 'Клиент', text: 'ООО «Вектор»' })
  expect(text(await find(search, 'щ', { locale: 'ru' }))).toContain('Введите хотя бы две буквы.')
  const form = cardOf(await visitor.press(visitor.buttonIn(card, 'Заполнить по подписи'), { message }))
  expect(text(form)).toContain('Подпись в этом письме не этого человека.')
  expect(inputOf(form, 'name').value).toBe('Виктор Данилов')
  const answer = await visitor.press(visitor.buttonIn(form, 'Создать и зарегистрировать'), { message, typed: { name: 'Виктор Данилов', client: 'Стройлайн', position: 'прораб' } })
  expect(noticeOf(answer)).toBe('Зарегистрировано. Новый клиент: Стройлайн')
  expect(await personsCalled('Данилов')).toMatchObject([{ addresses: ['v.danilov@stroymontazh.example'], position: 'прораб', counterparty: { name: 'Стройлайн' } }])
})

describe('another participant', () => {
  const { owner } = createDemoPeople({ name: 'Olga Smirnova', address: 'olga@demo.example' })
  /** A button for a place among the participants; the year only has to be later than the server's. */
  const buttonFor = (action: string, parameters: Record<string, string>): Action =>
    ({ function: '', parameters: createActionSignatures([secret]).sign(owner.sub, { action, parameters }, new Date('2090-01-01')) })

  it('beside a known sender is made known once, and the email stays the sender\'s', async () => {
    const { message } = await olga.open(/^sales@delta/)
    const form = cardOf(await olga.press(buttonFor('open-person-form', { message, at: '2' }), { message }))
    expect(rowsOf(form).map(({ text: words }) => words)).toContain('partner02@dealers.example')
    expect([inputOf(form, 'name').value, inputOf(form, 'client').value]).toEqual(['Partner 02', 'Dealers'])
    expect(findButton(form, 'Fill in from the signature')).toBeUndefined()
    const create = olga.buttonIn(form, 'Create')
    const notices = []
    for (const _press of [1, 2]) notices.push(noticeOf(await olga.press(create, { message, typed: { name: 'Partner Two', client: '' } })))
    expect(notices).toEqual(Array(2).fill('In the client base now: Partner Two'))
    const persons = await personsCalled('Partner Two')
    expect(persons).toMatchObject([{ addresses: ['partner02@dealers.example'], counterparty: null }])
    const registered = (await server.olga('listContacts', { query: { limit: 200 } })).items.filter((one) => one.persons.some(({ id }) => id === persons[0]!.id))
    expect(registered).toEqual([])
  })

  it.each(['999', 'x', '-1'])('at the place %s there is nobody, and nothing is made', async (at) => {
    const { message } = await olga.open(/^sales@delta/)
    expect(text(await olga.press(buttonFor('create', { message, at }), { message, typed: { name: 'Nobody' } }))).toContain('There is no such thing here')
    expect(await personsCalled('Nobody')).toEqual([])
  })
})
