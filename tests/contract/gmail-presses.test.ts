import { allScopes } from '@counterpane/backend/demo/gmail/demo-google'
import { findButton, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { aMatch, aSidebar } from '@counterpane/addin-gmail/testing/sample-views'
import { aLetter, cardOf, startGmailHouse, type GmailHouse } from './gmail-house'

const auth = 'https://www.googleapis.com/auth/'
const without = (name: string) => allScopes.filter((scope) => scope !== auth + name)
let house: GmailHouse
afterEach(() => house.close())

/** An event of a deployment that does not say what was granted; its token has no more than was. */
async function untold(path: string, granted: readonly string[], facts: Parameters<GmailHouse['eventOf']>[0] = {}) {
  const event = await house.eventOf({ ...facts, scopes: granted })
  delete (event.authorizationEventObject as { authorizedScopes?: unknown }).authorizedScopes
  return (await house.post(path, event)).json() as Promise<unknown>
}

it('where Google does not tell what was granted, what Gmail refuses for want of consent is asked for exactly', async () => {
  house = await startGmailHouse()
  const nothing = without('gmail.addons.current.message.metadata').filter((scope) => scope !== `${auth}gmail.addons.current.message.action`)
  expect(await untold('/gmail/on-message', nothing)).toEqual({ requesting_google_scopes: { scopes: [`${auth}gmail.addons.current.message.metadata`] } })
  const register = parametersOf(findButton(cardOf(await house.open()), 'Register'))
  expect(await untold('/gmail/action', without('gmail.addons.current.message.action'), { parameters: register })).toEqual({ requesting_google_scopes: { scopes: [`${auth}gmail.addons.current.message.action`] } })
  expect(house.times('registerMessage')).toBe(0)
})

it('the same button pressed again while Gmail is slow shares the one answer, and what only shows something waits for nobody', async () => {
  house = await startGmailHouse({ timeoutMs: 2_500 })
  const card = cardOf(await house.open())
  const register = parametersOf(findButton(card, 'Register'))
  const log = parametersOf(findButton(card, 'Log a call'))
  house.api.setTrouble('slow')
  const began = Date.now()
  let isAnswered = false
  const slow = Promise.all(Array.from({ length: 6 }, () => house.press(register).finally(() => { isAnswered = true })))
  expect(cardOf(await house.press(log)).name).not.toBe('failure')
  expect(isAnswered).toBe(false)
  expect((await slow).map((answer) => cardOf(answer).name)).toEqual(Array(6).fill('failure'))
  house.api.setTrouble('none')
  // Six in turn would be fifteen seconds.
  expect(Date.now() - began).toBeLessThan(10_000)
}, 40_000)

it('a sender whose address is none is made known without it, in one press', async () => {
  house = await startGmailHouse({ letters: [aLetter('odd', { from: { name: 'Vasya', address: 'vasya' } })] })
  house.state.sidebar = aSidebar({ match: aMatch({ kind: 'none', rule: 'none', person: null, counterparty: null }), participants: [{ name: 'Vasya', address: 'vasya', kind: 'none', personId: null, counterpartyId: null }] })
  const card = cardOf(await house.open())
  const create = findButton(card, 'Create and register')
  const form = create ? card : cardOf(await house.press(parametersOf(findButton(card, 'New person'))))
  await house.press(parametersOf(findButton(form, 'Create and register')), { formInputs: { name: { stringInputs: { value: ['Vasya'] } }, client: { stringInputs: { value: ['Vasya & Co'] } } } })
  expect(house.asked.find(({ name }) => name === 'createPerson')?.given[0]).toMatchObject({ name: 'Vasya', addresses: [] })
})
