import { createHash } from 'node:crypto'
import type { ActionDefinition } from '@counterpane/addin-gmail/card-context'
import { openClientAction } from '@counterpane/addin-gmail/cards/client-card'
import { openContactAction, openCancelAction, openUndoAction } from '@counterpane/addin-gmail/cards/contact-card'
import { openHistoryAction } from '@counterpane/addin-gmail/cards/history-card'
import { openOutcomeAction } from '@counterpane/addin-gmail/cards/outcome-card'
import { openTaskAction } from '@counterpane/addin-gmail/cards/task-card'
import { openTasksAction } from '@counterpane/addin-gmail/cards/tasks-card'
import { aContext } from '@counterpane/addin-gmail/testing/sample-views'
import { createActionSignatures } from '@counterpane/backend/features/gmail-addon/action-signature'
import { exportColumns } from '@counterpane/shared/contract/exports'
import { asked } from '../support/letters'
import { partOf } from '../support/read-sheet'
import { at, emailOf, ids, kindNames, now, secret, viewers, word, type HiddenHouse, type Viewer } from './hidden-house'

type House = HiddenHouse
/** What is asked of a reading route, each as the end of its path: `{id}` is what stands before the query. */
type Asks = (house: House, viewer: Viewer) => { id?: string; query?: string }[]

/** Only some rows of it fit a card. */
export const isShort = (card: string) => card === 'home'
const [from, to] = [at(-24 * 60), at(24 * 60)]
const plain: Asks = () => [{}]
const each = (list: (house: House) => readonly string[]): Asks => (house) => list(house).map((id) => ({ id }))
const contactIds = (house: House) => Object.keys(house.contacts)
const clientIds = () => kindNames.flatMap((kind) => [ids.client(kind), ids.lone(kind)])
const ofClients = clientIds().map((id) => `counterpartyId=${id}`).join('&')
const sorts = ['subject', '-subject', 'result', '-result', 'startsAt', 'person'].map((sort) => ({ query: `?limit=200&sort=${sort}&${ofClients}` }))
const cursors = ['subject', '-subject', 'result', '-result'].map((sort) => ({ query: `?limit=3&sort=${sort}&${ofClients}` }))
/** Words that somebody tries: of each kind and place, and what they may be changed to. */
const tried = kindNames.flatMap((kind) => (['subject', 'content', 'result', 'comment'] as const).flatMap((place) => [word(kind, place), word(kind, place).replace('xq', 'aaq')].flatMap((one) => [
  { query: `?q=${one}` }, ...(place === 'subject' || place === 'result' ? [{ query: `?${place}=${one}` }] : []),
])))
const searched = tried.filter(({ query }) => query.startsWith('?q='))
const flags = ['withResult=true', 'withResult=false', 'withFiles=true', 'withFiles=false', 'noOutcome=true', 'overdue=true', 'private=true'].map((flag) => ({ query: `?${flag}&${ofClients}` }))

/** Every reading route of the contract, and how it is asked; a new one has to be told here. */
export const readings: Record<string, Asks> = {
  listJournal: () => [...sorts, ...cursors, ...tried, ...flags], countJournal: () => [...tried, ...flags], listContacts: () => [...sorts.slice(0, 2), ...cursors.slice(0, 2), ...searched],
  journalStrip: () => [{}, { query: '?managerId=m-peter' }], journalGroups: () => [{ query: `?by=manager&by=month&${ofClients}` }, ...tried.map(({ query }) => ({ query: `${query}&by=manager&by=status` })), ...flags.map(({ query }) => ({ query: `${query}&by=counterparty` }))],
  listViews: plain, listChanges: (house) => contactIds(house).map((id) => ({ query: `?noun=contact&id=${id}&limit=50` })),
  feed: () => clientIds().flatMap((id) => [{ id, query: '?limit=50' }, { id, query: '?kind=document&kind=move&kind=contact&kind=task&kind=note&limit=50' }]), clientStanding: each(clientIds), taskCounts: () => [{ query: `?to=${to}` }],
  journalDay: () => [{ query: `?from=${from}&to=${to}` }], myDay: () => [{ query: `?from=${from}&to=${to}` }], listReminders: () => [{ query: `?from=${at(0)}&to=${at(60)}` }], readDigest: () => [{ query: '?kind=mine' }, { query: '?kind=team' }],
  listCalendars: plain, getCalendar: () => [{ id: 'm-olga' }], getContact: each(contactIds), contactCalendar: each(contactIds), listOriginals: each(contactIds),
  listCounterparties: () => [{ query: '?q=client' }, ...searched], getCounterparty: each(clientIds), listPersons: () => [{ query: '?limit=200' }], getPerson: () => kindNames.map((kind) => ({ id: ids.person(kind) })),
  listNeverRegister: () => [{ query: '?scope=own' }, { query: '?scope=organisation' }], neverRegisterKeys: plain, getRetention: plain, listPersonalDataReports: plain,
  listTasks: () => [{ query: '?limit=200' }, ...searched], search: () => searched,
  me: plain, listManagers: plain, demoManagers: plain, listWaiting: plain, dictionaries: plain, getSettings: plain, about: plain,
  exportCsv: () => [{ query: `?${exportColumns.map((column) => `columns=${column}`).join('&')}&${ofClients}` }, { query: `?columns=startsAt&sort=subject&${ofClients}` }],
  exportXlsx: () => [{ query: `?${exportColumns.map((column) => `columns=${column}`).join('&')}&ticket=ticket-of-xlsx&${ofClients}` }], exportProgress: () => [{ query: '?ticket=ticket-of-xlsx' }],
  listImports: plain, getImport: () => [{ id: 'nobody' }], listImportProblems: () => [{ id: 'nobody' }],
  readAttachment: (house) => Object.keys(house.files).map((id) => ({ id })),
  listClientRows: () => [{ query: '?q=client&limit=200&sort=-lastHeldAt' }, ...searched], countClients: () => [{ query: '?q=client' }, ...searched], clientWords: plain, listSelections: plain,
  clientsCsv: () => [{ query: '?q=client' }, ...searched.slice(0, 2)], personsCsv: () => [{ query: '?q=person' }], clientsXlsx: () => [{ query: '?q=client&ticket=ticket-of-clients' }], personsXlsx: () => [{ query: '?q=person' }], progress: () => [{ query: '?ticket=ticket-of-clients' }],
  recentDecisions: plain, exportImportProblems: () => [{ id: 'nobody' }],
  listUnrecognised: () => [{ query: '?limit=200' }, { query: '?mine=true&sort=newest' }, { query: '?decided=true' }, ...searched],
  unrecognisedContacts: () => [...kindNames.flatMap((kind) => [{ query: `?kind=domain&value=${kind}u.example` }, { query: `?kind=domain&value=${kind}u.example&mine=true` }]), { query: '?kind=none' }],
  duplicateSearch: plain, listDuplicates: () => [{ query: '?noun=counterparty' }, { query: '?noun=person&limit=200' }], duplicatesOf: () => kindNames.flatMap((kind) => [{ id: ids.client(kind), query: '?noun=counterparty' }, { id: ids.person(kind), query: '?noun=person' }]),
  mergeOf: each(clientIds), clientDomains: each(clientIds), formerPersons: each(clientIds), listEmployments: () => kindNames.map((kind) => ({ id: ids.person(kind) })),
  listAttributes: () => [{ query: '?counted=true' }], listSegments: plain, getSegment: each((house) => [house.segmentId]), countSegment: each((house) => [house.segmentId]), segmentRows: each((house) => [house.segmentId]),
  listAllManagers: plain, listWords: plain, listOwnDomains: plain, signInWays: plain, listSessions: plain,
  searchTrail: (house) => [{ query: '?limit=200' }, { query: '?noun=contact&limit=200' }, ...contactIds(house).map((id) => ({ query: `?noun=contact&thing=${id}&limit=50` })), ...kindNames.map((kind) => ({ query: `?thing=${word(kind, 'subject')}` }))],
  exportTrail: (house) => [{ query: '?timeZone=UTC' }, ...contactIds(house).slice(0, 3).map((id) => ({ query: `?timeZone=UTC&language=ru&thing=${id}` }))],
}

/** All bytes of the answers of one reading route, as text; a place to go on from is read in clear. */
export async function read(house: House, viewer: Viewer, name: string, path: string): Promise<string[]> {
  const texts: string[] = []
  for (const { id, query = '' } of readings[name]!(house, viewer)) {
    const answer = await house.server.raw('GET', path.replace('{id}', encodeURIComponent(id ?? '')) + query, { as: emailOf(viewer) })
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (![200, 403, 404].includes(answer.status)) throw new Error(`${name}${query}: ${answer.status} ${bytes.toString()}`)
    const text = name.endsWith('Xlsx') ? ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map((part) => partOf(bytes, part)).join('\n') : bytes.toString('utf8')
    const cursor = /"nextCursor":"([^"]+)"/.exec(text)?.[1]
    const own = text.replace(/"reference":"[^"]*"/, '')
    texts.push(`${answer.status} ${answer.headers.get('content-disposition') ?? ''} ${own} ${cursor ? Buffer.from(cursor, 'base64url').toString('utf8') : ''}`)
  }
  return texts
}

const post = async (house: House, viewer: Viewer, [method, path]: readonly [string, string], { body, headers }: { body?: unknown; headers?: Record<string, string> } = {}) =>
  (await house.server.raw(method, path, { as: emailOf(viewer), body, headers })).text()
const mapped = async <T>(list: readonly T[], ask: (one: T) => Promise<string>) => { const texts: string[] = []; for (const one of list) texts.push(await ask(one)); return texts }
const firstOf = (house: House) => kindNames.map((kind) => contactIds(house).find((id) => house.contacts[id] === kind)!)

/** Doors that are asked by other methods, and those of letters and live events. Refused or not, their answers tell no more than reading does. */
export const others: Record<string, (house: House, viewer: Viewer) => Promise<string[]>> = {
  'the pane, about a letter': (house, viewer) => mapped(kindNames, (kind) => post(house, viewer, ['POST', '/api/sidebar'], { body: { message: asked(house.letters[kind]) } })),
  'the pane, about a meeting': (house, viewer) => mapped(kindNames, (kind) => post(house, viewer, ['POST', '/api/sidebar/meeting'], { body: { meeting: {
    subject: `${word(kind, 'subject').replace(/^xq/, '')} of`, startsAt: at(-1_560), endsAt: at(-1_530), organizer: { name: '', address: emailOf(viewer) }, required: [{ name: '', address: `p@${kind}h.example` }] } } })),
  'a stale edit': (house, viewer) => mapped(contactIds(house), (id) => post(house, viewer, ['PATCH', `/api/contacts/${id}`], { body: { state: 2 }, headers: { 'if-match': '"stale"' } })),
  'an edit of words': (house, viewer) => (viewer === 'colleague' || viewer === 'lead' || viewer === 'administrator' ? mapped(firstOf(house).slice(1), (id) => post(house, viewer, ['PATCH', `/api/contacts/${id}`], { body: { comment: 'mine' }, headers: { 'if-match': '*' } })) : Promise.resolve([])),
  'a link to a file': (house, viewer) => mapped(Object.keys(house.files), async (id) => {
    const { url } = JSON.parse(await post(house, viewer, ['POST', `/api/attachments/${id}/link`])) as { url?: string }
    return url ? (await fetch(new URL(url, house.server.url))).text() : ''
  }),
  'the letter of the morning': async (house, viewer) => {
    house.smtp.arrived.length = 0
    await post(house, viewer, ['POST', '/api/digest'], { body: { kind: viewer === 'lead' || viewer === 'administrator' ? 'team' : 'mine' } })
    for (let i = 0; i < 30 && house.smtp.arrived.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 10))
    return house.smtp.arrived.map(({ letter }) => `${letter.subject} ${letter.html} ${letter.text}`)
  },
  'live events': async (house, viewer) => {
    const gone = new AbortController()
    const answer = await fetch(`${house.server.url}/api/journal/events`, { headers: { authorization: `Bearer ${await house.server.tokenOf(emailOf(viewer))}` }, signal: gone.signal })
    const reader = answer.body!.getReader()
    let text = ''
    const reading = (async () => { for (;;) { const { done, value } = await reader.read(); if (done) return; text += Buffer.from(value).toString('utf8') } })().catch(() => undefined)
    for (const id of firstOf(house)) await house.olga('patchContact', { id, ifMatch: '*', body: { state: 2 } })
    for (let i = 0; i < 100 && !text.includes('event: contacts'); i++) await new Promise((resolve) => setTimeout(resolve, 10))
    gone.abort()
    await reading
    return [text]
  },
}

const signatures = createActionSignatures([secret])
/** The add-on's cards for Olga, who wrote the contacts, and for Anna. */
export async function gmailCards(house: House, viewer: 'writer' | 'colleague'): Promise<Record<string, string[]>> {
  const sub = createHash('sha256').update(emailOf(viewer)).digest('hex').slice(0, 21)
  const press = async (asked: object) => {
    const response = await fetch(`${house.server.url}/demo/gmail/press`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ locale: 'en', timeZone: 'Europe/Moscow', message: null, person: viewer === 'writer' ? 'owner' : 'colleague', ...asked }) })
    const { answer, status } = await response.json() as { answer: unknown; status: number }
    if (!answer) throw new Error(`the add-on answered ${status}`)
    return JSON.stringify(answer)
  }
  const open = <N extends string, O extends string>(action: ActionDefinition<N, O>, given: Record<N, string> & Partial<Record<O, string>>) => {
    const { parameters } = action.on(aContext({ press: (name, named) => ({ function: '', parameters: signatures.sign(sub, { action: name, parameters: named }, now) }) }), given)
    return press({ endpoint: 'action', parameters: Object.fromEntries(parameters.map(({ key, value }) => [key, value])) })
  }
  const tasks = await (await house.server.as(emailOf(viewer)))('listTasks', { query: { limit: 200, managerId: [`m-${viewers[viewer]}`] } })
  return {
    home: [await press({ endpoint: 'homepage' })],
    contact: await mapped(contactIds(house), (contactId) => open(openContactAction, { contactId })), cancel: await mapped(firstOf(house), (contactId) => open(openCancelAction, { contactId })),
    undo: await mapped(firstOf(house), (contactId) => open(openUndoAction, { contactId })), outcome: await mapped(firstOf(house), (contactId) => open(openOutcomeAction, { contactId })),
    history: await mapped(kindNames, (kind) => open(openHistoryAction, { counterpartyId: ids.client(kind) })), client: await mapped(clientIds(), (counterpartyId) => open(openClientAction, { counterpartyId })),
    tasks: [await open(openTasksAction, {})], task: await mapped(tasks.items.filter(({ title }) => title.startsWith('Task of')), ({ id }) => open(openTaskAction, { taskId: id })),
  }
}
