import { clientColumns, clientSorts } from '@counterpane/shared/contract/client-list'
import { contactSorts } from '@counterpane/shared/contract/contact'
import { exportColumns } from '@counterpane/shared/contract/exports'
import { groupings } from '@counterpane/shared/contract/journal'
import { at, strangers } from '../support/sight-base'
import { foreignAddress, foreignLetters, foreignWord } from '../support/sight-foreign'
import { sightNow, type Ids } from '../support/sight-house'

/** What a list of asks is made of: ids of foreign rows, those that are seen, and segments. */
export interface Known { foreign: Ids; seen: Ids; segments: readonly string[] }
export interface Asked { id?: string; query?: string; body?: unknown }
type Asks = (known: Known) => Asked[]

const from = at(sightNow, -24 * 60)
const to = at(sightNow, 24 * 60)
const plain: Asks = () => [{}]
const ask = (query: string): Asked => ({ query: `?${query}` })
const some = (ids: readonly string[], count = 6) => ids.slice(0, count)
/** Each of these things, the foreign ones and those that are seen, with each of the queries. */
const each = (kind: keyof Ids, ...queries: string[]): Asks => ({ foreign, seen }) => [...foreign[kind], ...some(seen[kind], 6)].flatMap((id) => (queries.length === 0 ? [{ id }] : queries.map((query) => ({ id, query: `?${query}` }))))
const both = (sorts: readonly string[]) => sorts.flatMap((sort) => [sort, `-${sort}`])
const words = [foreignWord, 'xqfirm', 'xqsubject', 'xqcontent', 'xqresult', 'xqboss', foreignAddress, '+7 495 765-43-21', '7701234567', 'Вектор', 'letter', strangers].map((word) => encodeURIComponent(word))

/** Filters of the journal that foreign rows would come through, or be counted by. */
const journalFilters = ({ foreign, seen, segments }: Known): string[] => [
  '', `from=${from}&to=${to}`, 'managerId=m-dmitry&managerId=m-peter', 'teamId=team-south', 'teamId=team-north', 'firmId=firm-kontur', 'mainManagerId=m-dmitry', 'registeredById=m-dmitry', 'registeredById=m-peter', 'withoutClient=true', 'overdue=true', 'noOutcome=true', 'noNextStep=true', 'vip=true',
  'withFiles=true', 'withNext=true', 'withNext=false', 'private=true', 'withResult=true', 'status=planned', 'state=1', 'priority=high', 'method=letter', 'source=calendar', ...segments.map((id) => `segmentId=${id}`), ...words.map((q) => `q=${q}`), 'subject=xqsubject', 'result=xqresult',
  ...foreign.client.map((id) => `counterpartyId=${id}`), ...foreign.client.slice(0, 2).map((id) => `mainCounterpartyId=${id}`), ...foreign.person.map((id) => `personId=${id}`), ...some(seen.person, 3).map((id) => `personId=${id}`), foreign.contact.map((id) => `id=${id}`).join('&'), 'counterpartyId=cp-vektor',
]
const clientFilters = ({ foreign, segments }: Known): string[] => [
  '', ...words.map((q) => `q=${q}`), 'industry=xqindustry', 'region=xqregion', 'status=xqstatus', 'status=active', 'turnover=xqturnover', 'class=xq', 'kind=xqkind', 'vip=true', 'managerId=m-dmitry&managerId=m-peter', 'teamId=team-south', 'silentDays=1', 'hasOpenTasks=true', 'hasNextStep=true', 'hasNextStep=false',
  `createdFrom=${from}`, ...segments.map((id) => `segmentId=${id}`), foreign.client.map((id) => `id=${id}`).join('&'),
]
const all = (filters: readonly string[], rest = '') => filters.map((filter) => ask([filter, rest].filter((part) => part !== '').join('&')))

/** Every reading route of the contract, and how it is asked; a new one has to be told here. */
export const readings: Record<string, Asks> = {
  listJournal: (known) => [...all(journalFilters(known), 'limit=500'), ...both(contactSorts).map((sort) => ask(`sort=${sort}&limit=40`))],
  countJournal: (known) => all(journalFilters(known)), journalStrip: () => [{}, ask('managerId=m-dmitry&managerId=m-peter'), ask('teamId=team-south'), ask('teamId=team-north')],
  journalGroups: (known) => [...groupings.map((by) => ask(`by=${by}`)), ask('by=manager&by=counterparty'), ask('by=month&by=team'), ...all(journalFilters(known).filter((_, i) => i % 3 === 0), 'by=manager')],
  listContacts: (known) => [...all(journalFilters(known).filter((_, i) => i % 2 === 0), 'limit=200'), ...contactSorts.map((sort) => ask(`sort=-${sort}&limit=9`))], getContact: each('contact'), contactCalendar: each('contact'), listOriginals: each('contact'), readAttachment: each('file'),
  listChanges: ({ foreign, seen }) => (['contact', 'counterparty', 'person', 'task'] as const).flatMap((noun) => { const kind = noun === 'counterparty' ? 'client' : noun; return [...foreign[kind], ...some(seen[kind])].map((id) => ask(`noun=${noun}&id=${id}&limit=200`)) }),
  listTasks: (known) => ['', 'managerId=m-dmitry&managerId=m-peter', 'teamId=team-south', 'overdue=true', 'assigned=true', 'kind=note', 'q=xqtask', 'createdById=m-dmitry', 'createdById=m-peter', `from=${from}&to=${to}`, 'sort=title', 'sort=manager', ...known.foreign.client.map((id) => `counterpartyId=${id}`), ...known.foreign.contact.map((id) => `contactId=${id}`)].map((filter) => ask(`${filter}&limit=200`)),
  taskCounts: () => [ask(`to=${to}`), ask(`to=${to}&teamId=team-south`), ask(`to=${to}&managerId=m-dmitry&managerId=m-peter`)], myDay: () => [ask(`from=${from}&to=${to}`)], journalDay: () => [ask(`from=${from}&to=${to}&timeZone=Europe/Moscow`)],
  listReminders: () => [ask(`from=${at(sightNow, 0)}&to=${at(sightNow, 60)}`)], readDigest: () => [ask('kind=mine'), ask('kind=team')],
  listCounterparties: (known) => [...words.map((q) => ask(`q=${q}&limit=200`)), ask('limit=200'), ask('limit=3'), ask('managerId=m-dmitry&managerId=m-peter'), ask('kind=xqkind'), ask('class=xq'), ask('industry=xqindustry'), ask('region=xqregion'), ask('vip=true'), ...all(clientFilters(known).slice(0, 1))],
  getCounterparty: each('client'), feed: each('client', 'limit=50', 'kind=document&kind=move&kind=contact&kind=task&kind=note&limit=50'), clientStanding: each('client'), clientDomains: each('client'), formerPersons: each('client'),
  listPersons: (known) => [ask('limit=200'), ask('limit=4'), ...words.map((q) => ask(`q=${q}`)), ...['ivan.petrov@vector.example', 'xqboss@xqfirm.example', 'xqremembered@xqelsewhere.example'].map((address) => ask(`address=${address}`)), ...known.foreign.client.map((id) => ask(`counterpartyId=${id}`))],
  getPerson: each('person'), listEmployments: each('person'), search: () => words.map((q) => ask(`q=${q}&limit=50`)),
  listClientRows: (known) => [...all(clientFilters(known), 'limit=200'), ...both(clientSorts).flatMap((sort) => [ask(`sort=${sort}&limit=200`), ask(`sort=${sort}&limit=2`)])], countClients: (known) => all(clientFilters(known)), clientWords: plain, listSelections: plain,
  listSegments: plain, getSegment: ({ segments }) => segments.map((id) => ({ id })), countSegment: ({ segments }) => segments.map((id) => ({ id })), segmentRows: ({ segments }) => segments.map((id) => ({ id, query: '?limit=200' })), listAttributes: () => [{}, ask('counted=true'), ask('counted=true&noun=counterparty')],
  duplicateSearch: plain, listDuplicates: () => ['', 'noun=counterparty', 'noun=person', 'dismissed=true'].map((query) => ask(`${query}&limit=200`)),
  duplicatesOf: ({ foreign, seen }) => [...[...foreign.client, ...some(seen.client, 20)].map((id) => ({ id, query: '?noun=counterparty' })), ...[...foreign.person, ...some(seen.person, 40)].map((id) => ({ id, query: '?noun=person' }))],
  mergeOf: ({ foreign, seen }) => [...foreign.merged, ...foreign.client, ...seen.merged, ...some(seen.client)].map((id) => ({ id })),
  listUnrecognised: () => ['limit=200', 'mine=true&sort=newest', 'decided=true', 'q=xq', `q=${strangers}`].map(ask), recentDecisions: plain, unrecognisedContacts: () => ['xqnobody.example', 'xqfirm.example', strangers].flatMap((value) => [ask(`kind=domain&value=${value}`), ask(`kind=domain&value=${value}&mine=true`)]).concat(ask('kind=none'), ask(`kind=address&value=xqnobody@xqnobody.example`)),
  listImports: plain, getImport: each('import'), listImportProblems: each('import'), exportImportProblems: each('import'),
  exportCsv: (known) => [ask(exportColumns.map((column) => `columns=${column}`).join('&')), ...all(journalFilters(known).filter((_, i) => i % 7 === 0)), ask('ticket=ticket-of-contacts')], exportXlsx: () => [ask(`${exportColumns.map((column) => `columns=${column}`).join('&')}&sort=subject`)], exportProgress: () => [ask('ticket=ticket-of-contacts')],
  clientsCsv: (known) => [ask(clientColumns.map((column) => `columns=${column}`).join('&')), ...all(clientFilters(known).filter((_, i) => i % 6 === 0)), ask('ticket=ticket-of-clients')], clientsXlsx: () => [{}], personsCsv: () => [{}, ask('q=xq')], personsXlsx: () => [{}], progress: () => [ask('ticket=ticket-of-clients')],
  searchTrail: plain, exportTrail: () => [ask('timeZone=UTC')], listCalendars: plain, getCalendar: () => ['m-olga', 'm-dmitry', 'm-peter'].map((id) => ({ id })), listWaiting: () => [{}, ask('dismissed=true')],
  listViews: plain, me: plain, listManagers: plain, demoManagers: plain, dictionaries: plain, getSettings: plain, about: plain, signInWays: plain, listSessions: plain, listAllManagers: plain, listWords: plain, listOwnDomains: plain,
  listNeverRegister: () => [ask('scope=own'), ask('scope=organisation')], neverRegisterKeys: plain, getRetention: plain, listPersonalDataReports: plain,
}

const someone = [{ name: '', address: 'olga@demo.example' }]
const people = ['xqboss@xqfirm.example', foreignAddress, 'anybody@xqfirm.example', 'anybody@xqsecond.example', 'ivan.petrov@vector.example', 'who@vect0r.example', 'who@xqfirrn.example', 'xqremembered@xqelsewhere.example', `who@${strangers}`, 'xqnobody@xqnobody.example', 'xqwalker@xqfirm.example']
const names = ['', 'Xqboss', 'Xqfirm', 'Вектор xqplus', 'Ivan Petrov']
const message = (address: string, more: object = {}) => ({ messageId: '<asked@base.example>', conversationId: 'talk-of-nobody', subject: 'Xqsubject letter', sentAt: at(sightNow, -70), from: { name: '', address }, to: someone, ...more })
const rules = [
  { match: 'all', conditions: [] }, ...['industry', 'region', 'status', 'kind', 'class', 'turnover'].map((field) => ({ match: 'all', conditions: [{ field, operator: 'anyOf', values: [`xq${field === 'class' ? '' : field}`] }] })),
  { match: 'all', conditions: [{ field: 'loyalty', operator: 'contains', values: ['xq'] }] }, { match: 'all', conditions: [{ field: 'contacts', operator: 'atLeast', values: [1], days: 30 }] }, { match: 'all', conditions: [{ field: 'openTasks', operator: 'atLeast', values: [1] }] },
  { match: 'all', conditions: [{ field: 'persons', operator: 'atLeast', values: [1] }] }, { match: 'all', conditions: [{ field: 'lastHeldAt', operator: 'within', values: [5] }] }, { match: 'all', conditions: [{ field: 'attribute', key: 'Warehouse', operator: 'anyOf', values: ['South'] }] },
]

/** Routes that are called by POST and write nothing. */
export const readingPosts: Record<string, Asks> = {
  sidebar: () => [
    ...people.flatMap((address) => names.map((name) => ({ body: { message: message(address, { from: { name, address } }) } }))), ...Object.values(foreignLetters).map((messageId) => ({ body: { message: message('xqboss@xqfirm.example', { messageId }) } })),
    ...['talk-vektor', 'talk-stranger', 'xqtalk'].map((conversationId) => ({ body: { message: message('ivan.petrov@vector.example', { conversationId }) } })), { body: { message: message('olga@demo.example', { to: people.map((address) => ({ name: '', address })) }) } },
  ],
  sidebarMeeting: () => people.flatMap((address) => [-240, -60, 20].map((minutes) => ({ body: { meeting: { subject: 'Xqsubject late', startsAt: at(sightNow, minutes), endsAt: at(sightNow, minutes + 15), organizer: someone[0], required: [{ name: 'Xqboss', address }] } } }))),
  previewSegment: ({ segments }) => [...rules.map((rule) => ({ body: { rule } })), ...segments.map((id) => ({ body: { rule: { match: 'all', conditions: [{ field: 'segment', operator: 'anyOf', values: [id] }] } } }))],
}
