import type { AddonAnswer, Card } from '@counterpane/addin-gmail/card-schema'
import { composeToAction } from '@counterpane/addin-gmail/cards/compose-card'
import { brokenRules } from '@counterpane/addin-gmail/testing/card-rules'
import { openContactAction } from '@counterpane/addin-gmail/cards/contact-card'
import { cardOf } from '../contract/gmail-house'
import { startGmailServer, type GmailServer } from './gmail-server'
import { gmailVisitor, noticeOf, parametersIn, rowsOf } from './gmail-visitor'

let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 60_000)
afterAll(() => server.close())

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`
const withoutCompose = ['gmail.addons.execute', 'gmail.addons.current.message.metadata', 'gmail.addons.current.message.action', 'userinfo.email', 'script.locale'].map(scope)
const words = (card: Card) => JSON.stringify(card)

describe('beside a letter that is being written', () => {
  const write = async (to: string[], { cc = [], bcc = [], ...facts }: { cc?: string[]; bcc?: string[]; locale?: string; scopes?: string[] } = {}) => server.press({ endpoint: 'on-compose', message: null, draft: { to, cc, bcc }, ...facts })
  const cardFor = async (to: string[], facts = {}) => {
    const card = cardOf(await write(to, facts))
    expect(brokenRules(card)).toEqual([])
    return card
  }

  test('a known recipient is shown with what stands between us and what can be done', async () => {
    const card = await cardFor(['Ivan Petrov <ivan.petrov@vector.example>'])
    expect(card.header).toEqual({ title: 'Ivan Petrov', subtitle: 'Head of purchasing · ООО «Вектор»' })
    expect(words(card)).toMatch(/\d open tasks?/)
    expect(words(card)).toContain('Gmail does not tell add-ons when an email is sent')
    const visitor = gmailVisitor(server)
    expect(cardOf(await visitor.press(visitor.buttonIn(card, 'New task'))).header.title).toBe('New task')
  })
  test('several recipients, copies and blind copies each have their own standing; the unknown one is said to be', async () => {
    const card = await cardFor(['ivan.petrov@vector.example'], { cc: ['john.ross@beta.example', 'anna@demo.example'], bcc: ['nobody@unheard-of.example'] })
    const headers = card.sections.flatMap(({ header }) => header ?? [])
    expect(headers).toEqual(['ivan.petrov@vector.example', 'john.ross@beta.example', 'nobody@unheard-of.example'])
    expect(words(card)).toContain('not in the client base')
    expect(words(card)).not.toContain('anna@demo.example')
  })
  test('a recipient who looks like a client but is none is warned of', async () => {
    const card = await cardFor(['Ivan Petrov <ivan.petrov@vect0r.example>'])
    expect(card.sections[0]).toMatchObject({ header: 'Check the address before you send' })
    expect(rowsOf(card)[0]!.bottomLabel).toBe('Recipient: ivan.petrov@vect0r.example')
  })
  test.each([['nobody yet', [], 'Add recipients'], ['colleagues only', ['anna@demo.example'], 'between colleagues'], ['what is no address', ['nobody'], 'not in the client base']])('%s: the card says so', async (_what, to, said) => {
    expect(words(await cardFor(to))).toContain(said)
  })
  test('400 recipients make a card like any other', async () => {
    const card = await cardFor(Array.from({ length: 400 }, (_, at) => `person-${at}@many.example`), { locale: 'ru' })
    expect(words(card)).toContain('и ещё 395 получателей')
  })
  test.each([[999, 994], [1_400, 1_395]])('of %i recipients %i are said to be left out', async (count, more) => {
    expect(words(await cardFor(Array.from({ length: count }, (_, at) => `person-${at}@many.example`)))).toContain(`and ${more} more recipients`)
  })
  test('colleagues among many recipients, and who stands in two fields, are not counted', async () => {
    const many = Array.from({ length: 600 }, (_, at) => `person-${at}@many.example`)
    expect(words(await cardFor([...many, 'anna@demo.example'], { cc: ['Person-1@many.example', 'person-599@many.example'] }))).toContain('and 595 more recipients')
  })
  test('one entry longer than any address leaves the others be', async () => {
    const card = await cardFor(['x'.repeat(2_001), 'ivan.petrov@vector.example'])
    expect(card.header).toEqual({ title: 'Ivan Petrov', subtitle: 'Head of purchasing · ООО «Вектор»' })
  })
  test('consent is asked for exactly, with what is missing beside it', async () => {
    expect(await write(['ivan.petrov@vector.example'], { scopes: withoutCompose })).toEqual({ requesting_google_scopes: { scopes: [scope('gmail.addons.current.action.compose')] } })
  })
})

describe('a letter started from a contact', () => {
  const visitor = () => gmailVisitor(server)
  const draftOf = (answer: AddonAnswer) => {
    const markup = 'renderActions' in answer ? answer.renderActions.hostAppAction?.gmailAction.openCreatedDraftActionMarkup : undefined
    if (!markup) throw new Error(`no draft in ${JSON.stringify(answer).slice(0, 400)}`)
    return markup
  }
  interface Draft { to: string; cc: string; subject: string; text: string }
  const read = async (id: string) => (await (await fetch(`${server.url}/demo/gmail/drafts/${id}`)).json()) as Draft
  async function send(draftId: string): Promise<string> {
    const { to, subject, text } = await read(draftId)
    const answer = await fetch(`${server.url}/demo/gmail/send`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ to: [to], cc: [], bcc: [], subject, text, draftId }) })
    return ((await answer.json()) as { message: string }).message
  }
  /** The button of an opened contact's card, whoever draws it: its parameters are signed by the server. */
  async function writeButton(contactId: string, message: string) {
    const history = cardOf(await server.press({ endpoint: 'on-message', message }))
    const opening = JSON.stringify(history).includes(contactId)
    expect(opening).toBe(true)
    const contact = cardOf(await visitor().press(actionIn(history, openContactAction.name, contactId), { message }))
    return actionIn(contact, composeToAction.name, contactId)
  }

  test('it is a draft in the conversation of its original, with its content quoted; sent, it joins the chain when it is opened and registered', async () => {
    const { message, card } = await visitor().open(/^ivan\.petrov@vector\.example Запрос/)
    await visitor().press(visitor().buttonIn(card, 'Register'), { message })
    const [original] = (await server.olga('listContacts', { query: { limit: 200, method: 'letter' } })).items.filter(({ source }) => source === 'gmail')
    const button = await writeButton(original!.id, message)
    const answer = await visitor().press(button, { message })
    const { draftId, draftThreadId } = draftOf(answer)
    expect(noticeOf(answer)).toContain('The draft is made. When it is sent')
    const draft = await read(draftId)
    expect(draft).toMatchObject({ to: 'ivan.petrov@vector.example', subject: `Re: ${original!.subject}` })
    expect(draft.text).toContain('\n> ')
    expect(draftThreadId).toBe(original!.conversationId)

    expect(draftOf(await visitor().press(button, { message })).draftId).toBe(draftId)

    const sent = await send(draftId)
    const opened = cardOf(await server.press({ endpoint: 'on-message', message: sent }))
    await visitor().press(visitor().buttonIn(opened, /^Register/), { message: sent })
    const chained = (await server.olga('getContact', { id: original!.id })).nextIds
    expect(chained).toHaveLength(1)
    expect(await server.olga('getContact', { id: chained[0]! })).toMatchObject({ direction: 'outgoing', previousId: original!.id, counterparty: { name: 'ООО «Вектор»' }, source: 'gmail' })
  })

  test('consent for drafts is asked for exactly, and nothing is made before', async () => {
    const { message, card } = await visitor().open(/^john\.ross@beta\.example Order 4471/)
    await visitor().press(visitor().buttonIn(card, 'Register'), { message })
    const contact = (await server.olga('listContacts', { query: { limit: 200, method: 'letter' } })).items.find(({ subject, source }) => source === 'gmail' && subject.startsWith('Order 4471'))
    const button = await writeButton(contact!.id, message)
    expect(await visitor().press(button, { message, scopes: withoutCompose })).toEqual({ requesting_google_scopes: { scopes: [scope('gmail.addons.current.action.compose')] } })
    expect(draftOf(await visitor().press(button, { message })).draftId).toMatch(/^r-\d+$/)
  })

  test('Gmail in trouble says so, and the very same press makes the one draft afterwards', async () => {
    const { message } = await visitor().open(/^john\.ross@beta\.example Order 4471/)
    const contact = (await server.olga('listContacts', { query: { limit: 200, method: 'letter' } })).items.find(({ subject, source }) => source === 'gmail' && subject.startsWith('Order 4471'))
    const button = await writeButton(contact!.id, message)
    const failed = cardOf(await visitor().press(button, { message, trouble: 'too-many' }))
    expect(words(failed)).toContain('Try again in 7 seconds')
    const again = draftOf(await visitor().press(visitor().buttonIn(failed, 'Try again'), { message, trouble: 'none' }))
    expect(draftOf(await visitor().press(button, { message })).draftId).toBe(again.draftId)
  })
})

/** The first press anywhere in a card that does this to that contact. */
function actionIn(card: Card, name: string, contactId: string) {
  const found: { function: string; parameters: { key: string; value: string }[] }[] = []
  JSON.stringify(card, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'parameters' in value && 'function' in value) found.push(value as (typeof found)[number])
    return value
  })
  const action = found.find((one) => parametersIn(one).action === name && parametersIn(one).contactId === contactId)
  if (!action) throw new Error(`no ${name} of ${contactId} in the card "${card.name}": ${JSON.stringify(card).slice(0, 3_000)}`)
  return action
}
