import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { checkAnswer } from '@counterpane/addin-gmail/check/card-check'
import { brokenRules, buttonsOf, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { changed } from '@counterpane/addin-gmail/testing/full-card'
import { allScopes } from '@counterpane/backend/demo/gmail/demo-google'
import { gmailIdsOf } from '@counterpane/backend/demo/gmail/demo-letters'
import { cardOf, olga, startGmailHouse, type GmailHouse } from './gmail-house'

let house: GmailHouse
beforeAll(async () => { house = await startGmailHouse() })
afterAll(() => house.close())

type Facts = Record<string, unknown>
interface Event { commonEventObject?: Facts; authorizationEventObject?: Facts; gmail?: Facts }
const send = async (pathName: string, event: unknown) => {
  const response = await house.post(pathName, event)
  return { status: response.status, answer: (await response.json()) as AddonAnswer }
}
/** Entries of the add-on's menu are answered as buttons are. */
const kindOf = (pathName: string) => (pathName === '/gmail/action' ? 'action' : /settings|help|search/.test(pathName) ? 'press' : 'trigger')
/** Whatever came in, what goes out is right; only where something is wrong with what names the person, it may be 401. */
async function isTaken(pathName: string, event: unknown, wrongAt = ''): Promise<string[]> {
  const { status, answer } = await send(pathName, event)
  if (status === 401 && wrongAt.startsWith('authorizationEventObject')) return []
  return status === 200 ? checkAnswer(answer, kindOf(pathName)) : [`HTTP ${status}`]
}
/** Google's samples have dots for tokens; where there is one, ours stands in its place. */
async function withTokens(event: Event): Promise<Event> {
  const { authorizationEventObject: auth = {}, gmail } = event
  return {
    ...event, authorizationEventObject: { ...auth, userOAuthToken: house.google.grant(allScopes), ...('userIdToken' in auth && { userIdToken: await house.google.userToken(olga) }) },
    ...(gmail && { gmail: { ...gmail, ...('accessToken' in gmail && typeof gmail.messageId === 'string' && { accessToken: house.google.messageToken(gmail.messageId) }) } }),
  }
}

const fixtures = path.resolve(__dirname, '../../../shared/data/gmail-payloads')
const names = fs.existsSync(fixtures) ? fs.readdirSync(fixtures).filter((name) => /^event-.*\.json$/.test(name)) : []
const endpoints: Record<string, string> = { 'event-homepage.json': '/gmail/homepage', 'event-compose.json': '/gmail/on-compose', 'event-form-submit.json': '/gmail/action' }
const consent = ['gmail.addons.current.message.metadata', 'userinfo.email'].map((scope) => `https://www.googleapis.com/auth/${scope}`)

// Google's sample events are outside data, never copied into the repository.
const listed = names.length > 0 ? it.each(names) : it.skip.each(['Google’s sample events (skipped: no data folder beside the checkout)'])
listed('%s is answered with a card or a question for consent', async (name) => {
  const event = await withTokens(JSON.parse(fs.readFileSync(path.join(fixtures, name), 'utf8')) as Event)
  const endpoint = endpoints[name] ?? '/gmail/on-message'
  const { status, answer } = await send(endpoint, event)
  expect(status).toBe(200)
  expect(checkAnswer(answer, kindOf(endpoint))).toEqual([])
  if ('requesting_google_scopes' in answer) expect(answer.requesting_google_scopes.scopes).toEqual(consent)
  else expect(brokenRules(cardOf(answer))).toEqual([])
})

const common = { userLocale: 'en-GB', hostApp: 'GMAIL', platform: 'WEB', timeZone: { id: 'Europe/Moscow', offset: 10_800_000 } }
const granted = (...names: string[]) => ({ userOAuthToken: 'a', userIdToken: 'a', systemIdToken: 'a', authorizedScopes: allScopes.filter((scope) => !names.some((name) => scope.endsWith(name))) })
const open = () => ({ messageId: gmailIdsOf(house.letters[0]!).event, threadId: 'thread-f:1', accessToken: 'a' })
const pressed = (parameters: Facts, formInputs?: Facts) => ({ ...common, parameters, ...(formInputs && { formInputs }) })
/** Events as Gmail makes them, by what had happened, with what the card is called that answers. */
const ours: Record<string, { at: string; event: () => Event; card: string | null }> = {
  'an opened message': { at: '/gmail/on-message', event: () => ({ commonEventObject: common, authorizationEventObject: granted(), gmail: open() }), card: 'message' },
  'a message opened on a phone': { at: '/gmail/on-message', event: () => ({ commonEventObject: { ...common, platform: 'ANDRIOD' }, authorizationEventObject: granted(), gmail: open() }), card: 'message' },
  'a message of a deployment that does not say what was granted': { at: '/gmail/on-message', event: () => ({ commonEventObject: { hostApp: 'GMAIL', platform: 'IOS' }, authorizationEventObject: { userOAuthToken: 'a', userIdToken: 'a' }, gmail: open() }), card: 'message' },
  'a message whose headers may not be seen': { at: '/gmail/on-message', event: () => ({ commonEventObject: common, authorizationEventObject: granted('message.metadata', 'message.readonly'), gmail: open() }), card: 'consent' },
  'a message of somebody who agreed to nothing': { at: '/gmail/on-message', event: () => ({ commonEventObject: common, authorizationEventObject: { userOAuthToken: 'a', authorizedScopes: [] }, gmail: { messageId: 'msg-f:1', threadId: 'thread-f:1' } }), card: null },
  'a letter being written': { at: '/gmail/on-compose', event: () => ({ commonEventObject: common, authorizationEventObject: granted(), gmail: { accessToken: 'a', toRecipients: ['ivan.petrov@vector.example', 'odd'], ccRecipients: [], bccRecipients: [] } }), card: 'compose' },
  'the homepage': { at: '/gmail/homepage', event: () => ({ commonEventObject: common, authorizationEventObject: granted() }), card: 'home' },
  'the entry Settings': { at: '/gmail/settings', event: () => ({ commonEventObject: common, authorizationEventObject: granted() }), card: 'settings' },
  'the entry Help': { at: '/gmail/help', event: () => ({ commonEventObject: common, authorizationEventObject: granted() }), card: 'help' },
  'the entry Search': { at: '/gmail/search', event: () => ({ commonEventObject: common, authorizationEventObject: granted() }), card: 'search' },
}
describe.each(Object.entries(ours))('%s', (_what, { at, event, card }) => {
  it('has its own answer, and it is right', async () => {
    const { status, answer } = await send(at, await withTokens(event()))
    expect([status, checkAnswer(answer, kindOf(at))]).toEqual([200, []])
    expect('requesting_google_scopes' in answer ? null : cardOf(answer).name).toBe(card)
  })

})
// The event is read in one place; what is made of it differs between these.
describe.each(['an opened message', 'a message whose headers may not be seen', 'a letter being written', 'the homepage'])('%s', (what) => {
  it('in whatever shape its parts come, nothing fails', async () => {
    const { at, event } = ours[what]!
    const right = await withTokens(event())
    const found: unknown[] = []
    for (const [place, values] of Object.entries(odd)) {
      if (place.split('.').length > 1 && !(place.split('.')[0]! in right)) continue
      for (const value of values) found.push(...(await isTaken(at, changed(right, place, value), place)).map((finding) => ({ place, value: JSON.stringify(value)?.slice(0, 60), finding })))
    }
    expect(found).toEqual([])
  })
})

const long = 'я'.repeat(10_000)
const shapes: unknown[] = [null, [], {}, '', 5, true, long, [[]], { a: { b: {} } }]
/** Parts of an event, in shapes that they do not have, or no longer. */
const odd: Record<string, unknown[]> = {
  commonEventObject: [...shapes, undefined], gmail: [...shapes, undefined], 'commonEventObject.platform': ['ANDRIOD', 'TOASTER', ...shapes], 'commonEventObject.userLocale': ['xx-YY', 'ru', ...shapes], 'commonEventObject.hostApp': shapes,
  'commonEventObject.timeZone': [{ id: 'Customized Time Zone' }, { id: long }, { id: 5 }, ...shapes], 'commonEventObject.parameters': [{ action: 5 }, { message: long, action: 'x', signature: 'y' }, { [long]: 'a' }, ...shapes],
  'commonEventObject.formInputs': [{ at: { dateTimeInput: { msSinceEpoch: 'soon' } } }, { title: null }, { title: { stringInputs: { value: [long] } } }, ...shapes], 'commonEventObject.somethingNew': shapes,
  'gmail.messageId': ['msg-f:' + '9'.repeat(200), 'msg-a:r-123', '../../users/me/messages/1', '\u202e\0', 'msg-f:-1', ...shapes], 'gmail.threadId': shapes, 'gmail.accessToken': [undefined, ...shapes], 'gmail.toRecipients': [[long, 5, null], ...shapes], 'gmail.csmToken': shapes,
  'authorizationEventObject.authorizedScopes': [[5], ['https://www.googleapis.com/auth/userinfo.email'], ...shapes], 'authorizationEventObject.userOAuthToken': [undefined, ...shapes], 'authorizationEventObject.userIdToken': [undefined, ...shapes], authorizationEventObject: [undefined, ...shapes], user: shapes,
}

const string = (...value: unknown[]) => ({ stringInputs: { value } })
/** What a field can come as: absent, empty, of another kind, too much; and the two forms of a moment. */
const inputs: unknown[] = [
  ...shapes, string(), string(''), string(' '), string(null), string(5), string(long), string('a\0\ud800b'), string('<script>', 'two'), { stringInputs: 'text' }, { stringInputs: { value: 'text' } }, { stringInputs: {} }, { somethingNew: { value: ['a'] } },
  { dateTimeInput: { msSinceEpoch: '1795000000000', hasDate: true, hasTime: true } }, { dateTimeInput: { msSinceEpoch: 1_795_000_000_000 } }, { dateTimeInput: { msSinceEpoch: '-1' } }, { dateTimeInput: { msSinceEpoch: '99999999999999999999' } }, { dateTimeInput: { msSinceEpoch: 1e300 } },
  { dateTimeInput: {} }, { dateTimeInput: [] }, { dateInput: { msSinceEpoch: '1795046400000' } }, { dateInput: { msSinceEpoch: 1_795_046_400_000 } }, { timeInput: { hours: 14, minutes: 30 } },
]
it('every button of a card can be pressed with any input in any shape, with the message and without', async () => {
  const event = ours['an opened message']!.event
  const card = cardOf((await send('/gmail/on-message', await withTokens(event()))).answer)
  const found: unknown[] = []
  const actions = buttonsOf(card).filter(({ onClick }) => 'action' in onClick)
  for (const button of actions) {
    for (const input of inputs) {
      const formInputs = Object.fromEntries(['name', 'client', 'title', 'subject', 'at', 'method', 'query'].map((name) => [name, input]))
      const asked = { ...(await withTokens(event())), commonEventObject: pressed(parametersOf(button), formInputs) }
      for (const one of [asked, { ...asked, gmail: undefined }]) found.push(...(await isTaken('/gmail/action', one)).map((finding) => ({ button: button.text, input, finding })))
    }
  }
  expect(found).toEqual([])
  expect(actions.length).toBeGreaterThan(3)
}, 60_000)

it('no event that could be made up fails', async () => {
  const right = await Promise.all(Object.values(ours).map(async ({ at, event }) => ({ at, event: await withTokens(event()) })))
  const button = buttonsOf(cardOf((await send('/gmail/on-message', right[0]!.event)).answer)).find(({ onClick }) => 'action' in onClick)
  right.push({ at: '/gmail/action', event: { ...right[0]!.event, commonEventObject: pressed(parametersOf(button), { name: string('New') }) } })
  const placesOf = (value: unknown, at = ''): string[] => (typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([key, one]) => (key.includes('.') ? [] : [`${at}${key}`, ...placesOf(one, `${at}${key}.`)])))
  const made = fc.constantFrom(...right).chain(({ at, event }) => fc.tuple(fc.constant(at), fc.constant(event), fc.constantFrom(...placesOf(event)), fc.oneof(fc.constantFrom(undefined, ...shapes), fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>)))
  await fc.assert(fc.asyncProperty(made, async ([at, event, place, value]) => { expect(await isTaken(at, changed(event, place, value), place)).toEqual([]) }), { seed: 22, numRuns: 200 })
}, 60_000)

it.each([[[]], ['text'], [7], [{}], [{ authorizationEventObject: null, gmail: 5 }]])('a body that is no event (%j) names nobody', async (body) => {
  expect((await house.post('/gmail/on-message', body)).status).toBe(401)
})

it('a body that is too large is refused', async () => {
  expect((await house.post('/gmail/on-message', { padding: 'x'.repeat(2_200_000) })).status).toBe(413)
})

it('an event without a message asks to open one', async () => {
  const { answer } = await send('/gmail/on-message', await house.eventOf({ gmail: null }))
  expect(cardOf(answer).name).toBe('failure')
})

it('a zone decides what today is', async () => {
  house.clock.set('2026-11-20T22:30:00Z')
  house.state.sidebar = { ...house.state.sidebar, nextContact: { ...house.state.sidebar.nextContact!, startsAt: '2026-11-21T08:00:00.000Z' } }
  const event = await house.eventOf({})
  const cardIn = async (id: string) => JSON.stringify(cardOf((await send('/gmail/on-message', { ...event, commonEventObject: { ...event.commonEventObject, timeZone: { id } } })).answer))
  expect(await cardIn('Europe/Moscow')).toContain('today 11:00')
  expect(await cardIn('America/New_York')).toContain('tomorrow 03:00')
  expect(await cardIn('Nowhere/Else')).toContain('tomorrow 08:00')
})
