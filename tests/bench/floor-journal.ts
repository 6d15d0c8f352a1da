import type { Connection, Statement } from '@counterpane/backend/platform/db/connection'
import { createRowCounts, type Way, type Ways, waysOf } from './floor-ways'

const rows = 100
const instant = (column: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', ${column} / 1000.0, 'unixepoch')`
const flag = (condition: string) => `json(iif(${condition}, 'true', 'false'))`
const ref = (table: string) => `CASE WHEN ${table}.id IS NULL THEN NULL ELSE json_object('id', ${table}.id, 'name', ${table}.name) END`
const refs = (from: string) => `(SELECT json_group_array(json_object('id', y.id, 'name', y.name) ORDER BY z.position) FROM ${from} WHERE z.contactId = c.id)`
const brief = (column: string) => `iif(length(c.${column}) > 300, substr(c.${column}, 1, 299) || '…', c.${column})`
const plain = ['id', 'durationMinutes', 'method', 'direction', 'status', 'state', 'priority', 'source', 'previousId'].map((name) => `'${name}', c.${name}`).join(', ')

/** The row leaves the database as it goes over the wire: no program that makes it of values is quicker. */
const record = (now: string) => `json_object(${plain}, 'etag', '"' || c.version || '"', 'startsAt', ${instant('c.startsAt')}, 'createdAt', ${instant('c.createdAt')}, 'updatedAt', ${instant('c.updatedAt')},
  'overdue', ${flag(`c.status = 'planned' AND c.endsAt < ${now}`)}, 'private', ${flag('c.private')}, 'vip', ${flag('k.vip')}, 'clientClass', k.class,
  'subject', ${brief('subject')}, 'result', ${brief('result')}, 'comment', ${brief('comment')},
  'type', ${ref('t')}, 'firm', ${ref('f')}, 'adSource', ${ref('ad')}, 'manager', ${ref('m')}, 'registeredBy', ${ref('r')}, 'counterparty', ${ref('k')},
  'persons', json(${refs('ContactParticipant z JOIN ContactPerson y ON y.id = z.personId')}),
  'managers', json(iif(EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id), ${refs('ContactManager z JOIN Manager y ON y.id = z.managerId')}, iif(m.id IS NULL, '[]', json_array(${ref('m')})))),
  'files', (SELECT COUNT(*) FROM Attachment z WHERE z.contactId = c.id),
  'nextAt', (SELECT ${instant('MIN(y.startsAt)')} FROM Contact y WHERE y.previousId = c.id AND y.undoneAt IS NULL AND y.status <> 'cancelled'),
  'calendar', json((SELECT json_object('allDay', ${flag('g.allDay')}, 'zoneUnknown', ${flag('g.zoneUnknown')}, 'cancellation', g.cancellation, 'moves', g.moves, 'seriesId', g.seriesKey, 'resemblesId', g.resemblesId) FROM CalendarMeeting g WHERE g.contactId = c.id)))`
const joins = `LEFT JOIN ContactType t ON t.id = c.typeId LEFT JOIN Firm f ON f.id = c.firmId LEFT JOIN AdSource ad ON ad.id = c.adSourceId
  LEFT JOIN Manager m ON m.id = c.managerId LEFT JOIN Manager r ON r.id = c.registeredById LEFT JOIN Counterparty k ON k.id = c.counterpartyId`

function pageSql({ conditions, bounds, branches, values }: Ways): string {
  const part = ({ from, where, at, id }: Way) =>
    `SELECT c.rowid AS place, ${at} AS at, ${id} AS id FROM ${from} WHERE ${[where, ...bounds(at), 'c.undoneAt IS NULL', ...conditions].join(' AND ')} ORDER BY ${at} DESC, ${id} DESC LIMIT ${rows + 1}`
  const page = branches.length === 1 ? branches.map(part).join('') : `${branches.map((branch) => `SELECT * FROM (${part(branch)})`).join(' UNION ALL ')} ORDER BY at DESC, id DESC LIMIT ${rows + 1}`
  return `SELECT h.at, h.id, ${record(`?${values.length + 1}`)} AS record FROM (${page}) h CROSS JOIN Contact c ON c.rowid = h.place ${joins} ORDER BY h.at DESC, h.id DESC`
}

/** The first hundred rows of the journal under any filters that are indexed: one prepared statement for each set of them. Of rights it knows nothing. */
export function createJournalFloor(db: Connection) {
  const countOf = createRowCounts(db)
  const prepared = new Map<string, Statement>()
  return (address: string, now: number): string => {
    const query = new URL(address, 'http://floor').searchParams
    query.delete('limit')
    const ways = waysOf(db, query, { now, countOf })
    const sql = pageSql(ways)
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    const found = statement.all(...ways.values, now) as { at: number; id: string; record: string }[]
    const last = found.length > rows ? found[rows - 1] : undefined
    const cursor = last ? Buffer.from(JSON.stringify([last.at, last.id])).toString('base64url') : null
    return `{"items":[${found.slice(0, rows).map((row) => row.record).join(',')}],"nextCursor":${JSON.stringify(cursor)}}`
  }
}
