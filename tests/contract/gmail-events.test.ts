import fs from 'node:fs'
import path from 'node:path'
import { brokenRules } from '@counterpane/addin-gmail/testing/card-rules'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { allScopes } from '@counterpane/backend/demo/gmail/demo-google'
import { cardOf, olga, startGmailHouse, type GmailHouse } from './gmail-house'

let house: GmailHouse
beforeAll(async () => { house = await startGmailHouse() })
afterAll(() => house.close())

const send = async (pathName: string, event: unknown) => {
  const response = await house.post(pathName, event)
  return { status: response.status, answer: (await response.json()) as AddonAnswer }
}
type Event = Record<string, Record<string, unknown> | undefined>

const fixtures = path.resolve(__dirname, '../../../shared/data/gmail-payloads')
const names = fs.existsSync(fixtures) ? fs.readdirSync(fixtures).filter((name) => /^event-.*\.json$/.test(name)) : []
const endpoints: Record<string, string> = { 'event-homepage.json': '/gmail/homepage', 'event-compose.json': '/gmail/on-compose', 'event-form-submit.json': '/gmail/action' }

// Google's sample events are outside data, never copied into the repository.
const listed = names.length > 0 ? it.each(names) : it.skip.each(['Google’s sample events (skipped: no data folder beside the checkout)'])
listed('%s is answered with a card or a question for consent', async (name) => {
  const event = JSON.parse(fs.readFileSync(path.join(fixtures, name), 'utf8')) as Event
  const auth = event.authorizationEventObject ?? {}
  // The samples' tokens are dots; where there is one, ours stands in its place.
  if ('userIdToken' in auth) auth.userIdToken = await house.google.userToken(olga)
  auth.userOAuthToken = house.google.grant(allScopes)
  const endpoint = endpoints[name] ?? '/gmail/on-message'
  const { status, answer } = await send(endpoint, event)
  expect(status).toBe(200)
  if ('requesting_google_scopes' in answer) expect(answer.requesting_google_scopes.scopes).toEqual(['gmail.addons.current.message.metadata', 'userinfo.email'].map((scope) => `https://www.googleapis.com/auth/${scope}`))
  else expect(brokenRules(cardOf(answer))).toEqual([])
})

it.each([
  ['an unknown zone', { timeZone: { id: 'Customized Time Zone', offset: 0 } }], ['no zone', { timeZone: undefined }], ['no language', { userLocale: undefined }],
  ['a strange platform', { platform: 'TOASTER' }], ['parameters of another shape', { parameters: ['a'] }], ['inputs of another shape', { formInputs: { at: { dateTimeInput: { msSinceEpoch: 'soon' } } } }],
])('%s is no reason for a failure', async (_what, common) => {
  const event = await house.eventOf({})
  const { status, answer } = await send('/gmail/on-message', { ...event, commonEventObject: { ...event.commonEventObject, ...common } })
  expect(status).toBe(200)
  expect(cardOf(answer).name).toBe('message')
})

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

it('home and compose are short cards', async () => {
  for (const endpoint of ['/gmail/homepage', '/gmail/on-compose']) {
    const card = cardOf((await send(endpoint, await house.eventOf({ gmail: null }))).answer)
    expect(brokenRules(card)).toEqual([])
    expect(card.sections).toHaveLength(1)
  }
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
