import { findButton, brokenRules, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { aSidebar } from '@counterpane/addin-gmail/testing/sample-views'
import { allScopes } from '@counterpane/backend/demo/gmail/demo-google'
import { gmailIdsOf } from '@counterpane/backend/demo/gmail/demo-letters'
import { AppError } from '@counterpane/shared/errors/app-error'
import { anna, cardOf, startGmailHouse, type GmailHouse } from './gmail-house'

let house: GmailHouse
beforeEach(async () => { house = await startGmailHouse({ timeoutMs: 300 }) })
afterEach(() => house.close())

const without = (name: string) => allScopes.filter((scope) => !scope.endsWith(name))
const onlyScope = (name: string) => ({ requesting_google_scopes: { scopes: allScopes.filter((scope) => scope.endsWith(name)) } })
const text = (answer: unknown) => JSON.stringify(answer)
const unknown = () => aSidebar({ match: { kind: 'none', rule: 'none', person: null, counterparty: null, reason: 'nobody' }, participants: [{ address: 'new@vector.example', name: 'New One', kind: 'none', personId: null, counterpartyId: null }] })
const registerButton = async () => parametersOf(findButton(cardOf(await house.open()), /^Register/))

describe('registering', () => {
  it('one press registers the open message with its text and says so', async () => {
    const answer = await house.press(await registerButton())
    expect(house.asked.find(({ name }) => name === 'registerMessage')!.given[0]).toEqual({
      client: 'gmail',
      message: {
        messageId: '<one@vector.example>', conversationId: expect.any(String) as string, itemId: gmailIdsOf(house.letters[0]!).hex, subject: 'Discount', sentAt: '2026-11-19T10:00:00.000Z', receivedAt: '2026-11-19T10:00:05.000Z',
        from: { name: 'Petrov, Ivan', address: 'ivan.petrov@vector.example' }, replyTo: [], to: [{ name: 'Olga', address: 'olga@demo.example' }], cc: [],
        text: 'Please send the quotation.\n', html: null, attachments: [{ name: 'request.pdf', contentType: 'application/pdf', size: 45_120 }],
      },
    })
    expect(answer).toMatchObject({ stateChanged: true, renderActions: { action: { notification: { text: 'Registered' }, navigations: [{ updateCard: { name: 'message' } }] } } })
    expect(text(cardOf(answer))).toContain('Registered by Olga Smirnova, today 12:00')
  })

  it('headers are read on opening, the body on the press only', async () => {
    const button = await registerButton()
    expect(house.api.asked.map(({ format }) => format)).toEqual(['metadata'])
    await house.press(button)
    expect(house.api.asked.map(({ format }) => format)).toEqual(['metadata', 'full'])
  })

  it('pressed again it shows the registered card', async () => {
    const button = await registerButton()
    await Promise.all([house.press(button), house.press(button)])
    const third = await house.press(button)
    expect(third).toMatchObject({ renderActions: { action: { notification: { text: 'Already registered' } } } })
    expect(house.registered.size).toBe(1)
  })

  it('undo takes it back, and Register is offered again', async () => {
    const registered = cardOf(await house.press(await registerButton()))
    const undo = parametersOf(findButton(registered, 'Undo'))
    await house.press(undo)
    const card = cardOf(await house.press(undo))
    expect(findButton(card, 'Register')).toBeDefined()
    expect(house.registered.size).toBe(0)
  })

  it('consent for the text is asked exactly, and the repeated press makes one record', async () => {
    const button = await registerButton()
    expect(await house.press(button, { scopes: without('message.action') })).toEqual(onlyScope('message.action'))
    expect(house.times('registerMessage')).toBe(0)
    await house.press(button)
    await house.press(button)
    expect(house.registered.size).toBe(1)
  })

  it('without access to the message in the press, it asks to open the message again and registers nothing', async () => {
    const answer = await house.press(await registerButton(), { gmail: null })
    expect(text(answer)).toContain('Open the email again')
    expect(house.times('registerMessage')).toBe(0)
  })

  it('access to another message is not taken for this one', async () => {
    const button = await registerButton()
    const answer = await house.press(button, { message: gmailIdsOf(house.letters[1]!).event })
    expect(text(answer)).toContain('Open the email again')
    expect(house.times('registerMessage')).toBe(0)
  })

  it('a person who may choose registers for the chosen client, always for this address', async () => {
    house.state.sidebar = aSidebar({ match: { kind: 'suggestion', rule: 'counterparty-domain', person: null } })
    const card = cardOf(await house.open())
    await house.press(parametersOf(findButton(card, 'Always for this address')))
    expect(house.asked.find(({ name }) => name === 'registerMessage')!.given[0]).toMatchObject({ counterpartyId: 'k-1', always: true })
  })

  it('an unknown sender is created once, however often the form is sent', async () => {
    house.state.sidebar = unknown()
    const create = parametersOf(findButton(cardOf(await house.open()), 'Create and register'))
    const formInputs = { name: { stringInputs: { value: ['New One'] } }, client: { stringInputs: { value: ['New Client'] } } }
    await Promise.all([house.press(create, { formInputs }), house.press(create, { formInputs })])
    expect([house.times('createPerson'), house.times('createCounterparty'), house.registered.size]).toEqual([1, 1, 1])
    expect(house.asked.find(({ name }) => name === 'createPerson')!.given[0]).toMatchObject({ name: 'New One', addresses: ['new@vector.example'], counterpartyId: 'k-1' })
  })

  it('a form without a name comes back with a sentence', async () => {
    house.state.sidebar = unknown()
    const create = parametersOf(findButton(cardOf(await house.open()), 'Create and register'))
    expect(text(await house.press(create))).toContain('Write a name.')
    expect(house.times('createPerson')).toBe(0)
  })

  it('the first button whose words begin with Register needs nothing else, whoever wrote', async () => {
    house.state.sidebar = unknown()
    await house.press(await registerButton())
    expect(house.asked.find(({ name }) => name === 'registerMessage')!.given[0]).toMatchObject({ counterpartyId: null })
  })
})

describe('signatures', () => {
  it.each([
    ['another person', {}, { person: anna }], ['an edited message', { message: 'msg-f:1' }, {}], ['an edited action', { action: 'undo' }, {}], ['an edited expiry', { expires: '99999999999999' }, {}],
    ['an added parameter', { counterpartyId: 'k-2' }, {}], ['no signature', { signature: '' }, {}], ['a longer signature', { signature: 'A'.repeat(500) }, {}],
  ])('%s: refused, nothing is done', async (_why, edited, facts) => {
    const button = await registerButton()
    const answer = await house.press({ ...button, ...edited }, facts)
    expect(text(answer)).toContain('This button is no longer valid')
    expect(house.times('registerMessage')).toBe(0)
  })
  it('a button holds for two days', async () => {
    const button = await registerButton()
    house.clock.advance(47 * 3_600_000)
    expect(text(await house.press(button))).toContain('Registered by')
    house.clock.advance(2 * 3_600_000)
    expect(text(await house.press(button))).toContain('This button is no longer valid')
  })
  it('parameters carry ids and times, and no token', async () => {
    expect(Object.keys(await registerButton()).sort()).toEqual(['action', 'expires', 'message', 'signature'])
  })
})

describe('what follows', () => {
  /** Drawn anew after the press: the questions that follow it are in its own answer only. */
  const registeredCard = async () => {
    await house.press(await registerButton())
    return cardOf(await house.open())
  }
  it('the next step is planned once by two presses, at the quick choice in the mailbox’s zone', async () => {
    const registered = await registeredCard()
    const form = cardOf(await house.press(parametersOf(findButton(registered, 'Plan the next step'))))
    const quick = parametersOf(findButton(form, 'Next working day 10:00'))
    const formInputs = { method: { stringInputs: { value: ['meeting'] } }, subject: { stringInputs: { value: ['Samples'] } } }
    await Promise.all([house.press(quick, { formInputs }), house.press(quick, { formInputs })])
    expect(house.asked.filter(({ name }) => name === 'planNext').map(({ given }) => given[1])).toEqual([{ at: '2026-11-23T07:00:00.000Z', method: 'meeting', subject: 'Samples' }])
  })
  it.each([['text', '1796000000000'], ['a number', 1_796_000_000_000]])('a picked moment is read as %s', async (_form, msSinceEpoch) => {
    const registered = await registeredCard()
    const save = parametersOf(findButton(cardOf(await house.press(parametersOf(findButton(registered, 'Plan the next step')))), 'Save'))
    await house.press(save, { formInputs: { at: { dateTimeInput: { msSinceEpoch, hasDate: true, hasTime: true } } } })
    expect(house.asked.find(({ name }) => name === 'planNext')!.given[1]).toMatchObject({ at: new Date(1_796_000_000_000).toISOString(), method: 'call' })
  })
  it('without a moment the form comes back with a sentence', async () => {
    const registered = await registeredCard()
    const save = parametersOf(findButton(cardOf(await house.press(parametersOf(findButton(registered, 'Plan the next step')))), 'Save'))
    expect(text(await house.press(save))).toContain('Choose a date and time.')
    expect(house.times('planNext')).toBe(0)
  })
  it('a task is done from its line, and made once', async () => {
    const card = cardOf(await house.open())
    await house.press(parametersOf(findButton(card, 'Done')), { gmail: null })
    expect(house.asked.find(({ name }) => name === 'patchTask')!.given).toEqual(['t-1', { done: true }])
    const save = parametersOf(findButton(cardOf(await house.press(parametersOf(findButton(card, 'New task')))), 'Save'))
    const formInputs = { title: { stringInputs: { value: ['Call back'] } }, at: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 10, 24)) } } }
    await house.press(save, { formInputs })
    await house.press(save, { formInputs })
    expect(house.times('createTask')).toBe(1)
  })
})

describe('consent', () => {
  it('nothing agreed to yet: Gmail is asked for the headers and the name, exactly', async () => {
    const answer = await house.open({ scopes: allScopes.filter((scope) => /execute|locale/.test(scope)), userToken: null })
    expect(answer).toEqual({ requesting_google_scopes: { scopes: allScopes.filter((scope) => /message\.metadata|userinfo/.test(scope)).sort() } })
  })
  it('the sender may not be seen on opening: a press identifies them', async () => {
    const card = cardOf(await house.open({ scopes: without('message.metadata') }))
    expect(house.api.asked).toEqual([])
    const identified = cardOf(await house.press(parametersOf(findButton(card, 'Identify the sender')), { scopes: without('message.metadata') }))
    expect(identified.header.title).toBe('Ivan Petrov')
  })
})

describe('failures', () => {
  const failing = async (facts = {}) => {
    const card = cardOf(await house.open(facts))
    expect(brokenRules(card)).toEqual([])
    expect(text(card)).toMatch(/(Reference|Номер обращения:) [0-9a-f]{8}/)
    return card
  }
  it.each([
    ['too-many', 'Try again in 7 seconds'], ['broken', 'Gmail cannot answer now'], ['unavailable', 'Gmail cannot answer now'], ['garbled', 'Gmail cannot answer now'], ['slow', 'Gmail did not answer within 5 seconds'],
  ] as const)('Gmail is %s: the card says so, and Retry works when it is over', async (trouble, said) => {
    house.api.setTrouble(trouble)
    const card = await failing()
    expect(text(card)).toContain(said)
    house.api.setTrouble('none')
    expect(cardOf(await house.press(parametersOf(findButton(card, 'Try again')))).header.title).toBe('Ivan Petrov')
  })
  it('a message that is not this person’s cannot be read, and nothing is stored', async () => {
    expect(text(await failing({ message: 'msg-f:123' }))).toContain('This email is no longer in Gmail')
    expect(text(await failing({ message: '../../users/anna/messages/1' }))).toContain('This email cannot be read')
    expect(house.asked).toEqual([])
  })
  it('a failure of the house names itself without its inside', async () => {
    house.state.fails = new Error('SQLITE secret detail')
    expect(text(await failing())).not.toContain('secret detail')
    house.state.fails = new AppError('database-busy')
    expect(text(await failing({ locale: 'ru' }))).toContain('База данных занята')
  })
})

it('the event’s language decides, until the manager has chosen one', async () => {
  expect(findButton(cardOf(await house.open({ locale: 'ru-RU' })), 'Зарегистрировать')).toBeDefined()
  expect(findButton(cardOf(await house.open({ locale: 'de-AT' })), 'Register')).toBeDefined()
})
