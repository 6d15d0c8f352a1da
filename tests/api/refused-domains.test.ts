import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { asked, aLetter } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'
import { unknownLetter, waitingOf } from './unrecognised-house'

let server: TestServer
let olga: HttpClient
beforeEach(async () => { server = await startTestServer(); olga = await server.as('olga@demo.example') }, 60_000)
afterEach(() => server.close())

const matchOf = async (address: string) => (await olga('sidebar', { body: { message: asked(aLetter({ from: { name: '', address } })) } })).match
const judge = (standing: 'refused' | 'learned' | 'declared', domain = 'vector.example') => olga('judgeClientDomain', { id: 'cp-vektor', body: { domain, standing } })

// In the demo somebody of another client writes from there too.
const alone = () => server.db.prisma.personAddress.deleteMany({ where: { domainKey: 'vector.example', person: { counterpartyId: { not: 'cp-vektor' } } } })

test('a domain that was judged not to be a client’s suggests the client no longer, until it is judged otherwise', async () => {
  await alone()
  expect((await matchOf('stranger@vector.example')).counterparty?.id).toBe('cp-vektor')
  await judge('refused')
  expect((await matchOf('stranger@vector.example')).counterparty).toBeNull()
  await unknownLetter(olga, 'stranger@vector.example')
  expect((await waitingOf(olga)).get('vector.example')?.suggestion).toBeNull()
  await judge('learned')
  expect((await matchOf('stranger@vector.example')).counterparty?.id).toBe('cp-vektor')
})

test('an exact address at a refused domain is still its person’s', async () => {
  await olga('createPerson', { body: { name: 'Exactly', addresses: ['exactly@vector.example'], counterpartyId: 'cp-vektor' } })
  await judge('refused')
  expect((await matchOf('exactly@vector.example'))).toMatchObject({ person: { name: 'Exactly' }, counterparty: { id: 'cp-vektor' } })
})

test('another client whose people write from there is suggested instead, and a look-alike of a refused domain warns of nobody', async () => {
  await olga('createPerson', { body: { name: 'Of Delta', addresses: ['delta@vector.example'], counterpartyId: 'cp-delta' } })
  await judge('refused')
  expect((await matchOf('stranger@vector.example')).counterparty?.id).toBe('cp-delta')
  await olga('judgeClientDomain', { id: 'cp-delta', body: { domain: 'vector.example', standing: 'refused' } })
  expect((await matchOf('ivan@vect0r.example')).warnings).toEqual([])
})
