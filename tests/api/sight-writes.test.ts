import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { routes } from '@counterpane/shared/contract/routes'
import { startSightHouse, type SightHouse } from '../support/sight-house'
import { readingPosts } from './sight-doors'
import { idless, writes, type Written } from './sight-writes'

let house: SightHouse
beforeAll(async () => { house = await startSightHouse() }, 120_000)
afterAll(() => house.close())

const paths = new Map(Object.entries({ ...routes, ...fileRoutes }).filter(([name, route]) => !route.startsWith('GET ') && !(name in readingPosts)))

async function said(name: string, { id, body }: Written, who: string): Promise<string> {
  const { server, token } = house.withDmitrys
  const [method = '', path = ''] = paths.get(name)!.split(' ')
  const isText = typeof body === 'string'
  const answer = await fetch(server.url + path.replace('{id}', id ?? (name === 'changeMembers' ? house.segments[0]! : 'nobody-at-all')), {
    method, headers: { authorization: `Bearer ${token(who)}`, 'if-match': '*', 'content-type': isText ? 'application/octet-stream' : 'application/json' }, ...(method !== 'DELETE' && { body: isText ? body : JSON.stringify(body ?? {}) }),
  })
  return `${answer.status} ${answer.headers.get('etag') ?? ''} ${(await answer.text()).replace(/"reference":"[^"]*"/, '')}`
}

/** All that the foreign rows are, so that nobody can have changed them. */
const standing = () => house.withDmitrys.behind((one) => JSON.stringify((['Counterparty', 'ContactPerson', 'Contact', 'Task', 'Attachment', 'DuplicatePair', 'Merge', 'SegmentMember', 'ContactManager', 'ContactParticipant', 'ContactCounterparty', 'Import'] as const).map((table) => one.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all())))

test('every writing route of the contract is asked here, or names nothing of the base', () => {
  expect([...Object.keys(writes), ...idless].sort()).toEqual([...paths.keys()].sort())
})

const nobodys = (id: string, at: number) => `${id.slice(0, 9)}${String(at).padStart(4, '0')}-7000-8000-${'0'.repeat(12)}`.slice(0, 36)
test.each(['olga', 'ivan'].flatMap((who) => Object.keys(writes).map((name) => ({ who, name }))))('$name ($who): an id of something hidden is answered exactly as one that nobody has, and nothing changes', async ({ who, name }) => {
  house.narrow({ everywhere: 'own', firms: [] })
  const before = standing()
  const wrong: string[] = []
  for (const { kind } of writes[name]!('')) {
    for (const [at, id] of house.withDmitrys.foreign[kind].entries()) {
      const nobody = nobodys(id, at)
      for (const [i, hidden] of writes[name]!(id).entries()) {
        if (hidden.kind !== kind) continue
        const [one, other] = [await said(name, hidden, who), await said(name, writes[name]!(nobody)[i]!, who)]
        if (one.replaceAll(id, '·').replaceAll(`${id.slice(0, -1)}z`, '·') !== other.replaceAll(nobody, '·')) wrong.push(`${kind} ${JSON.stringify(hidden.body)}\n  hidden: ${one.slice(0, 300)}\n  nobody: ${other.slice(0, 300)}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(standing() === before).toBe(true)
}, 60_000)

test('work on the whole base is an administrator\'s while anything is narrowed, and a lead\'s again when nothing is', async () => {
  house.narrow({ everywhere: 'team', firms: [] })
  const search = async (who: string) => (await said('cancelDuplicateSearch', { kind: 'search' }, who)).slice(0, 3)
  expect([await search('ivan'), (await said('uploadImport', { kind: 'import', body: 'Company' }, 'ivan')).slice(0, 3), await search('admin')]).toEqual(['403', '403', '200'])
  house.narrow(null)
  expect(await search('ivan')).toBe('200')
})
