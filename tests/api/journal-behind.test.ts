import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
})
afterAll(() => server.close())

const idsOf = async (query: Record<string, string | string[]>) => {
  const ids: string[] = []
  for (let cursor: string | null = null, first = true; first || cursor; first = false) {
    const page: { items: { id: string }[]; nextCursor: string | null } = await olga('listJournal', { query: { ...query, limit: 500, cursor } })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}

test.each([['manager', 'mainManagerId'], ['counterparty', 'mainCounterpartyId']] as const)('the rows behind each group by %s are as many as it counts', async (by, filter) => {
  const [shared] = await idsOf({ managerId: 'm-olga' })
  // A contact of two managers and of two clients stands in one group only.
  await server.db.prisma.contactManager.createMany({ data: ['m-olga', 'm-anna'].map((managerId, position) => ({ contactId: shared!, managerId, position: position + 10 })) }).catch(() => undefined)
  const { groups, total } = await olga('journalGroups', { query: { by } })
  expect(groups.length).toBeGreaterThan(3)
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total.count)
  const asked = [...groups.slice(0, 5), ...groups.filter(({ keys }) => keys[0]?.value === null)]
  for (const { keys, count } of asked) expect([keys[0]?.value, (await idsOf({ [filter]: keys[0]?.value ?? 'none' })).length]).toEqual([keys[0]?.value, count])
})

test('ticked rows are asked for by their ids, in the order of the list, and no others', async () => {
  const all = await idsOf({})
  const chosen = [all[10]!, all[3]!, all[7]!]
  expect(await idsOf({ id: [...chosen, 'nobody'] })).toEqual([all[3], all[7], all[10]])
  expect(await olga('countJournal', { query: { id: chosen } })).toEqual({ count: 3, isExact: true })
  const sheet = await server.raw('GET', `/api/exports/contacts.csv?${new URLSearchParams(chosen.map((id) => ['id', id]))}&columns=subject`, { as: 'olga@demo.example' })
  expect((await sheet.text()).trim().split('\r\n')).toHaveLength(4)
})

test('more ids than an address can name are refused in words', async () => {
  const answer = await server.raw('GET', `/api/journal/rows?${new URLSearchParams(Array.from({ length: 301 }, (_, i) => ['id', `c${i}`]))}`, { as: 'olga@demo.example' })
  expect([answer.status, ((await answer.json()) as { errors: { path: string }[] }).errors[0]?.path]).toEqual([400, 'id'])
})
