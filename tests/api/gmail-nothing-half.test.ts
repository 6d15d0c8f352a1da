import { openNewTaskAction } from '@counterpane/addin-gmail/cards/task-card'
import type { Action, Card } from '@counterpane/addin-gmail/card-schema'
import { actionsIn } from '@counterpane/addin-gmail/testing/card-rules'
import { createGoogleTokenVerifier } from '@counterpane/backend/adapters/google/token-verifier'
import { createDemoGoogle } from '@counterpane/backend/demo/gmail/demo-google'
import { KeysUnavailable } from '@counterpane/backend/platform/crypto/key-cache'
import { describeError } from '@counterpane/backend/platform/log/describe-error'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { clientsCardTexts } from '@counterpane/shared/text/clients-cards'
import { cardOf } from '../contract/gmail-house'
import { startTestServer } from '../support/test-server'
import { startGmailServer, type GmailServer } from './gmail-server'
import { gmailVisitor, noticeOf, parametersIn } from './gmail-visitor'

let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 60_000)
afterAll(() => server.close())

const counted = () => ['Counterparty', 'ContactPerson', 'Contact', 'Task'].map((table) => server.running.db.sql.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table}"`)[0]!.n)
const visitor = () => gmailVisitor(server)
const toAction = (parameters: Record<string, string> | undefined): Action => ({ function: '', parameters: Object.entries(parameters ?? {}).map(([key, value]) => ({ key, value })) })
const pressed = (card: Card, name: string, contactId?: string) => toAction(actionsIn(card).find((one) => one.action === name && (contactId === undefined || one.contactId === contactId)))
type Order = BodyOf<'registerMessage'>
const letter = (id: string, more: Partial<Order> = {}): Order => ({
  message: { messageId: `<${id}@vector.example>`, subject: 'ZEBRA', sentAt: '2026-11-20T10:00:00Z', from: { name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }, to: [{ name: '', address: 'anna@demo.example' }], text: 'Words' }, ...more,
})

describe('making a sender known', () => {
  const typed = { name: 'Ekaterina Lapteva', client: 'Laptrade Ltd' }

  it.each(['broken', 'forbidden', 'deleted', 'slow'] as const)('when Gmail is %s as the text is read, nobody and nothing is made', async (trouble) => {
    const { message, card } = await visitor().open(/^e\.lapteva@laptrade/)
    const before = counted()
    const answer = await visitor().press(visitor().buttonIn(card, 'Create and register'), { message, typed, trouble })
    expect(cardOf(answer).name).toBe('failure')
    expect(counted()).toEqual(before)
    await server.press({ endpoint: 'homepage', message: null, trouble: 'none' })
  }, 20_000)

  it('of an email that was set aside meanwhile, nobody is made', async () => {
    const { message, card } = await visitor().open(/^e\.lapteva@laptrade/)
    await visitor().press(pressed(card, 'exclude'), { message })
    const before = counted()
    expect(JSON.stringify(await visitor().press(visitor().buttonIn(card, 'Create and register'), { message, typed }))).toContain('This email is not to be processed')
    expect(counted()).toEqual(before)
    const { card: excluded } = await visitor().open(/^e\.lapteva@laptrade/)
    await visitor().press(visitor().buttonIn(excluded, 'Take back'), { message })
  })

  it('one press makes the client and the person, and the same press again neither', async () => {
    const { message, card } = await visitor().open(/^e\.lapteva@laptrade/)
    const [counterparties = 0, persons = 0, contacts = 0] = counted()
    const create = visitor().buttonIn(card, 'Create and register')
    expect(noticeOf(await visitor().press(create, { message, typed }))).toContain(clientsCardTexts.en.madeClient('Laptrade Ltd'))
    expect(noticeOf(await visitor().press(create, { message, typed }))).toContain('Already registered')
    expect(counted().slice(0, 3)).toEqual([counterparties + 1, persons + 1, contacts + 1])
  })
})

it('a map of parameters in another order is the same press', async () => {
  const { message, card } = await visitor().open(/^john\.ross@beta\.example Order 4471/)
  const form = cardOf(await visitor().press(pressed(card, openNewTaskAction.name), { message }))
  const save = parametersIn(pressed(form, 'new-task'))
  const [, , , tasks = 0] = counted()
  const formInputs = { title: { stringInputs: { value: ['Once'] } }, at: { dateTimeInput: { msSinceEpoch: String(Date.parse('2026-12-01T00:00:00Z')) } }, day: { dateInput: { msSinceEpoch: String(Date.parse('2026-12-01T00:00:00Z')) } } }
  for (const turned of [false, true]) {
    const entries = Object.entries(save)
    await server.press({ endpoint: 'action', message, parameters: Object.fromEntries(turned ? entries.reverse() : entries), formInputs: Object.fromEntries(turned ? Object.entries(formInputs).reverse() : Object.entries(formInputs)) })
  }
  expect(counted()[3]).toBe(tasks + 1)
})

describe("what is private stays its people's", () => {
  it('an answer started from a private contact is private too', async () => {
    const anna = await server.as('anna@demo.example')
    const { contact } = await anna('registerMessage', { body: letter('private-1', { private: true }) })
    const orders = () => server.running.db.sql.all<{ private: number; previousId: string }>('SELECT private, previousId FROM SendOrder').filter(({ previousId }) => previousId === contact.id)
    const asAnna = { message: null, person: 'colleague' as const }
    const message = await server.messageOf(/^ivan\.petrov@vector\.example Запрос/)
    const opened = cardOf(await server.press({ endpoint: 'on-message', ...asAnna, message }))
    const shown = cardOf(await visitor().press(pressed(opened, 'open-contact', contact.id), { ...asAnna, message }))
    await visitor().press(pressed(shown, 'compose-to'), { ...asAnna, message })
    expect(orders()).toEqual([{ private: 1, previousId: contact.id }])
  })

  it("whoever takes no part may plan after somebody's private contact, and learns nothing of its words", async () => {
    const anna = await server.as('anna@demo.example')
    const dmitry = await server.as('dmitry@demo.example')
    const { contact } = await anna('registerMessage', { body: letter('private-2', { private: true }) })
    const plan = await dmitry('planNext', { id: contact.id, body: { at: '2026-12-01T10:00:00Z' } })
    expect([plan.subject, JSON.stringify(plan).includes('ZEBRA')]).toEqual(['', false])
    expect((await anna('planNext', { id: contact.id, body: { at: '2026-12-02T10:00:00Z' } })).subject).toBe('ZEBRA')
  })

  it('where only the fact is registered no file is named', async () => {
    const body = letter('fact-1', { visibility: 'fact' })
    const { contact } = await server.olga('registerMessage', { body: { ...body, message: { ...body.message, attachments: [{ name: 'ZEBRA.pdf', contentType: 'application/pdf', size: 10 }] } } })
    expect(contact.attachments).toEqual([])
    expect(JSON.stringify(server.running.db.sql.all('SELECT * FROM Attachment'))).not.toContain('ZEBRA.pdf')
  })
})

describe('when Google itself is in trouble', () => {
  it("while its signing keys cannot be read nobody is told that Google did not call", async () => {
    const google = await createDemoGoogle({ clientId: 'c', serviceAccount: 's@gcp-sa-gsuiteaddons.iam.gserviceaccount.com' })
    const nowhere = 'http://127.0.0.1:9/certs'
    await expect(createGoogleTokenVerifier({ certsUrl: nowhere })(await google.userToken({ sub: '1', email: 'a@b.example' }), 'c')).rejects.toBeInstanceOf(KeysUnavailable)
    const house = await startTestServer({ settings: { GOOGLE_CLIENT_ID: 'c', GOOGLE_ADDON_SERVICE_ACCOUNT: 's@gcp-sa-gsuiteaddons.iam.gserviceaccount.com', GOOGLE_ISSUER_CERTS_URL: nowhere } })
    try {
      const answer = await house.raw('POST', '/gmail/homepage', { body: {}, headers: { authorization: `Bearer ${await google.systemToken(`${house.url}/gmail/homepage`)}` } })
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, 'provider-unavailable'])
      expect((await house.raw('POST', '/gmail/homepage', { body: {}, headers: { authorization: 'Bearer x' } })).status).toBe(401)
    } finally {
      await house.close()
    }
  })
})

it('the log keeps what was wrong with a call of the database, and nothing of its values', () => {
  const refusal = Object.assign(new Error('Invalid `create()` invocation:\n{ data: { subject: "ZEBRA" } }\n\nUnable to fit the value into a 64-bit integer'), { name: 'PrismaClientValidationError' })
  expect(describeError(refusal)).toMatch(/^PrismaClientValidationError: Unable to fit the value into a 64-bit integer\n\s+at /)
  expect(describeError(refusal)).not.toContain('ZEBRA')
  expect(describeError(new Error('plain words'))).toContain('plain words')
})
