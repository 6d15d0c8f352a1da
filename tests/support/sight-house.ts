import fs from 'node:fs'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import type { SightPolicy } from '@counterpane/shared/contract/attachments'
import { defaultNow } from '../../backend/prisma/seed/seed-plan'
import { freshDatabase } from './database-template'
import { makeBase } from './sight-base'
import { makeForeign } from './sight-foreign'
import { createTestClock } from './test-clock'
import { startTestServer, type TestServer } from './test-server'

export const sightNow = new Date(defaultNow)
const clock = () => ({ ...createTestClock(), now: () => new Date(sightNow) })
/** Links in answers name the server: they are the same of all. */
const settings = { PUBLIC_URL: 'http://127.0.0.1:9' }
const people = ['olga', 'anna', 'peter', 'ivan', 'dmitry', 'admin'] as const

export type Ids = Record<'client' | 'person' | 'contact' | 'task' | 'file' | 'merge' | 'pair' | 'change' | 'changeSet' | 'merged' | 'import' | 'search', string[]>
const tableOf = { client: 'Counterparty', person: 'ContactPerson', contact: 'Contact', task: 'Task', file: 'Attachment', merge: 'Merge', pair: 'DuplicatePair', change: 'AuditEntry', import: 'Import', search: 'DuplicateSearch' } as const

export interface World { server: TestServer; token(name: string): string; foreign: Ids; all: Ids; behind<T>(work: (connection: ReturnType<typeof openConnection>) => T): T }

/** The same world several times over: as it is, and with foreign rows of Dmitry's (of another team) or Peter's (of the same) in it. Same ids, same sessions, one clock that stands still. */
export async function startSightHouse() {
  const before = await startTestServer({ seed: 'team', clock: clock(), settings })
  const tokens = Object.fromEntries(await Promise.all(people.map(async (name) => [name, await before.tokenOf(`${name}@demo.example`)] as const)))
  const base = await makeBase(before)
  const kept = await freshDatabase('empty')
  fs.rmSync(kept.path)
  const connection = openConnection(before.databasePath)
  connection.exec(`VACUUM INTO '${kept.path.replaceAll("'", "''")}'`)
  const [seen] = connection.prepare("SELECT c.id, p.personId FROM Contact c JOIN ContactParticipant p ON p.contactId = c.id WHERE c.counterpartyId = 'cp-vektor' AND c.managerId = 'm-olga' ORDER BY c.id LIMIT 1").all() as { id: string; personId: string }[]
  connection.close()
  await before.close()
  async function world(author: string | null): Promise<World> {
    const server = await startTestServer({ copyOf: kept.path, clock: clock(), settings })
    const behind: World['behind'] = (work) => {
      const connection = openConnection(server.databasePath)
      try { return work(connection) } finally { connection.close() }
    }
    const idsOf = () => Object.fromEntries([...Object.entries(tableOf).map(([kind, table]) => [kind, ids(behind, `SELECT id FROM ${table} ORDER BY id`)]), ['changeSet', ids(behind, 'SELECT DISTINCT setId AS id FROM AuditEntry WHERE setId IS NOT NULL ORDER BY setId')], ['merged', ids(behind, 'SELECT mergedId AS id FROM Merge ORDER BY id')]]) as Ids
    const earlier = idsOf()
    if (author !== null) await makeForeign(server, { author, seen: { contactId: seen!.id, personId: seen!.personId, conversationId: 'talk-vektor' }, segmentId: base.segments[0]!, behind: (sql, parameters = []) => behind((one) => one.prepare(sql).run(...parameters)) })
    const all = idsOf()
    const foreign = Object.fromEntries(Object.entries(all).map(([kind, there]) => [kind, there.filter((id) => !earlier[kind as keyof Ids].includes(id))])) as Ids
    return { server, token: (name) => tokens[name] ?? '', foreign, all, behind }
  }
  const [without, withDmitrys, withPeters] = [await world(null), await world('dmitry'), await world('peter')]
  return {
    without, withDmitrys, withPeters, seenIds: without.all, segments: base.segments,
    narrow(policy: SightPolicy | null) {
      for (const { behind } of [without, withDmitrys, withPeters]) behind((one) => {
        one.prepare("DELETE FROM Setting WHERE name = 'visibility'").run()
        if (policy) one.prepare("INSERT INTO Setting (name, value, updatedAt) VALUES ('visibility', ?, ?)").run(JSON.stringify(policy), sightNow.getTime())
      })
    },
    async close() {
      for (const { server } of [without, withDmitrys, withPeters]) await server.close()
      kept.remove()
    },
  }
}
export type SightHouse = Awaited<ReturnType<typeof startSightHouse>>

const ids = (behind: World['behind'], sql: string) => behind((one) => (one.prepare(sql).all() as { id: string }[]).map(({ id }) => id))
