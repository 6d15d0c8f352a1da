import { openTeam } from '../support/open-team'

const team = openTeam()
const { olga } = team

const names = async (q: string, limit?: string) => (await olga('search', { query: { q, limit } })).items.map((item) => item.name)

test('a person, a client and their address are found by what one types', async () => {
  expect((await names('петр сид'))[0]).toBe('Пётр Сидоров')
  expect((await names('вектор'))[0]).toBe('ООО «Вектор»')
  expect((await names('i.petrov@'))[0]).toBe('Ivan Petrov')
  expect((await olga('search', { query: { q: 'klimova' } })).items[0]).toMatchObject({ kind: 'person', name: 'Мария Климова', detail: 'Коммерческий директор · m.klimova@delta.example', counterparty: { id: 'cp-delta' } })
})

test('a client just added is found by a phone in any punctuation', async () => {
  await olga('createCounterparty', { body: { name: 'Phone Ltd', phones: ['+7 (812) 555-66-77'] } })
  expect(await names('8 812 5556677')).toEqual(['Phone Ltd'])
})

test('the subject of a private contact is found by those who take part only', async () => {
  await olga('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject: 'Quixotic plan', private: true } })
  expect(await names('quixotic')).toEqual(['Quixotic plan'])
  const anna = await team.server.as('anna@demo.example')
  expect((await anna('search', { query: { q: 'quixotic' } })).items).toEqual([])
})

test('as many are given as were asked for', async () => {
  expect(await names('vector.example', '3')).toHaveLength(3)
  expect(await names('vector.example')).not.toHaveLength(3)
})

test.each(['', '?q=', '?q=a&limit=0', '?q=a&limit=201', '?q=a&sort=name', `?q=${'a'.repeat(501)}`, '?q=%00'])('/api/search%s is refused', async (query) => {
  expect((await team.server.raw('GET', `/api/search${query}`, { as: 'olga@demo.example' })).status).toBe(400)
})

test('nothing is told without a session', async () => {
  expect((await team.server.raw('GET', '/api/search?q=ivan')).status).toBe(401)
})
