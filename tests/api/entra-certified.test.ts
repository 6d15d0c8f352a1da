import { startCertifiedProvider } from '../support/certified-sign-in'
import { entraIds } from '../support/entra-authority'
import { bindByInvitation, startEntraHouse, type EntraHouse } from '../support/entra-house'

let provider: Awaited<ReturnType<typeof startCertifiedProvider>>
let house: EntraHouse
beforeAll(async () => {
  provider = await startCertifiedProvider()
  house = await startEntraHouse({ settings: { ENTRA_AUTHORITY: provider.origin } })
})
afterAll(async () => { await house.close(); await provider.close() })

const said = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

test('a token that a certified provider gives to a person is accepted, the ID token beside it is refused', async () => {
  const { accessToken, idToken } = await provider.signIn()
  // Both name the same issuer, audience and person: what they were given for is all that tells them apart.
  for (const token of [accessToken, idToken]) expect(said(token)).toMatchObject({ aud: entraIds.client, tid: entraIds.tenant, oid: entraIds.olga, ver: '2.0' })

  const stranger = await house.me(accessToken)
  expect([stranger.status, await stranger.json()]).toMatchObject([403, { code: 'not-invited' }])
  await bindByInvitation(house, 'm-olga', accessToken)
  const answer = await house.me(accessToken)
  expect([answer.status, await answer.json()]).toMatchObject([200, { id: 'm-olga' }])

  const refused = await house.me(idToken)
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
})

test('one letter changed in it, and it is nobody', async () => {
  const { accessToken } = await provider.signIn()
  const [header = '', payload = '', signature = ''] = accessToken.split('.')
  const forged = Buffer.from(JSON.stringify({ ...said(accessToken), oid: entraIds.anna })).toString('base64url')
  expect((await house.me(`${header}.${forged}.${signature}`)).status).toBe(401)
  expect((await house.me(`${header}.${payload}.${signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))}`)).status).toBe(401)
})
