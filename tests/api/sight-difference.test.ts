import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { clientExportRoutes } from '@counterpane/shared/contract/client-list-routes'
import { routes, streamRoutes } from '@counterpane/shared/contract/routes'
import { partOf } from '../support/read-sheet'
import { startSightHouse, type SightHouse, type World } from '../support/sight-house'
import { readingPosts, readings, type Asked } from './sight-doors'

let house: SightHouse
beforeAll(async () => { house = await startSightHouse() }, 120_000)
afterAll(() => house.close())

const paths = new Map(Object.entries({ ...routes, ...streamRoutes, ...fileRoutes, ...clientExportRoutes }))
const reads = [...paths].filter(([name, route]) => name !== 'journalEvents' && (route.startsWith('GET ') || name in readingPosts)).map(([name]) => name)
const table = { ...readings, ...readingPosts }

/** Status, head and bytes of an answer; of a workbook its sheets. */
async function said({ server, token }: World, name: string, { who, asked: { id, query = '', body } }: { who: string; asked: Asked }): Promise<string> {
  const [method = '', path = ''] = paths.get(name)!.split(' ')
  const answer = await fetch(server.url + path.replace('{id}', encodeURIComponent(id ?? '')) + query, {
    method, redirect: 'manual', headers: { authorization: `Bearer ${token(who)}`, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const sheet = name.endsWith('Xlsx') && answer.ok
  const text = sheet ? ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map((part) => partOf(bytes, part)).join('\n') : bytes.toString('utf8')
  const head = [...answer.headers].filter(([header]) => !/^(date|connection|keep-alive|transfer-encoding)$/.test(header) && !(sheet && /^(etag|content-length)$/.test(header)))
  return `${answer.status} ${JSON.stringify(head).replace(/\["content-length","\d+"\],?/, answer.ok ? '$&' : '')}\n${text.replace(/"reference":"[^"]*"/, '')}`
}

interface Pair { who: string; with: 'withDmitrys' | 'withPeters' }
/** Which asks are answered otherwise in the world that has foreign rows. */
async function differences(name: string, { who, with: which }: Pair): Promise<string[]> {
  const found: string[] = []
  const [one, other] = [house[which], house.without]
  for (const asked of table[name]!({ foreign: one.foreign, seen: house.seenIds, segments: house.segments })) {
    const [there, here] = [await said(one, name, { who, asked }), await said(other, name, { who, asked })]
    if (there !== here) found.push(`${name} ${asked.id ?? ''}${decodeURIComponent(asked.query ?? '')}${asked.body ? JSON.stringify(asked.body) : ''}\n  with:    ${around(there, here)}\n  without: ${around(here, there)}`)
  }
  return found
}
/** From a little before the place where two texts part. */
function around(text: string, other: string): string {
  let at = 0
  while (at < text.length && text[at] === other[at]) at++
  return text.slice(Math.max(0, at - 120), at + 240)
}

test('every reading route of the contract is asked here', () => {
  expect(Object.keys(table).sort()).toEqual([...reads].sort())
})

test('each table that refers to clients, people, contacts or tasks has foreign rows, so that something could be told of them', () => {
  const size = (world: World, name: string) => world.behind((one) => (one.prepare(`SELECT COUNT(*) AS size FROM "${name}"`).all() as { size: number }[])[0]!.size)
  const referring = house.without.behind((one) => one.prepare("SELECT DISTINCT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name IN ('counterpartyId', 'personId', 'contactId') ORDER BY 1").all() as { name: string }[]).map(({ name }) => name)
  expect(referring.length).toBeGreaterThan(15)
  expect(referring.filter((name) => size(house.withDmitrys, name) <= size(house.without, name))).toEqual(['NextStepMissing', 'SendOrder'])
})

/** What tells nothing of clients and their work, whoever asks; and what tells of the asker's own work alone. */
const silent = ['about', 'demoManagers', 'dictionaries', 'getCalendar', 'getRetention', 'getSettings', 'journalDay', 'listCalendars', 'listManagers', 'listNeverRegister', 'listOwnDomains', 'listPersonalDataReports', 'listReminders', 'listSelections', 'listViews', 'listWaiting', 'me', 'myDay', 'neverRegisterKeys', 'signInWays']

test('while nothing is narrowed the foreign rows are told of by every route that speaks of clients: the worlds do differ', async () => {
  house.narrow(null)
  const same: string[] = []
  for (const name of reads) if ((await differences(name, { who: 'admin', with: 'withDmitrys' })).length === 0) same.push(name)
  expect(same.sort()).toEqual(silent)
}, 600_000)

const byFirm = { everywhere: 'own', firms: [{ firmId: 'firm-kontur', level: 'all' }, { firmId: 'firm-contour', level: 'own' }] } as const
test('at the level of everything nothing changes: all is answered as before anybody decided it, to a manager and to a lead; and to an administrator at any level', async () => {
  for (const name of ['olga', 'ivan']) for (const firmId of ['firm-kontur', 'firm-contour']) house.withDmitrys.behind((one) => one.prepare('INSERT OR IGNORE INTO ManagerFirm (managerId, firmId) VALUES (?, ?)').run(`m-${name}`, firmId))
  const sample = (name: string) => table[name]!({ foreign: house.withDmitrys.foreign, seen: house.seenIds, segments: house.segments }).slice(0, 4)
  const answers = async (who: string) => {
    const all: Record<string, string[]> = {}
    for (const name of reads) if (name !== 'getSettings' && !/^(export|clients|persons)|progress/i.test(name)) { all[name] = []; for (const asked of sample(name)) all[name].push(await said(house.withDmitrys, name, { who, asked })) }
    return all
  }
  for (const [who, policy] of [['olga', { everywhere: 'all', firms: [] }], ['ivan', byFirm], ['olga', byFirm], ['admin', { everywhere: 'own', firms: [] }]] as const) {
    house.narrow(null)
    const before = await answers(who)
    house.narrow({ everywhere: policy.everywhere, firms: [...policy.firms] })
    expect([who, await answers(who)]).toEqual([who, before])
  }
  house.withDmitrys.behind((one) => one.prepare('DELETE FROM ManagerFirm').run())
}, 300_000)

const viewers = [
  { title: 'a manager who sees their own, of a colleague in their team', who: 'olga', with: 'withPeters', everywhere: 'own' }, { title: 'a manager who sees their own, of another team', who: 'peter', with: 'withDmitrys', everywhere: 'own' },
  { title: 'a manager who sees the team', who: 'anna', with: 'withDmitrys', everywhere: 'team' }, { title: 'a lead', who: 'ivan', with: 'withDmitrys', everywhere: 'own' },
] as const
test.each(viewers.flatMap((viewer) => reads.map((name) => ({ ...viewer, name }))))('$name answers $title, byte for byte as if there were no foreign rows', async ({ name, everywhere, ...pair }) => {
  house.narrow({ everywhere, firms: [] })
  expect(await differences(name, pair)).toEqual([])
}, 120_000)
