import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { clientExportRoutes } from '@counterpane/shared/contract/client-list-routes'
import { routes, streamRoutes } from '@counterpane/shared/contract/routes'
import { gmailCards, isShort, others, read, readings } from './hidden-doors'
import { kindNames, mayRead, places, startHiddenHouse, viewers, word, type HiddenHouse, type Viewer } from './hidden-house'

let house: HiddenHouse
beforeAll(async () => { house = await startHiddenHouse() }, 120_000)
afterAll(() => house.close())

const paths = Object.fromEntries(Object.entries({ ...routes, ...streamRoutes, ...fileRoutes, ...clientExportRoutes }).filter(([, route]) => route.startsWith('GET ')).map(([name, route]) => [name, route.slice(4)]))
const everybody = Object.keys(viewers) as Viewer[]

/** Words that stand where they must not, and those that do not stand where the open contact's stand: as the rule says, or something is wrong. */
function wrongIn(texts: readonly string[], viewer: Viewer): string[] {
  const all = texts.join('\n').toLowerCase()
  return places.flatMap((place) => kindNames.flatMap((kind) => {
    const [found, wanted] = [all.includes(word(kind, place)), all.includes(word('open', place)) && mayRead(viewer, kind, place)]
    return found === wanted ? [] : [`${viewer} ${found ? 'reads' : 'misses'} ${word(kind, place)}`]
  }))
}

test('every reading route of the contract is asked here', () => {
  expect(Object.keys(readings).sort()).toEqual(Object.keys(paths).filter((name) => name !== 'journalEvents').sort())
})

test('a word that stands where it must not is seen, and one that is missing', () => {
  expect(wrongIn([word('open', 'subject'), word('subj', 'subject'), word('fact', 'subject')], 'colleague')).toEqual(['colleague reads xqfactsubject'])
  expect(wrongIn([word('open', 'result')], 'participant')).toEqual(['priv', 'subj', 'fact', 'both'].map((kind) => `participant misses xq${kind}result`))
})

/** Routes that tell nothing of what a contact says. */
const silent = new Set(['countJournal', 'journalStrip', 'journalGroups', 'listViews', 'taskCounts', 'listCalendars', 'getCalendar', 'contactCalendar', 'listOriginals', 'listCounterparties', 'getCounterparty', 'listPersons', 'getPerson', 'me', 'listManagers', 'demoManagers', 'listWaiting', 'dictionaries', 'getSettings', 'about', 'exportProgress', 'listImports', 'getImport', 'listImportProblems',
  'listClientRows', 'countClients', 'clientWords', 'listSelections', 'clientsCsv', 'personsCsv', 'clientsXlsx', 'personsXlsx', 'progress', 'duplicateSearch', 'listDuplicates', 'duplicatesOf', 'mergeOf', 'clientDomains', 'formerPersons', 'listEmployments',
  'listAttributes', 'listSegments', 'getSegment', 'countSegment', 'segmentRows', 'listAllManagers', 'listWords', 'listOwnDomains', 'signInWays', 'listSessions', 'listNeverRegister', 'neverRegisterKeys', 'getRetention', 'listPersonalDataReports', 'recentDecisions', 'exportImportProblems',
])

test.each(Object.keys(readings))('%s shows the words of a contact exactly to those who may read them', async (name) => {
  const spoken: string[] = []
  for (const viewer of everybody) {
    const texts = await read(house, viewer, name, paths[name] ?? '')
    expect([viewer, wrongIn(texts, viewer)]).toEqual([viewer, []])
    spoken.push(...texts)
  }
  expect(places.some((place) => spoken.join().includes(word('open', place)))).toBe(!silent.has(name))
}, 120_000)

test.each(Object.keys(others))('%s: no other words either', async (name) => {
  for (const viewer of everybody) expect([viewer, wrongIn(await others[name]!(house, viewer), viewer)]).toEqual([viewer, []])
}, 120_000)

test('the cards in Gmail show them to whoever wrote them, and not to a colleague', async () => {
  for (const viewer of ['writer', 'colleague'] as const) {
    const allowed = new Set(places.flatMap((place) => kindNames.filter((kind) => mayRead(viewer, kind, place)).map((kind) => `${viewer} reads ${word(kind, place)}`)))
    const wrong = Object.entries(await gmailCards(house, viewer)).map(([card, texts]) => [card, wrongIn(texts, viewer).filter((one) => !isShort(card) || (one.includes(' reads ') && !allowed.has(one)))])
    expect(wrong.filter(([, found]) => (found as string[]).length > 0)).toEqual([])
  }
}, 120_000)

test('the rule itself was seen at work: somebody reads every word, and somebody none', async () => {
  const [own, foreign] = [await read(house, 'writer', 'getContact', paths.getContact!), await read(house, 'colleague', 'getContact', paths.getContact!)]
  for (const kind of kindNames) for (const place of places.filter((one) => one !== 'bytes')) {
    expect([kind, place, own.join().includes(word(kind, place)), foreign.join().includes(word(kind, place))]).toEqual([kind, place, true, mayRead('colleague', kind, place)])
  }
})

test('to a colleague the house answers byte for byte the same, whatever the words are that are kept from them', async () => {
  // One after another: of exports only some may run at a time.
  const answers = async () => {
    const all: Record<string, string[]> = {}
    for (const name of Object.keys(readings)) if (!/^(readAttachment|exportProgress|progress)$/.test(name)) all[name] = await read(house, 'colleague', name, paths[name] ?? '')
    return all
  }
  const first = await answers()
  for (const words of ['aaq', '']) {
    await house.reword(words)
    const then = await answers()
    for (const name of Object.keys(first)) expect([words, name, then[name]!.filter((text, i) => text !== first[name]![i])]).toEqual([words, name, []])
  }
}, 300_000)
