import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { keyLimits } from '../../platform/crypto/key-cache'
import { createSigningKeys } from './signing-keys'

const url = 'https://issuer.example/keys'
const minute = 60_000
let keys: JWK[]
beforeAll(async () => {
  keys = await Promise.all(['old', 'new'].map(async (kid) => ({ ...(await exportJWK((await generateKeyPair('RS256')).publicKey)), kid, alg: 'RS256' })))
})

/** An issuer whose answers and whose clock are ours. */
function anIssuer() {
  const issuer = { now: 0, reads: 0, published: [keys[0]!], down: false }
  const answer = async () => {
    issuer.reads += 1
    if (issuer.down) throw new Error('unreachable')
    return new Response(JSON.stringify({ keys: issuer.published }))
  }
  const keyOf = createSigningKeys(url, { now: () => issuer.now, fetch: answer as typeof fetch })
  const ask = (kid: string) => keyOf({ alg: 'RS256', kid }, { payload: '', signature: '' }).then(() => 'found', () => 'none')
  return { issuer, ask }
}

it('keys are read once for many tokens at once', async () => {
  const { issuer, ask } = anIssuer()
  expect(await Promise.all(Array.from({ length: 50 }, () => ask('old')))).toEqual(Array(50).fill('found'))
  expect(issuer.reads).toBe(1)
})

it('a flood of unknown kids asks the issuer at most once in five minutes', async () => {
  const { issuer, ask } = anIssuer()
  await ask('old')
  for (let at = 0; at < 200; at += 1) await ask(`made-up-${at}`)
  expect(issuer.reads).toBe(2)
  issuer.now = keyLimits.cooldown + 1
  for (let at = 0; at < 200; at += 1) await ask(`made-up-${at}`)
  expect(issuer.reads).toBe(3)
})

it('a new key is found as soon as it is published', async () => {
  const { issuer, ask } = anIssuer()
  await ask('old')
  issuer.published = keys
  expect(await ask('new')).toBe('found')
})

it('a key that is withdrawn is believed an hour at most', async () => {
  const { issuer, ask } = anIssuer()
  await ask('old')
  issuer.published = [keys[1]!]
  issuer.now = keyLimits.fresh + 1
  expect(await ask('old')).toBe('none')
})

it('while the issuer is down its keys serve for a day, not longer, and it is asked with pauses', async () => {
  const { issuer, ask } = anIssuer()
  await ask('old')
  issuer.down = true
  issuer.now = 23 * 60 * minute
  expect(await ask('old')).toBe('found')
  const before = issuer.reads
  for (let at = 0; at < 100; at += 1) await ask('old')
  expect(issuer.reads).toBe(before)
  issuer.now = keyLimits.stale + 1
  expect(await ask('old')).toBe('none')
})

it.each(['http://issuer.example/keys', 'file:///etc/passwd', 'http://127.0.0.1.evil.example/keys'])('keys are not read from %s', (address) => {
  expect(() => createSigningKeys(address)).toThrow('https')
})
