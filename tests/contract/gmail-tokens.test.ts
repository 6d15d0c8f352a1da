import { exportSPKI, generateKeyPair, importJWK, SignJWT, type JWTPayload } from 'jose'
import { clientId, olga, publicUrl, serviceAccount, startGmailHouse, type GmailHouse } from './gmail-house'

let house: GmailHouse
let foreignKey: CryptoKey
beforeAll(async () => {
  house = await startGmailHouse()
  foreignKey = (await generateKeyPair('RS256')).privateKey
})
afterAll(() => house.close())

const audience = `${publicUrl}/gmail/on-message`
const now = () => Math.floor(Date.now() / 1000)
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const systemClaims = (overrides: JWTPayload = {}): JWTPayload => ({ iss: 'https://accounts.google.com', aud: audience, sub: '1', email: serviceAccount, email_verified: true, iat: now(), exp: now() + 3_600, ...overrides })
const userClaims = (overrides: JWTPayload = {}): JWTPayload => systemClaims({ aud: clientId, sub: olga.sub, email: olga.email, ...overrides })
const signed = (claims: JWTPayload, { key = house.google.privateKey, kid = house.google.jwks.keys[0]!.kid, ...header }: { key?: CryptoKey; kid?: string; jku?: string; jwk?: Record<string, unknown> } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...header } as { alg: string }).sign(key)

async function signedWithPublicKeyAsSecret(claims: JWTPayload) {
  const key = (await importJWK({ ...house.google.jwks.keys[0], ext: true } as Parameters<typeof importJWK>[0], 'RS256')) as CryptoKey
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: house.google.jwks.keys[0]!.kid }).sign(new TextEncoder().encode(await exportSPKI(key)))
}

const wrong: Record<string, (claims: (overrides?: JWTPayload) => JWTPayload) => Promise<string> | string> = {
  'another endpoint of ours': (claims) => signed(claims({ aud: `${publicUrl}/gmail/action` })),
  'a trailing slash': (claims) => signed(claims({ aud: `${audience}/` })),
  'several audiences': (claims) => signed(claims({ aud: [audience, clientId] })),
  'no audience': (claims) => signed({ ...claims(), aud: undefined }),
  'another issuer': (claims) => signed(claims({ iss: 'https://accounts.google.com.evil.example' })),
  'no signature': (claims) => `${base64({ alg: 'none', kid: 'k' })}.${base64(claims())}.`,
  'the public key as a secret': (claims) => signedWithPublicKeyAsSecret(claims()),
  'an expired one': (claims) => signed(claims({ iat: now() - 7_200, exp: now() - 120 })),
  'one without an end': (claims) => signed({ ...claims(), exp: undefined }),
  'a key of somebody else under our kid': (claims) => signed(claims(), { key: foreignKey }),
  'an unknown kid': (claims) => signed(claims(), { key: foreignKey, kid: '../../etc/passwd' }),
  'a key brought along': (claims) => signed(claims(), { key: foreignKey, kid: 'mine', jku: 'https://evil.example/keys', jwk: { kty: 'RSA' } }),
  'an e-mail that is not verified': (claims) => signed(claims({ email_verified: false })),
  'no e-mail': (claims) => signed({ ...claims(), email: undefined }),
  'no token at all': () => 'x.y.z',
  'a very long one': () => `${'a'.repeat(11_000)}.b.c`,
}

describe.each(Object.keys(wrong))('%s', (name) => {
  it('is not Google', async () => {
    const response = await house.call('/gmail/on-message', { systemToken: await wrong[name]!(systemClaims) })
    expect(response.status).toBe(401)
    expect(house.asked).toEqual([])
  })
  it('is nobody of ours', async () => {
    const response = await house.call('/gmail/on-message', { userToken: await wrong[name]!(userClaims) })
    expect(response.status).toBe(401)
    expect(house.asked).toEqual([])
  })
})

it.each([['another project’s service account', { email: 'service-2@gcp-sa-gsuiteaddons.iam.gserviceaccount.com' }], ['any person with a Google account', { email: 'mallory@gmail.com' }]])(
  'a valid token of %s is not Google calling', async (_who, claims) => {
    expect((await house.call('/gmail/on-message', { systemToken: await signed(systemClaims(claims)) })).status).toBe(401)
  })

it('a call without the token is refused before its body is read', async () => {
  const response = await fetch(`${(await house.call('/gmail/on-message')).url}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{ this is not JSON' })
  expect(response.status).toBe(401)
  const text = await response.text()
  expect(text).not.toMatch(/JWT|kid|audience|issuer|stack/i)
})

it('a person without a token is refused when consent for the name was given', async () => {
  expect((await house.call('/gmail/on-message', { userToken: null })).status).toBe(401)
  expect((await house.call('/gmail/on-message', { userToken: null, scopes: null })).status).toBe(401)
})

it('both spellings of the issuer are Google’s, and a minute of skew is forgiven', async () => {
  house.asked.length = 0
  const systemToken = await signed(systemClaims({ iss: 'accounts.google.com', exp: now() - 30 }))
  expect((await house.call('/gmail/on-message', { systemToken, userToken: await signed(userClaims({ iss: 'accounts.google.com' })) })).status).toBe(200)
  expect(house.asked.map(({ by }) => by)).toEqual(['m-olga'])
})

it('the caller is who the token says, whatever the body claims', async () => {
  const event = { ...(await house.eventOf({})), user: { email: 'anna@demo.example' }, sub: 'sub-anna', authorizationEventObject: { ...(await house.eventOf({})).authorizationEventObject, email: 'anna@demo.example' } }
  house.asked.length = 0
  expect((await house.post('/gmail/on-message', event)).status).toBe(200)
  expect(house.asked.map(({ by }) => by)).toEqual(['m-olga'])
})

it('a verified stranger gets a card that says so, and nothing of ours', async () => {
  house.asked.length = 0
  const response = await house.call('/gmail/on-message', { person: { sub: 'sub-x', email: '<b>mallory</b>@gmail.com' } })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('&lt;b&gt;mallory')
  expect(house.asked).toEqual([])
})
