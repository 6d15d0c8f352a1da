import type { TestServer } from '../support/test-server'

/** A contact as the tables hold it, read whole: what the filters are held against. */
export interface PlainContact {
  id: string; startsAt: number; endsAt: number; createdAt: number; updatedAt: number; durationMinutes: number | null; method: string; direction: string; status: string; state: number; priority: string; source: string
  typeId: string | null; firmId: string | null; adSourceId: string | null; managerId: string | null; registeredById: string | null; counterpartyId: string | null; private: number; visibility: string; undoneAt: number | null
  subject: string; result: string; previousId: string | null
  managerIds: string[]; personIds: string[]; alsoIds: string[]; files: number; teamId: string | null; vip: boolean; nexts: number[]; lastWord: boolean; readable: boolean; subjectSeen: boolean
  names: { type: string; firm: string; adSource: string; manager: string; registeredBy: string; counterparty: string; person: string }
}
export type Ask = Record<string, string | string[]>
type Pair = { contactId: string; other: string }

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

/** All contacts with all that the filters ask of them, by the plainest questions there are. */
export function readPlainly(server: TestServer, callerId: string): PlainContact[] {
  const all = <T extends object>(sql: string) => server.db.sql.all<T>(sql)
  const pairs = (table: string, column: string, order = 'rowid') => groupBy(all<Pair>(`SELECT contactId, ${column} AS other FROM ${table} ORDER BY contactId, ${order}`), (row) => row.contactId)
  const namesIn = (table: string) => new Map(all<{ id: string; name: string }>(`SELECT id, name FROM ${table}`).map((row) => [row.id, row.name]))
  const [managers, persons, also, files] = [pairs('ContactManager', 'managerId'), pairs('ContactParticipant', 'personId', 'position, personId'), pairs('ContactCounterparty', 'counterpartyId'), pairs('Attachment', 'id')]
  const teams = new Map(all<{ id: string; teamId: string | null }>('SELECT id, teamId FROM Manager').map((row) => [row.id, row.teamId]))
  const vips = new Set(all<{ id: string }>('SELECT id FROM Counterparty WHERE vip = 1').map((row) => row.id))
  const [types, firms, ads, people, clients, humans] = ['ContactType', 'Firm', 'AdSource', 'Manager', 'Counterparty', 'ContactPerson'].map(namesIn) as Map<string, string>[]
  const rows = all<PlainContact>('SELECT * FROM Contact')
  const nexts = groupBy(rows.filter((row) => row.undoneAt === null && row.status !== 'cancelled' && row.previousId !== null), (row) => row.previousId as string)
  const lastWords = lastWordsOf(rows, all('SELECT counterpartyId, doneAt, kind FROM Task'))
  const named = (names: Map<string, string> | undefined, id: string | null | undefined) => (id ? names?.get(id) ?? '' : '')
  return rows.filter((row) => row.undoneAt === null).map((row) => {
    const others = (found: Map<string, Pair[]>) => (found.get(row.id) ?? []).map((pair) => pair.other)
    const managerIds = others(managers)
    const taking = [...managerIds, row.managerId]
    return {
      ...row, managerIds, personIds: others(persons), alsoIds: others(also), files: others(files).length, teamId: teams.get(row.managerId ?? '') ?? null, vip: vips.has(row.counterpartyId ?? ''),
      nexts: (nexts.get(row.id) ?? []).map((next) => next.startsAt), lastWord: lastWords.has(row.id), readable: (row.private === 0 && row.visibility === 'full') || row.registeredById === callerId || taking.includes(callerId),
      subjectSeen: (row.private === 0 && row.visibility !== 'fact') || row.registeredById === callerId || taking.includes(callerId),
      names: {
        type: named(types, row.typeId), firm: named(firms, row.firmId), adSource: named(ads, row.adSourceId), manager: named(people, row.managerId), registeredBy: named(people, row.registeredById),
        counterparty: named(clients, row.counterpartyId), person: named(humans, others(persons)[0]),
      },
    }
  })
}

type Timed = Pick<PlainContact, 'id' | 'startsAt' | 'counterpartyId' | 'status' | 'state' | 'undoneAt'>
/** The newest held contact of each client with whom something is not done and nothing planned. */
export function lastWordsOf(rows: readonly Timed[], tasks: readonly { counterpartyId: string | null; doneAt: number | null; kind: string }[]): Set<string> {
  const busy = new Set(tasks.filter((task) => task.doneAt === null && task.kind === 'task').map((task) => task.counterpartyId))
  const newest = new Map<string, Timed>()
  for (const row of rows) {
    if (row.undoneAt !== null || row.counterpartyId === null) continue
    if (row.status === 'planned') busy.add(row.counterpartyId)
    const before = newest.get(row.counterpartyId)
    if (row.status === 'held' && (!before || row.startsAt > before.startsAt || (row.startsAt === before.startsAt && row.id > before.id))) newest.set(row.counterpartyId, row)
  }
  return new Set([...newest.values()].filter((row) => !busy.has(row.counterpartyId) && (row.state === 1 || row.state === 2)).map((row) => row.id))
}

const list = (value: string | string[]) => (Array.isArray(value) ? value : [value])
const text = (value: string | string[]) => list(value)[0] ?? ''
/** Each filter as one would say it. */
const tests: Record<string, (row: PlainContact, value: string[], now: number) => boolean> = {
  from: (row, [at]) => row.startsAt >= Date.parse(at!), to: (row, [at]) => row.startsAt < Date.parse(at!),
  createdFrom: (row, [at]) => row.createdAt >= Date.parse(at!), createdTo: (row, [at]) => row.createdAt < Date.parse(at!),
  updatedFrom: (row, [at]) => row.updatedAt >= Date.parse(at!), updatedTo: (row, [at]) => row.updatedAt < Date.parse(at!),
  minutesFrom: (row, [n]) => row.durationMinutes !== null && row.durationMinutes >= Number(n), minutesTo: (row, [n]) => row.durationMinutes !== null && row.durationMinutes <= Number(n),
  method: (row, values) => values.includes(row.method), direction: (row, values) => values.includes(row.direction), status: (row, values) => values.includes(row.status),
  state: (row, values) => values.includes(String(row.state)), priority: (row, values) => values.includes(row.priority), source: (row, values) => values.includes(row.source),
  type: (row, values) => values.includes(row.typeId ?? 'none'), firmId: (row, values) => values.includes(row.firmId ?? 'none'), adSourceId: (row, values) => values.includes(row.adSourceId ?? 'none'),
  registeredById: (row, values) => values.includes(row.registeredById ?? 'none'), teamId: (row, values) => values.includes(row.teamId ?? 'none'),
  managerId: (row, values) => values.includes(row.managerId ?? 'none') || row.managerIds.some((id) => values.includes(id)),
  counterpartyId: (row, values) => values.includes(row.counterpartyId ?? 'none') || row.alsoIds.some((id) => values.includes(id)),
  personId: (row, values) => (values.includes('none') && row.personIds.length === 0) || row.personIds.some((id) => values.includes(id)),
}
const flags: Record<string, (row: PlainContact, now: number) => boolean> = {
  overdue: (row, now) => row.status === 'planned' && row.endsAt < now,
  noOutcome: (row, now) => row.status === 'planned' && row.endsAt < now && ['meeting', 'video-call', 'exhibition'].includes(row.method),
  withoutClient: (row) => row.counterpartyId === null, noNextStep: (row) => row.lastWord, withResult: (row) => row.readable && row.result !== '', withFiles: (row) => row.readable && row.files > 0,
  withNext: (row) => row.nexts.length > 0, private: (row) => row.private === 1, vip: (row) => row.vip,
}

export function fits(row: PlainContact, ask: Ask, now: number): boolean {
  return Object.entries(ask).every(([name, value]) => {
    const flag = flags[name]
    return flag ? flag(row, now) === (text(value) === 'true') : tests[name]!(row, list(value), now)
  })
}

const priorities = ['low', 'medium', 'high']
const cut = (value: string) => [...value].slice(0, 120).join('')
export const sortKeys: Record<string, (row: PlainContact) => string | number> = {
  startsAt: (row) => row.startsAt, createdAt: (row) => row.createdAt, updatedAt: (row) => row.updatedAt, durationMinutes: (row) => row.durationMinutes ?? -1, state: (row) => row.state,
  method: (row) => row.method, direction: (row) => row.direction, status: (row) => row.status, source: (row) => row.source, priority: (row) => priorities.indexOf(row.priority),
  type: (row) => cut(row.names.type), firm: (row) => cut(row.names.firm), adSource: (row) => cut(row.names.adSource), manager: (row) => cut(row.names.manager), registeredBy: (row) => cut(row.names.registeredBy),
  counterparty: (row) => cut(row.names.counterparty), person: (row) => cut(row.names.person), subject: (row) => (row.subjectSeen ? cut(row.subject) : ''), result: (row) => (row.readable ? cut(row.result) : ''),
  nextAt: (row) => (row.nexts.length > 0 ? Math.min(...row.nexts) : -Infinity),
}
/** As SQLite compares texts: by bytes. */
const compare = (a: string | number, b: string | number) => (typeof a === 'number' && typeof b === 'number' ? Math.sign(a - b) || 0 : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b))))

export function inOrder(rows: readonly PlainContact[], sort: string): string[] {
  const key = sortKeys[sort.replace('-', '')]!
  const way = sort.startsWith('-') ? -1 : 1
  const ties = sort.endsWith('startsAt') ? way : -1
  return [...rows].sort((a, b) => way * compare(key(a), key(b)) || ties * (a.startsAt - b.startsAt) || ties * compare(a.id, b.id)).map((row) => row.id)
}
