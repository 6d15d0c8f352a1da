import { bindByInvitation, startEntraHouse, type EntraHouse } from '../support/entra-house'
import { entraIds } from '../support/entra-authority'

let demo: EntraHouse
let other: EntraHouse
beforeAll(async () => { [demo, other] = [await startEntraHouse({ demo: true }), await startEntraHouse()] })
afterAll(async () => { await demo.close(); await other.close() })

let people = 0
const somebody = () => `0ea00000-0000-4000-8000-${String(++people + 100).padStart(12, '0')}`
const seen = async (house: EntraHouse, claims: Record<string, unknown>) => {
  const answer = await house.me(await house.entra.token(claims))
  return [answer.status, answer.status === 200 ? ((await answer.json()) as { id: string }).id : ((await answer.json()) as { code: string }).code]
}
const address = (name: string) => ({ preferred_username: `${name}@demo.example` })

test('in the demo a manager is bound at first sight, by an address that the tenant vouches for, and stays bound when the address goes', async () => {
  const oid = somebody()
  expect(await seen(demo, { oid, ...address('Olga') })).toEqual([200, 'm-olga'])
  expect(await seen(demo, { oid, preferred_username: 'someone@else.example' })).toEqual([200, 'm-olga'])
  expect(await seen(demo, { oid: somebody(), preferred_username: 'x@else.example', email: 'kate@demo.example', xms_edov: true })).toEqual([200, 'm-kate'])
  const [entry] = demo.server.db.sql.all("SELECT managerId, action, after FROM AuditEntry WHERE nounId = 'm-olga'")
  expect(entry).toMatchObject({ managerId: 'm-olga', action: 'identity-bound' })
})

test('B-12 the second person with that address is nobody, in the demo too', async () => {
  const first = somebody()
  expect(await seen(demo, { oid: first, ...address('anna') })).toEqual([200, 'm-anna'])
  expect(await seen(demo, { oid: somebody(), ...address('anna') })).toEqual([403, 'not-invited'])
  expect(await seen(demo, { oid: first, ...address('anna') })).toEqual([200, 'm-anna'])
})

test.each([
  ['a guest, whose address another tenant made up', { ...address('james'), idp: `https://sts.windows.net/${entraIds.otherTenant}/` }],
  ['an address on a domain that Entra knows to be unverified', { email: 'james@demo.example', xms_edov: false }],
  ['an address of nobody', { preferred_username: 'mallory@demo.example' }],
  ['no address', { preferred_username: undefined }],
  ['an unreadable address', { preferred_username: 'james@demo.example, olga@demo.example' }],
])('in the demo %s binds nobody', async (_who, claims) => {
  expect(await seen(demo, { oid: somebody(), ...claims })).toEqual([403, 'not-invited'])
})

test('two first requests at once bind once', async () => {
  const token = await demo.entra.token({ oid: somebody(), ...address('nina') })
  const answers = await Promise.all(Array.from({ length: 10 }, () => demo.me(token)))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(demo.server.db.sql.all("SELECT id FROM Identity WHERE managerId = 'm-nina'")).toHaveLength(1)
})

test('outside the demo an address binds nobody; only an invitation does', async () => {
  const oid = somebody()
  const claims = { oid, email: 'olga@demo.example', ...address('olga'), xms_edov: true }
  expect(await seen(other, claims)).toEqual([403, 'not-invited'])
  expect(other.server.db.sql.all('SELECT id FROM Identity')).toEqual([])
  await bindByInvitation(other, 'm-anna', await other.entra.token(claims))
  expect(await seen(other, claims)).toEqual([200, 'm-anna'])
})
