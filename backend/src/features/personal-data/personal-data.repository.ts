import type { PersonalReport } from '@counterpane/shared/contract/trail'
import { nameKey } from '@counterpane/shared/text/fold'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import type { Db, Tx } from '../../platform/db/database'
import { likePattern } from '../../platform/db/sql'
import { readCursor, toPage } from '../../platform/http/cursor'
import { erasedPersonId } from './erased-person'

interface ReportRow { id: string; kind: PersonalReport['kind']; managerId: string; managerName: string | null; at: number; counts: string }
export interface FoundPerson { id: string; name: string; counterpartyId: string | null; counterpartyName: string | null; addresses: string }
const foundMost = 20
const person = `SELECT p.id, p.name, k.id AS counterpartyId, k.name AS counterpartyName, (SELECT json_group_array(address) FROM PersonAddress a WHERE a.personId = p.id) AS addresses FROM ContactPerson p LEFT JOIN Counterparty k ON k.id = p.counterpartyId`
const report = "SELECT r.id, r.kind, r.managerId, m.name AS managerName, r.at, json(r.counts) AS counts FROM PersonalDataReport r LEFT JOIN Manager m ON m.id = r.managerId"

export function createPersonalDataRepository({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  return {
    byId: (id: string) => side.all<FoundPerson>(`${person} WHERE p.id = ? AND p.id <> '${erasedPersonId}'`, [id]),
    byAddress: (addressKey: string) => side.all<FoundPerson>(`${person} WHERE p.id IN (SELECT personId FROM PersonAddress WHERE addressKey = ?) LIMIT ${foundMost}`, [addressKey]),
    byName: (name: string) => side.all<FoundPerson>(`${person} WHERE p.id <> '${erasedPersonId}' AND (p.nameKey = ?1 OR p.searchText LIKE ?2 ESCAPE '\\') ORDER BY p.nameKey <> ?1, p.name, p.id LIMIT ${foundMost}`, [nameKey(name), likePattern(foldForSearch(name))]),
    reports({ cursor, limit }: { cursor?: string | undefined; limit: number }) {
      const after = cursor === undefined ? null : readCursor(cursor, ['number', 'string'])
      const page = toPage(sql.all<ReportRow & Record<string, string | number | null>>(`${report}${after ? ' WHERE (r.at, r.id) < (?, ?)' : ''} ORDER BY r.at DESC, r.id DESC LIMIT ?`, [...(after ?? []), limit + 1]), limit, (row) => [row.at, row.id])
      return { items: page.rows.map(toReport), nextCursor: page.nextCursor }
    },
    report(id: string): PersonalReport | null {
      const row = sql.first<ReportRow & Record<string, string | number | null>>(`${report} WHERE r.id = ?`, [id])
      return row && toReport(row)
    },
  }
}
export type PersonalDataRepository = ReturnType<typeof createPersonalDataRepository>

export async function insertReport(tx: Tx, { id, kind, managerId, at, counts }: { id: string; kind: 'export' | 'erase'; managerId: string; at: Date; counts: Record<string, number> }): Promise<void> {
  await tx.personalDataReport.create({ data: { id, kind, managerId, at, counts }, select: { id: true } })
}
const toReport = ({ managerId, managerName, at, counts, id, kind }: ReportRow): PersonalReport =>
  ({ id, kind, manager: { id: managerId, name: managerName ?? '' }, at: new Date(at).toISOString(), counts: JSON.parse(counts) as Record<string, number> })
