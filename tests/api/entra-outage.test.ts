import { createEntraTokenVerifier } from '@counterpane/backend/adapters/entra/entra-token-verifier'
import { entraKeysServe } from '@counterpane/backend/adapters/entra/entra-keys'
import { keyLimits } from '@counterpane/backend/platform/crypto/key-cache'
import { entraIds, newSigningKey, startEntraAuthority, type EntraAuthority } from '../support/entra-authority'
import { bindByInvitation, startEntraHouse } from '../support/entra-house'

const hour = 3_600_000

/** The verifier between a local authority and a clock of its own. */
async function aVerifier(authority?: EntraAuthority) {
  const entra = authority ?? (await startEntraAuthority())
  const time = { shift: 0 }
  const verifier = createEntraTokenVerifier({ authority: entra.url, tenants: [entraIds.tenant], audience: entraIds.client, client: entraIds.client, scope: 'access_as_user', now: () => Date.now() + time.shift })
  /** A token issued at the verifier's present. */
  const token: EntraAuthority['token'] = (overrides, minting) => {
    const at = Math.floor((Date.now() + time.shift) / 1_000)
    return entra.token({ iat: at, nbf: at, exp: at + 3_600, ...overrides }, minting)
  }
  return { entra, time, token, judge: async (...given: Parameters<typeof token>) => (await verifier.verify(await token(...given))).kind, verifier }
}
const openAuthorities: EntraAuthority[] = []
const opened = async () => {
  const found = await aVerifier()
  openAuthorities.push(found.entra)
  return found
}
afterEach(async () => { for (const authority of openAuthorities.splice(0)) await authority.close() })

test.each(['gone', 'broken'] as const)('B-13 with the authority %s its keys serve for a day and longer, new tokens included', async (trouble) => {
  const { entra, time, judge } = await opened()
  expect(await judge()).toBe('proven')
  entra.state.trouble = trouble
  for (const age of [2 * hour, 24 * hour, 25 * hour]) {
    time.shift = age
    expect(await judge()).toBe('proven')
  }
  time.shift = entraKeysServe + hour
  expect(await judge()).toBe('unavailable')
  entra.state.trouble = null
  time.shift += keyLimits.afterFailure + 1
  expect(await judge()).toBe('proven')
})

test('an authority that does not answer makes nobody wait for keys that still serve', async () => {
  const { entra, time, judge } = await opened()
  expect(await judge()).toBe('proven')
  entra.state.trouble = 'slow'
  time.shift = 2 * hour
  const began = performance.now()
  expect(await Promise.all(Array.from({ length: 20 }, () => judge()))).toEqual(Array(20).fill('proven'))
  // Half a second is waited for newer keys; who waited for all of the authority's patience waited five.
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('B-13 a flood of unknown kids asks for the keys once in five minutes; a new key is found at once', async () => {
  const { entra, time, token, judge, verifier } = await opened()
  expect(await judge()).toBe('proven')
  const stranger = await newSigningKey('stranger')
  const flood = async () => {
    const before = entra.asked.filter((path) => path.endsWith('/keys')).length
    for (let at = 0; at < 100; at += 1) expect(await verifier.verify(await token({}, { key: stranger.privateKey, header: { kid: `made-up-${at}` } }))).toMatchObject({ kind: 'invalid' })
    return entra.asked.filter((path) => path.endsWith('/keys')).length - before
  }
  expect(await flood()).toBe(1)
  expect(await flood()).toBe(0)
  time.shift = keyLimits.cooldown + 1_000
  const next = await newSigningKey('entra-2')
  entra.state.keys.push(next.jwk)
  expect(await judge({}, { key: next.privateKey, header: { kid: next.kid } })).toBe('proven')
  expect(await flood()).toBe(0)
})

test('a withdrawn key signs nobody in after an hour, and a token seen before ends with its own time', async () => {
  const { entra, time, token, judge, verifier } = await opened()
  const seen = await token()
  expect((await verifier.verify(seen)).kind).toBe('proven')
  const next = await newSigningKey('entra-2')
  entra.state.keys = [next.jwk]
  time.shift = keyLimits.fresh + 1_000
  expect(await judge()).toBe('invalid')
  expect((await verifier.verify(seen)).kind).toBe('proven')
  time.shift = keyLimits.fresh + 70_000
  expect((await verifier.verify(seen)).kind).toBe('invalid')
})

test('a key that names another issuer signs nobody of ours in', async () => {
  const { entra, judge } = await opened()
  entra.state.keys = [{ ...entra.key.jwk, issuer: `${entra.url}/${entraIds.consumers}/v2.0` }]
  expect(await judge()).toBe('invalid')
  const other = await opened()
  other.entra.state.keys = [{ ...other.entra.key.jwk, issuer: `${other.entra.url}/{tenantid}/v2.0` }]
  expect(await other.judge()).toBe('proven')
})

test.each([
  ['another tenant', { issuer: `https://login.microsoftonline.com/${entraIds.otherTenant}/v2.0` }],
  ['everybody', { issuer: 'https://login.microsoftonline.com/common/v2.0' }],
  ['keys at another place', { jwks_uri: 'https://evil.example/keys' }],
  ['keys in a file', { jwks_uri: 'file:///etc/passwd' }],
  ['nothing', { issuer: undefined, jwks_uri: undefined }],
])('metadata of %s is no metadata', async (_whose, metadata) => {
  const { entra, judge } = await opened()
  entra.state.metadata = metadata
  expect(await judge()).toBe('unavailable')
})

test('the issuer is the one that the metadata names, with the template of a tenant filled in', async () => {
  const { entra, judge } = await opened()
  entra.state.metadata = { issuer: `${entra.url}/{tenantid}/v2.0` }
  expect(await judge()).toBe('proven')
})

test('without an authority nobody is told to sign in again: the server says that it cannot know', async () => {
  const house = await startEntraHouse()
  house.entra.state.trouble = 'gone'
  const answer = await house.me(await house.entra.token())
  expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'provider-unavailable' }])
  await house.close()
})

test('with the authority gone signed-in managers go on working', async () => {
  const house = await startEntraHouse()
  await bindByInvitation(house, 'm-olga', await house.entra.token())
  house.entra.state.trouble = 'gone'
  expect((await house.me(await house.entra.token({ uti: 'another' }))).status).toBe(200)
  await house.close()
})
