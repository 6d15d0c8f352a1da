import { importLimits } from '@counterpane/shared/contract/imports'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import type { Table, UploadedTables } from '../../ports/table-source'
import { guessMapping } from './guess-mapping'
import type { Mapping } from './import-fields'
import { headerKeyOf, type Previews } from './import-previews'
import { presentImport, presentProblem, presentSummary } from './import-presenter'
import { importRefusals } from './import-problems'
import type { ImportRecord, ImportRecords } from './import-records.repository'
import { changeImport, deleteImport, forgetFindings, insertImport, keepMapping } from './imports.repository'

export interface ImportsDeps { db: Db; clock: Clock; tables: UploadedTables; records: ImportRecords; previews: Previews }

const mostWaiting = 10
export const notNow = () => new AppError('conflict', { words: importRefusals.notNow })
/** Nothing is under way and nothing was written: its mapping may still change, and it may go. */
const untouched = ['uploaded', 'checked']

/** Files that were brought to be imported. A lead sees and runs their own; an administrator all. */
export function createImportsService({ db, clock, tables, records, previews }: ImportsDeps) {
  function get(caller: Caller, id: string): ImportRecord {
    const record = records.find(id)
    if (!record || (caller.role !== 'administrator' && record.managerId !== caller.id)) throw new AppError('not-found')
    return record
  }
  async function show(record: ImportRecord) {
    const preview = record.fileKey === null ? null : await previews.of(record.fileKey, record.mapping.map(([title]) => title))
    return presentImport(record, { preview, before: records.sameFile(record.fileHash, record.id) })
  }
  async function take(key: string, { bytes, name, caller }: { bytes: AsyncIterable<Uint8Array>; name: string; caller: Caller }) {
    const received = await tables.receive(key, bytes, importLimits.bytes)
    if (!received) throw new AppError('too-large', { words: importRefusals.tooLarge })
    try {
      const table = await tables.open(key)
      if (!table) throw new AppError('internal')
      await previews.look(key, table)
      await db.write((tx) => insertImport(tx, {
        id: key, managerId: caller.id, fileName: name, fileHash: table.hash, state: 'uploaded', bytes: received.size, fileKey: key, startedAt: clock.now(), mapping: paired(table, previews.keptFor(table.header) ?? guessMapping(table.header)),
      }))
    } catch (error) {
      await tables.remove(key)
      throw error
    }
  }

  return {
    get, show: (caller: Caller, id: string) => show(get(caller, id)),
    async upload(caller: Caller, { bytes, name }: { bytes: AsyncIterable<Uint8Array>; name: string }) {
      if (records.countWaiting(caller.id) >= mostWaiting) throw new AppError('conflict', { words: importRefusals.tooMany })
      const key = uuidv7()
      await take(key, { bytes, name, caller })
      return show(get(caller, key))
    },
    list(caller: Caller, { cursor, limit }: { cursor: string | undefined; limit: number }) {
      const { records: found, nextCursor } = records.list(caller.role === 'administrator' ? null : caller.id, cursor, limit)
      return { items: found.map(presentSummary), nextCursor }
    },
    /** What was checked with other columns says nothing of these. */
    async patch(caller: Caller, id: string, mapping: Mapping) {
      const record = get(caller, id)
      if (mapping.length !== record.mapping.length) throw new AppError('invalid-request', { words: importRefusals.columns })
      await db.write(async (tx) => {
        if (!(await changeImport(tx, id, { state: 'uploaded', mapping: record.mapping.map(([title], at) => [title, mapping[at] ?? null]) }, { from: untouched }))) throw notNow()
        await forgetFindings(tx, id)
        await keepMapping(tx, headerKeyOf(record.mapping.map(([title]) => title)), { mapping, managerId: caller.id, at: clock.now() })
      })
      return show(get(caller, id))
    },
    async remove(caller: Caller, id: string) {
      const record = get(caller, id)
      await db.write(async (tx) => {
        if (!(await changeImport(tx, id, { state: 'uploaded' }, { from: untouched }))) throw notNow()
        await deleteImport(tx, id)
      })
      if (record.fileKey !== null) await tables.remove(record.fileKey)
      return undefined
    },
    problems(caller: Caller, id: string, { kind, cursor, limit }: { kind: string | undefined; cursor: string | undefined; limit: number }) {
      get(caller, id)
      const { rows, nextCursor } = records.problems(id, { kind, cursor }, limit)
      return { items: rows.map(presentProblem), nextCursor }
    },
  }
}
export type ImportsService = ReturnType<typeof createImportsService>

const paired = (table: Table, mapping: Mapping) => table.header.map((title, at) => [title.slice(0, 500), mapping[at] ?? null] as const)
