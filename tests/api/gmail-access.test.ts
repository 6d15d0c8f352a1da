import type { AddonAnswer, Card } from '@counterpane/addin-gmail/card-schema'
import { findButton, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { accessCardTexts } from '@counterpane/shared/text/access-cards'
import { readConfig } from '@counterpane/backend/config'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { problemTexts } from '@counterpane/shared/text/problems'
import { digestOf } from '../support/database-digest'
import { startGoogleHouse, type GoogleHouse } from '../support/google-house'

const words = accessCardTexts.en
let house: GoogleHouse
let administrator: HttpClient
beforeAll(async () => {
  house = await startGoogleHouse()
  administrator = await house.server.as('admin@demo.example')
})
afterAll(() => house.close())

let people = 0
const somebody = (email = 'anybody@mail.example') => ({ sub: `1170000000000000${String(++people).padStart(5, '0')}`, email })
const codeFor = async (id: string) => (await administrator('inviteManager', { id })).code

function cardOf(answer: AddonAnswer): Card {
  const { action } = 'renderActions' in answer ? answer.renderActions : (answer as Extract<AddonAnswer, { action: unknown }>)
  const card = action.navigations?.flatMap((step) => ('pushCard' in step ? [step.pushCard] : 'updateCard' in step ? [step.updateCard] : []))[0]
  if (!card) throw new Error('no card')
  return card
}
const bring = async (person: { sub: string; email: string }, code: string) => {
  const stranger = cardOf(await house.call('homepage', person))
  return cardOf(await house.call('action', person, { parameters: parametersOf(findButton(stranger, words.accept)), formInputs: { code: { stringInputs: { value: [code] } } } }))
}
const bound = () => house.server.db.sql.all<{ subject: string; managerId: string }>("SELECT subject, managerId FROM Identity WHERE provider = 'google' ORDER BY boundAt, subject")

test("nobody is known by an address: Olga's own Google account meets a card that asks for an invitation", async () => {
  const card = cardOf(await house.call('on-message', somebody('olga@demo.example')))
  expect([card.name, card.header.title]).toEqual(['stranger', words.stranger])
  expect(JSON.stringify(card)).toContain('olga@demo.example')
  expect(bound()).toEqual([])
})

test("an invitation's code makes the person that manager, whatever address the account has", async () => {
  const person = somebody('private@mail.example')
  expect((await bring(person, await codeFor('m-olga'))).header.title).toBe(words.welcome('Olga Smirnova'))
  expect(cardOf(await house.call('homepage', person)).name).toBe('home')
  expect(bound()).toContainEqual({ subject: person.sub, managerId: 'm-olga' })
})

test('the same press again, as Google repeats it, changes nothing and is welcome again', async () => {
  const [person, code] = [somebody(), await codeFor('m-dmitry')]
  const stranger = cardOf(await house.call('homepage', person))
  const press = () => house.call('action', person, { parameters: parametersOf(findButton(stranger, words.accept)), formInputs: { code: { stringInputs: { value: [code] } } } })
  await press()
  const before = digestOf(house.server.db)
  expect(cardOf(await press()).name).not.toBe('stranger')
  expect(digestOf(house.server.db)).toBe(before)
})

test('a wrong code, a used one and none at all are told apart in words, and bind nobody', async () => {
  const used = await codeFor('m-anna')
  await bring(somebody(), used)
  const before = digestOf(house.server.db)
  for (const code of ['AAAAA-BBBBB-CCCCC-DDDDD', used, '<b>x</b>', 'я'.repeat(5_000)]) {
    expect(JSON.stringify(await bring(somebody(), code))).toContain(problemTexts.en['invitation-unknown'].title)
  }
  expect(JSON.stringify(await bring(somebody(), '  '))).toContain(words.writeCode)
  expect(digestOf(house.server.db)).toBe(before)
})

test("a stranger's button cannot be pressed by another stranger, and no other action is open to either", async () => {
  const [first, second] = [somebody(), somebody()]
  const stranger = cardOf(await house.call('homepage', first))
  const code = await codeFor('m-elena')
  const before = digestOf(house.server.db)
  const parameters = parametersOf(findButton(stranger, words.accept))
  const formInputs = { code: { stringInputs: { value: [code] } } }
  expect(cardOf(await house.call('action', second, { parameters, formInputs })).name).toBe('stranger')
  expect(cardOf(await house.call('action', first, { parameters: { ...parameters, action: 'home' }, formInputs })).name).toBe('stranger')
  expect(digestOf(house.server.db)).toBe(before)
})

test('whoever is bound to one manager is not bound to a second one by another code', async () => {
  const person = somebody()
  const [stranger, first, second] = [cardOf(await house.call('homepage', person)), await codeFor('m-kate'), await codeFor('m-sergey')]
  const parameters = parametersOf(findButton(stranger, words.accept))
  await house.call('action', person, { parameters, formInputs: { code: { stringInputs: { value: [first] } } } })
  // The old card is still open: the press is that of a manager now, and this is no button of a manager's.
  await house.call('action', person, { parameters, formInputs: { code: { stringInputs: { value: [second] } } } })
  expect(bound().filter(({ subject }) => subject === person.sub)).toEqual([{ subject: person.sub, managerId: 'm-kate' }])
})

test('when an administrator ends the sessions, tokens that Google gave out before do no more', async () => {
  const person = somebody()
  await bring(person, await codeFor('m-maria'))
  const userToken = await house.google.userToken(person)
  expect(cardOf(await house.call('homepage', person, { userToken })).name).toBe('home')
  await administrator('endSessions', { id: 'm-maria' })
  expect(cardOf(await house.call('homepage', person, { userToken })).header.title).toBe(problemTexts.en['no-session'].title)
  // Tokens count in whole seconds: one of the next second is a new sign-in.
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  expect(cardOf(await house.call('homepage', person)).name).toBe('home')
})

test('a manager who no longer works here is a stranger', async () => {
  const person = somebody()
  await bring(person, await codeFor('m-nina'))
  await house.server.db.prisma.manager.update({ where: { id: 'm-nina' }, data: { active: false } })
  house.server.clock.advance(120_000)
  expect(cardOf(await house.call('homepage', person)).name).toBe('stranger')
})

test('in production an add-on without an https address is refused at the start, with the variable and a sentence', () => {
  const settings = { COUNTERPANE_MODE: 'production', COUNTERPANE_SECRET: 'x'.repeat(32), GOOGLE_CLIENT_ID: 'c', GOOGLE_ADDON_SERVICE_ACCOUNT: 'service-1@gcp-sa-gsuiteaddons.iam.gserviceaccount.com' }
  expect(() => readConfig({ ...settings, PUBLIC_URL: 'http://crm.example.com' })).toThrow(/PUBLIC_URL: the Gmail add-on needs an https address/)
  expect(() => readConfig({ ...settings, HOST: '0.0.0.0' })).toThrow(/PUBLIC_URL/)
  expect(readConfig({ ...settings, PUBLIC_URL: 'https://crm.example.com' }).PUBLIC_URL).toBe('https://crm.example.com')
})
