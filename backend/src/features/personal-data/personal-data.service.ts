import type { Erased, PersonalExport, PersonsFound } from '@counterpane/shared/contract/trail'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import type { Erasing } from './erasing'
import { insertReport, type FoundPerson, type PersonalDataRepository } from './personal-data.repository'
import { countsByTable, readAddressTraces, readTraces, rowsByTable } from './person-traces'
import type { Suppressions } from './suppression'

export interface PersonalDataDeps { db: Db; people: PersonalDataRepository; suppressions: Suppressions; erasing: Erasing; clock: Clock }
export interface Sought { address?: string | undefined; name?: string | undefined; personId?: string | undefined }

/** What is held of one person: found, handed out whole, erased. Each time a report stays, without a word of the data themselves. */
export function createPersonalData({ db, people, suppressions, erasing, clock }: PersonalDataDeps) {
  async function tracesOf(personId: string) {
    const [person] = await people.byId(personId)
    const traces = person ? await readTraces(db, personId) : null
    if (!traces) throw new AppError('not-found')
    return traces
  }
  const show = async ({ id, name, counterpartyId, counterpartyName, addresses }: FoundPerson) => {
    const traces = await readTraces(db, id)
    const counterparty = counterpartyId === null ? null : { id: counterpartyId, name: counterpartyName ?? '' }
    return { personId: id, name, counterparty, addresses: JSON.parse(addresses) as string[], counts: traces ? await countsByTable(db, traces) : {} }
  }
  async function note(tx: Tx, { id, kind, managerId, at, counts }: Parameters<typeof insertReport>[1]) {
    await insertReport(tx, { id, kind, managerId, at, counts })
    await writeAudit(tx, { managerId, noun: 'personal-data', nounId: id, action: kind === 'export' ? 'handed-out' : 'erased', at, after: counts })
  }
  return {
    async find({ address, name, personId }: Sought): Promise<PersonsFound> {
      const key = address === undefined ? null : parseAddress(address)?.addressKey ?? null
      if (address !== undefined && key === null) throw new AppError('invalid-request', { errors: [{ path: 'address', message: 'not an address' }] })
      const found = key !== null ? await people.byAddress(key) : name !== undefined ? await people.byName(name) : await people.byId(personId ?? '')
      const items = []
      for (const person of found) items.push(await show(person))
      const onlyAddress = key !== null && items.length === 0 ? await countsByTable(db, await readAddressTraces(db, key)) : {}
      return { items, suppressedAt: key === null ? null : suppressions.suppressedAt(key)?.toISOString() ?? null, onlyAddress }
    },
    /** All of it, contacts that are private among managers too: it is the person's own to have. That it was handed out stands in the trail. */
    async export(caller: Caller, personId: string): Promise<PersonalExport> {
      const traces = await tracesOf(personId)
      const rows = await rowsByTable(db, traces, 't.*')
      const tables = Object.fromEntries([...rows].filter(([, found]) => found.length > 0).map(([table, found]) => [table, found.map(readable)]))
      const counts = Object.fromEntries(Object.entries(tables).map(([table, found]) => [table, found.length]))
      const [reportId, at] = [uuidv7(), clock.now()]
      await db.write((tx) => note(tx, { id: reportId, kind: 'export', managerId: caller.id, at, counts }))
      return { person: { id: personId, name: traces.name }, madeAt: at.toISOString(), reportId, counts, tables }
    },
    async erase(caller: Caller, personId: string, confirm: string): Promise<Erased> {
      const traces = await tracesOf(personId)
      if (confirm.trim() !== traces.name.trim()) throw new AppError('invalid-request', { errors: [{ path: 'confirm', message: 'the name as it stands in the base' }] })
      const [reportId, at] = [uuidv7(), clock.now()]
      const { fileCleaned } = await erasing(traces, { at, finish: (tx, counts) => note(tx, { id: reportId, kind: 'erase', managerId: caller.id, at, counts }) })
      const report = people.report(reportId)
      if (!report) throw new AppError('internal')
      return { report, fileCleaned }
    },
    reports: people.reports,
  }
}
export type PersonalData = ReturnType<typeof createPersonalData>

const isInstant = (name: string) => /(^at|At)$/.test(name)
/** Times as instants and JSON as what it says: the person reads it, not the program. */
const readable = (row: Record<string, string | number | null>) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isInstant(name) && typeof value === 'number' ? new Date(value).toISOString() : asJson(value)]))
function asJson(value: string | number | null): unknown {
  if (typeof value !== 'string' || !/^[{[]/.test(value)) return value
  try { return JSON.parse(value) } catch { return value }
}
