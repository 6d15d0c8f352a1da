// Who calls, at every endpoint, and for whom a button was drawn. The shapes of a wrong token itself are in gmail-tokens.test.ts.
import { exportSPKI, generateKeyPair, importJWK, SignJWT, type JWTPayload } from 'jose'
import { actionsIn } from '@counterpane/addin-gmail/testing/card-rules'
import { checkAnswer } from '@counterpane/addin-gmail/check/card-check'
import { allScopes } from '@counterpane/backend/demo/gmail/demo-google'
import { gmailIdsOf } from '@counterpane/backend/demo/gmail/demo-letters'
import { anna, cardOf, clientId, olga, publicUrl, serviceAccount, startGmailHouse, type GmailHouse } from './gmail-house'

const endpoints = ['homepage', 'on-message', 'on-compose', 'action', 'settings', 'help', 'search'].map((name) => `/gmail/${name}`)
let house: GmailHouse
let foreignKey: CryptoKey
beforeAll(async () => {
  house = await startGmailHouse()
  foreignKey = (await generateKeyPair('RS256')).privateKey
})
afterAll(() => house.close())
beforeEach(() => { house.asked.length = 0 })

const now = () => Math.floor(Date.now() / 1000)
const claimsFor = (audience: string | string[], { sub = '1', email = serviceAccount }: { sub?: string; email?: string } = {}): JWTPayload =>
  ({ iss: 'https://accounts.google.com', aud: audience, sub, email, email_verified: true, iat: now(), exp: now() + 3_600 })
const signed = (claims: JWTPayload, key: CryptoKey = house.google.privateKey) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: house.google.jwks.keys[0]!.kid }).sign(key)
const unsigned = (claims: JWTPayload) => `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`
async function signedByPublicKey(claims: JWTPayload) {
  const key = (await importJWK({ ...house.google.jwks.keys[0], ext: true } as Parameters<typeof importJWK>[0], 'RS256')) as CryptoKey
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: house.google.jwks.keys[0]!.kid }).sign(new TextEncoder().encode(await exportSPKI(key)))
}

type Made = (endpoint: string) => Promise<string> | string | null
const notGoogle: Record<string, Made> = {
  'no token': () => null,
  'a token for the neighbour': (endpoint) => signed(claimsFor(publicUrl + endpoints[(endpoints.indexOf(endpoint) + 1) % endpoints.length]!)),
  'a token for the house as a whole': () => signed(claimsFor(publicUrl)),
  'a token for the endpoint of another house': (endpoint) => signed(claimsFor(`https://other.example${endpoint}`)),
  'a token with a trailing slash': (endpoint) => signed(claimsFor(`${publicUrl}${endpoint}/`)),
  'a token with a query': (endpoint) => signed(claimsFor(`${publicUrl}${endpoint}?x=1`)),
  'a token for several': (endpoint) => signed(claimsFor([publicUrl + endpoint, publicUrl])),
  'a token for us alone, in a list': (endpoint) => signed(claimsFor([publicUrl + endpoint])),
  'another issuer': (endpoint) => signed({ ...claimsFor(publicUrl + endpoint), iss: 'https://login.example' }),
  'another project’s service account': (endpoint) => signed(claimsFor(publicUrl + endpoint, { email: 'service-2@gcp-sa-gsuiteaddons.iam.gserviceaccount.com' })),
  'the person’s own token': () => signed(claimsFor(clientId, olga)),
  'an unsigned token': (endpoint) => unsigned(claimsFor(publicUrl + endpoint)),
  'the public key as a secret': (endpoint) => signedByPublicKey(claimsFor(publicUrl + endpoint)),
  'another key': (endpoint) => signed(claimsFor(publicUrl + endpoint), foreignKey),
}
describe.each(endpoints)('at %s', (endpoint) => {
  it.each(Object.keys(notGoogle))('%s is not Google: 401, and nothing is asked', async (what) => {
    const response = await house.call(endpoint, { systemToken: await notGoogle[what]!(endpoint) })
    expect([response.status, house.asked]).toEqual([401, []])
    expect(await response.text()).not.toMatch(/aud|issuer|signature|jwt|stack/i)
  })

  const nobody: Record<string, () => Promise<string> | string | null> = {
    'no token of theirs': () => null, 'a token of another client id': () => signed(claimsFor('client-2.apps.googleusercontent.com', olga)), 'a token for our address': () => signed(claimsFor(publicUrl + endpoint, olga)),
    'a token for two client ids': () => signed(claimsFor([clientId, 'client-2.apps.googleusercontent.com'], olga)), 'an unsigned token': () => unsigned(claimsFor(clientId, olga)), 'the public key as a secret': () => signedByPublicKey(claimsFor(clientId, olga)),
    'another key': () => signed(claimsFor(clientId, olga), foreignKey), 'Google’s own token': () => house.google.systemToken(publicUrl + endpoint),
  }
  it.each(Object.keys(nobody))('a person with %s is nobody, though they agreed to be named', async (what) => {
    const response = await house.call(endpoint, { userToken: await nobody[what]!() })
    expect([response.status, house.asked]).toEqual([401, []])
  })

  it('a person who has not agreed to be named is asked for exactly that, and nothing is done', async () => {
    const unnamed = { userToken: null, scopes: allScopes.filter((scope) => !scope.endsWith('userinfo.email')) }
    const answer: unknown = await (await house.call(endpoint, unnamed)).json()
    expect([answer, house.asked]).toEqual([{ requesting_google_scopes: { scopes: ['https://www.googleapis.com/auth/userinfo.email'] } }, []])
  })
})

describe('a button', () => {
  const message = () => gmailIdsOf(house.letters[0]!).event
  /** One of each kind of button that can be pressed on an opened message. */
  const drawn = async (person = olga) => {
    const kinds = new Map(actionsIn(cardOf(await house.open({ person }))).map((parameters) => [parameters.action, parameters]))
    return [...kinds.values()]
  }
  const press = async (parameters: Record<string, string>, facts = {}) => {
    house.asked.length = 0
    const answer = await house.press(parameters, facts)
    expect(checkAnswer(answer, 'action')).toEqual([])
    return { stale: JSON.stringify(answer).includes('This button is no longer valid'), asked: house.asked.map(({ name }) => name) }
  }
  const refused = { stale: true, asked: [] }

  it('of any kind works for whom it was drawn, and for nobody else', async () => {
    const [mine, hers] = [await drawn(), await drawn(anna)]
    expect(mine.length).toBeGreaterThan(5)
    for (const parameters of hers) expect(await press(parameters)).toEqual(refused)
    for (const parameters of mine) expect(await press(parameters, { person: anna })).toEqual(refused)
    for (const parameters of mine) expect((await press(parameters, { gmail: null })).stale).toBe(false)
  })

  it('with any one parameter edited, dropped or added is refused', async () => {
    for (const [at, parameters] of (await drawn()).entries()) {
      for (const key of Object.keys(parameters)) {
        const { [key]: value = '', ...without } = parameters
        const edits = [{ ...parameters, [key]: `${value}0` }, without, { ...parameters, [key]: value.slice(0, -1) }, { ...parameters, [key]: '' }]
        // Every way of editing for the first button, one for each of the others.
        for (const edited of at === 0 ? edits : [edits[at % edits.length]!]) expect(await press(edited)).toEqual(refused)
      }
      expect(await press({ ...parameters, counterpartyId: `${parameters.counterpartyId ?? ''}k-9` })).toEqual(refused)
      expect(await press({ ...parameters, expires: String(Number(parameters.expires) + 1) })).toEqual(refused)
    }
  }, 60_000)

  it('does not lend its signature to another action, nor its action to another signature', async () => {
    const all = await drawn()
    for (const one of all) {
      const other = all.find(({ action }) => action !== one.action)!
      expect(await press({ ...one, action: other.action! })).toEqual(refused)
      expect(await press({ ...one, signature: other.signature! })).toEqual(refused)
    }
    expect(await press({ ...all[0]!, message: message() === 'msg-f:1' ? 'msg-f:2' : 'msg-f:1' })).toEqual(refused)
  })

  it('is good for 48 hours, however often it is pressed, and not for a minute longer', async () => {
    const [parameters] = await drawn()
    const drawnAt = house.clock.now()
    const at = async (ms: number) => { house.clock.set(new Date(drawnAt.getTime() + ms).toISOString()); return (await press(parameters!)).stale }
    expect([await at(0), await at(48 * 3_600_000 - 60_000), await at(48 * 3_600_000 + 60_000), await at(30 * 24 * 3_600_000), await at(1)]).toEqual([false, false, true, true, false])
    house.clock.set(drawnAt.toISOString())
  })
})
