import { parseAddress } from '@counterpane/shared/matching/address'
import { parseDomain } from '@counterpane/shared/matching/domain-key'
import { nameKey } from '@counterpane/shared/text/fold'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import type Database from 'libsql'
import { columns, type SeedRow, type TableName, type Tables } from '../../backend/prisma/seed/seed-tables'

/** Something for the database: its own row and everything that has to be there before it, in order. */
export interface Built<T extends TableName> { table: T; row: Tables[T]; rows: readonly SeedRow[] }
type Row<T extends TableName> = Partial<Tables[T]>

let made = 0
const nextId = (kind: string) => `${kind}-test-${++made}`
/** The instant at which builders' things happen, unless they are told otherwise. */
export const builtAt = Date.parse('2026-11-20T10:00:00Z')
const stamps = { version: 1, createdAt: builtAt, updatedAt: builtAt }

function built<T extends TableName>(table: T, row: Tables[T], { before = [], after = [] }: { before?: readonly SeedRow[]; after?: readonly SeedRow[] } = {}): Built<T> {
  return { table, row, rows: [...before, { table, row } as unknown as SeedRow, ...after] }
}

function addressesOf(owner: { id: string }, addresses: readonly string[]) {
  return addresses.map((written, position) => {
    const keys = parseAddress(written)
    if (!keys) throw new Error(`a builder was given an unreadable address: ${written}`)
    return { id: `${owner.id}-a${position}`, address: keys.address, addressKey: keys.addressKey, mailboxKey: keys.mailboxKey, domainKey: keys.domainKey, position }
  })
}

export function aTeam(row: Row<'Team'> = {}): Built<'Team'> {
  return built('Team', { id: nextId('team'), name: 'Test team', ...row })
}

export function aManager({ addresses, ...row }: Row<'Manager'> & { addresses?: readonly string[] } = {}): Built<'Manager'> {
  const id = row.id ?? nextId('m')
  const whole = { id, name: 'Test Manager', role: 'manager', teamId: null, locale: null, active: 1, createdAt: builtAt, ...row } as const
  const after = addressesOf(whole, addresses ?? [`${id}@demo.example`]).map(({ id: addressId, address, addressKey, position }): SeedRow =>
    ({ table: 'ManagerAddress', row: { id: addressId, managerId: id, address, addressKey, main: position === 0 ? 1 : 0 } }))
  return built('Manager', whole, { after })
}

interface ClientParts { manager?: Built<'Manager'>; addresses?: readonly string[]; domains?: readonly string[]; phones?: readonly string[] }
export function aCounterparty({ manager, addresses = [], domains = [], phones = [], ...row }: Row<'Counterparty'> & ClientParts = {}): Built<'Counterparty'> {
  const id = row.id ?? nextId('cp')
  const name = row.name ?? `Client ${id}`
  const whole = {
    id, name, nameKey: nameKey(name), searchText: foldForSearch([name, ...addresses, ...phones].join(' ')), kind: 'client', class: null, vip: 0, industry: null, region: null,
    managerId: manager?.row.id ?? null, ...stamps, ...row,
  } as const
  const after: SeedRow[] = [
    ...addressesOf(whole, addresses).map((address): SeedRow => ({ table: 'CounterpartyAddress', row: { counterpartyId: id, ...address } })),
    ...domains.map((domain, position): SeedRow => ({ table: 'CounterpartyDomain', row: { id: `${id}-d${position}`, counterpartyId: id, domain, domainKey: parseDomain(domain)?.domainKey ?? domain, position } })),
    ...phones.map((phone, position): SeedRow => ({ table: 'CounterpartyPhone', row: { id: `${id}-t${position}`, counterpartyId: id, phone, position } })),
  ]
  return built('Counterparty', whole, { before: manager?.rows, after })
}

interface PersonParts { counterparty?: Built<'Counterparty'> | null; addresses?: readonly string[]; phones?: readonly string[] }
/** Stands with a client of their own unless `counterparty` is null. */
export function aContactPerson({ counterparty = aCounterparty(), addresses = [], phones = [], ...row }: Row<'ContactPerson'> & PersonParts = {}): Built<'ContactPerson'> {
  const id = row.id ?? nextId('p')
  const name = row.name ?? `Person ${id}`
  const whole = {
    id, name, nameKey: nameKey(name), searchText: foldForSearch([name, ...addresses, ...phones].join(' ')), position: null, birthday: null, counterpartyId: counterparty?.row.id ?? null, ...stamps, ...row,
  }
  const after: SeedRow[] = [
    ...addressesOf(whole, addresses).map((address): SeedRow => ({ table: 'PersonAddress', row: { personId: id, ...address } })),
    ...phones.map((phone, position): SeedRow => ({ table: 'PersonPhone', row: { id: `${id}-t${position}`, personId: id, phone, position } })),
  ]
  return built('ContactPerson', whole, { before: counterparty?.rows, after })
}

interface ContactParts { counterparty?: Built<'Counterparty'> | null; manager?: Built<'Manager'>; persons?: readonly Built<'ContactPerson'>[]; previous?: Built<'Contact'> }
/** A held call of an hour ago with a client of its own, unless told otherwise. */
export function aContact({ counterparty = aCounterparty(), manager = aManager(), persons = [], previous, ...row }: Row<'Contact'> & ContactParts = {}): Built<'Contact'> {
  const id = row.id ?? nextId('c')
  const startsAt = row.startsAt ?? builtAt - 3_600_000
  const durationMinutes = row.durationMinutes === undefined ? 10 : row.durationMinutes
  const whole: Tables['Contact'] = {
    id, startsAt, endsAt: startsAt + (durationMinutes ?? 0) * 60_000, durationMinutes, method: 'call', direction: 'outgoing', status: 'held', state: 0, priority: 'medium', source: 'manual',
    counterpartyId: counterparty?.row.id ?? null, managerId: manager.row.id, registeredById: manager.row.id, typeId: null, firmId: null, adSourceId: null, previousId: previous?.row.id ?? null,
    messageKey: null, messageId: null, conversationId: null, visibility: 'full', private: 0, undoneAt: null, ...stamps, subject: `Contact ${id}`, result: '', comment: '', attributes: '{}', content: '', folded: '', ...row,
  }
  const before = [...(counterparty?.rows ?? []), ...manager.rows, ...persons.flatMap((person) => person.rows), ...(previous?.rows ?? [])]
  const after: SeedRow[] = [
    { table: 'ContactText', row: { contactId: id, text: foldForSearch(`${whole.subject}\n${whole.content}\n${whole.result}\n${whole.comment}`) } },
    ...persons.map((person, position): SeedRow => ({ table: 'ContactParticipant', row: { contactId: id, personId: person.row.id, position } })),
  ]
  return built('Contact', whole, { before, after })
}

interface TaskParts { manager?: Built<'Manager'>; createdBy?: Built<'Manager'>; counterparty?: Built<'Counterparty'>; contact?: Built<'Contact'> }
export function aTask({ manager = aManager(), createdBy = manager, counterparty, contact, ...row }: Row<'Task'> & TaskParts = {}): Built<'Task'> {
  const id = row.id ?? nextId('t')
  const whole = {
    id, kind: 'task', title: `Task ${id}`, dueAt: builtAt + 86_400_000, managerId: manager.row.id, createdById: createdBy.row.id, counterpartyId: counterparty?.row.id ?? contact?.row.counterpartyId ?? null,
    contactId: contact?.row.id ?? null, dealId: null, result: '', doneAt: null, ...stamps, ...row,
  }
  return built('Task', whole, { before: [...manager.rows, ...createdBy.rows, ...(counterparty?.rows ?? []), ...(contact?.rows ?? [])] })
}

/** Puts what was built into the database, parents first; a parent that several share, or that is there already, goes in once. */
export function insertBuilt(db: Database.Database, ...things: readonly Built<TableName>[]): void {
  for (const { table, row } of things.flatMap((thing) => thing.rows)) {
    const names: readonly string[] = columns[table]
    const values = row as unknown as Record<string, unknown>
    db.prepare(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`).run(names.map((name) => values[name]))
  }
}
