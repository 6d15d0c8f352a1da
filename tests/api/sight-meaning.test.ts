import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import { at } from '../support/sight-base'
import { foreignLetters } from '../support/sight-foreign'
import { sightNow, startSightHouse, type SightHouse } from '../support/sight-house'
import { aLetter } from '../support/letters'
import { createSightOracle } from './sight-oracle'

let house: SightHouse
beforeAll(async () => { house = await startSightHouse() }, 120_000)
afterAll(() => house.close())

const emailOf = (id: string) => `${id.replace(/^m-/, '')}@demo.example`
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort()
async function listsOf(email: string) {
  const call = await house.withDmitrys.server.as(email)
  const [clients, contacts, tasks, persons] = await Promise.all([call('listCounterparties', { query: { limit: 200 } }), call('listContacts', { query: { limit: 200 } }), call('listTasks', { query: { limit: 200 } }), call('listPersons', { query: { limit: 200 } })])
  return { clients: ids(clients.items), contacts: ids(contacts.items), tasks: ids(tasks.items), persons: ids(persons.items) }
}
const [kontur, contour] = ['firm-kontur', 'firm-contour'] as const
const policies: { title: string; policy: SightPolicy }[] = [
  { title: 'everybody sees everything', policy: { everywhere: 'all', firms: [] } }, { title: 'everybody sees the team', policy: { everywhere: 'team', firms: [] } }, { title: 'everybody sees their own', policy: { everywhere: 'own', firms: [] } },
  { title: 'one firm is narrowed', policy: { everywhere: 'all', firms: [{ firmId: kontur, level: 'own' }] } }, { title: 'one firm sees everything, one its teams', policy: { everywhere: 'own', firms: [{ firmId: kontur, level: 'all' }, { firmId: contour, level: 'team' }] } },
]

test.each(policies)('$title: each manager\'s lists hold exactly what the rules say, row by row', async ({ policy }) => {
  const { behind } = house.withDmitrys
  behind((one) => {
    for (const [managerId, firmId] of [['m-olga', kontur], ['m-anna', contour], ['m-peter', kontur], ['m-peter', contour], ['m-dmitry', contour], ['m-sergey', kontur]]) one.prepare('INSERT OR IGNORE INTO ManagerFirm (managerId, firmId) VALUES (?, ?)').run(managerId, firmId)
    // Of nobody; of a stranger, and what ties somebody to it is one thing alone.
    for (const id of ['cp-nobodys', 'cp-joined', 'cp-also', 'cp-registered', 'cp-given', 'cp-asked']) one.prepare("INSERT OR IGNORE INTO Counterparty (id, name, nameKey, searchText, managerId) VALUES (?, ?, ?, ?, ?)").run(id, id, id, id, id === 'cp-nobodys' ? null : 'm-kate')
    for (const [id, managerId, registeredById] of [['c-joined', 'm-kate', 'm-kate'], ['c-also', 'm-elena', 'm-elena'], ['c-registered', 'm-kate', 'm-james']]) one.prepare("INSERT OR IGNORE INTO Contact (id, startsAt, endsAt, method, direction, status, source, counterpartyId, managerId, registeredById) VALUES (?, 1, 1, 'call', 'outgoing', 'held', 'manual', ?, ?, ?)").run(id, id === 'c-also' ? null : id!.replace('c-', 'cp-'), managerId, registeredById)
    one.prepare("INSERT OR IGNORE INTO ContactManager (contactId, managerId, position) VALUES ('c-joined', 'm-anna', 1)").run()
    one.prepare("INSERT OR IGNORE INTO ContactCounterparty (contactId, counterpartyId) VALUES ('c-also', 'cp-also')").run()
    for (const [id, managerId, createdById] of [['t-given', 'm-olga', 'm-kate'], ['t-asked', 'm-kate', 'm-peter']]) one.prepare("INSERT OR IGNORE INTO Task (id, title, dueAt, managerId, createdById, counterpartyId) VALUES (?, ?, 1, ?, ?, ?)").run(id, id, managerId, createdById, id!.replace('t-', 'cp-'))
  })
  house.narrow(policy)
  const oracle = createSightOracle(house.withDmitrys)
  const sizes = new Set<number>()
  for (const { id } of oracle.managers) {
    const wanted = oracle.seenBy(id, policy)
    expect([id, await listsOf(emailOf(id))]).toEqual([id, wanted])
    sizes.add(wanted.clients.length)
  }
  if (policy.everywhere !== 'all') expect(sizes.size).toBeGreaterThan(3)
}, 120_000)

test('each is told whose clients they see: their own, the team\'s, everything', async () => {
  const sights = async () => Object.fromEntries(await Promise.all(['olga', 'peter', 'ivan', 'elena', 'admin'].map(async (name) => [name, (await (await house.withDmitrys.server.as(`${name}@demo.example`))('me')).sight] as const)))
  house.narrow({ everywhere: 'own', firms: [{ firmId: contour, level: 'team' }] })
  expect(await sights()).toEqual({ olga: 'own', peter: 'team', ivan: 'team', elena: 'own', admin: 'all' })
  house.narrow(null)
  expect(new Set(Object.values(await sights()))).toEqual(new Set(['all']))
})

test('a setting that cannot be read opens nothing: everybody sees their own', async () => {
  const { behind, server } = house.withDmitrys
  house.narrow(null)
  behind((one) => one.prepare("INSERT INTO Setting (name, value, updatedAt) VALUES ('visibility', '{\"everywhere\":\"nobody\"}', 1)").run())
  expect((await (await server.as('elena@demo.example'))('me')).sight).toBe('own')
})

test('with a client goes its whole history, and the words of a private contact stay those of whoever takes part', async () => {
  const { server } = house.withDmitrys
  house.narrow(null)
  const anna = await server.as('anna@demo.example')
  const { id } = await anna('createContact', { body: { startsAt: at(sightNow, -30), method: 'call', direction: 'outgoing', status: 'held', counterpartyId: 'cp-vektor', subject: 'Between us', private: true } })
  house.narrow({ everywhere: 'own', firms: [] })
  const olga = await server.as('olga@demo.example')
  expect(await olga('getContact', { id })).toMatchObject({ subject: '', counterparty: { id: 'cp-vektor' } })
})

test('who hands a client over is told how it stands then, and does not see it from then on', async () => {
  const { server } = house.withDmitrys
  house.narrow({ everywhere: 'own', firms: [] })
  const elena = await server.as('elena@demo.example')
  const { id } = await elena('createCounterparty', { body: { name: 'To be given', managerId: 'm-elena' } })
  expect((await elena('patchCounterparty', { id, ifMatch: '*', body: { managerId: 'm-kate' } })).manager).toMatchObject({ id: 'm-kate' })
  expect((await server.raw('GET', `/api/counterparties/${id}`, { as: 'elena@demo.example' })).status).toBe(404)
  expect((await server.raw('GET', `/api/counterparties/${id}`, { as: 'kate@demo.example' })).status).toBe(200)
})

test('who registers their own copy of a letter that a colleague registered unseen has it from then on, and its client', async () => {
  const { server } = house.withDmitrys
  house.narrow({ everywhere: 'own', firms: [] })
  const message = aLetter({ messageId: foreignLetters.ofClient, subject: 'Xqsubject letter', sentAt: at(sightNow, -70), from: { name: 'Xqboss', address: 'xqboss@xqfirm.example' }, to: [{ name: '', address: 'elena@demo.example' }], attachments: [] })
  const answer = await server.raw('POST', '/api/contacts/register-message', { as: 'elena@demo.example', body: { message } })
  const { contact, created } = await answer.json() as { contact: { id: string; counterparty: { id: string } }; created: boolean }
  expect([answer.status, created]).toEqual([200, false])
  for (const path of [`/api/contacts/${contact.id}`, `/api/counterparties/${contact.counterparty.id}`]) expect((await server.raw('GET', path, { as: 'elena@demo.example' })).status).toBe(200)
})
