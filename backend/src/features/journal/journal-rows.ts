import type { JournalRow } from '@counterpane/shared/contract/journal'
import type { Visibility } from '@counterpane/shared/domain/codes'
import { etagOf } from '../../platform/http/etag'
import { wordsSeen } from '../../platform/words-seen'
import { nextAt } from './contact-sort'
import type { JournalViewer } from './journal.types'
import type { Query } from './listing.types'

/** As the database holds it, texts whole or cut. */
export interface StoredRow extends Omit<JournalRow, 'etag' | 'startsAt' | 'overdue' | 'type' | 'nextAt' | 'createdAt' | 'updatedAt' | 'private' | 'vip'> {
  version: number; visibility: Visibility; startsAt: number; endsAt: number; nextAt: number | null; createdAt: number; updatedAt: number; private: 0 | 1; vip: 0 | 1 | null
  type: { id: string; name: string; nameRu: string | null } | null; content: string
}

const shown = 300
// Each row leaves the database as one JSON text: the driver's price is by the value.
const ref = (table: string, more = '') => `CASE WHEN ${table}.id IS NULL THEN NULL ELSE json_object('id', ${table}.id, 'name', ${table}.name${more}) END`
const refs = (from: string) => `json((SELECT json_group_array(json_object('id', y.id, 'name', y.name) ORDER BY z.position) FROM ${from} WHERE z.contactId = c.id))`
const flag = (column: string) => `json(iif(${column}, 'true', 'false'))`
const plain = ['id', 'version', 'startsAt', 'endsAt', 'durationMinutes', 'method', 'direction', 'status', 'state', 'priority', 'source', 'private', 'visibility', 'previousId', 'createdAt', 'updatedAt'].map((name) => `'${name}', c.${name}`).join(', ')
const words = (whole: boolean) => ['subject', 'result', 'comment'].map((name) => `'${name}', ${whole ? `c.${name}` : `substr(c.${name}, 1, ${shown + 1})`}`).join(', ')

const select = (texts: { whole: boolean; content: boolean }) => `
SELECT c.id, json_object(${plain}, ${words(texts.whole)}, 'content', ${texts.content ? 'c.content' : "''"},
  'type', ${ref('t', ", 'nameRu', t.nameRu")}, 'firm', ${ref('f')}, 'adSource', ${ref('ad')}, 'manager', ${ref('m')}, 'registeredBy', ${ref('r')}, 'counterparty', ${ref('cp')},
  'clientClass', cp.class, 'vip', cp.vip, 'nextAt', ${nextAt},
  'persons', ${refs('ContactParticipant z JOIN ContactPerson y ON y.id = z.personId')}, 'managers', ${refs('ContactManager z JOIN Manager y ON y.id = z.managerId')},
  'files', (SELECT COUNT(*) FROM Attachment z WHERE z.contactId = c.id),
  'calendar', json((SELECT json_object('allDay', ${flag('z.allDay')}, 'zoneUnknown', ${flag('z.zoneUnknown')}, 'cancellation', z.cancellation, 'moves', z.moves, 'seriesId', z.seriesKey, 'resemblesId', z.resemblesId) FROM CalendarMeeting z WHERE z.contactId = c.id))) AS record
FROM json_each(?) ids CROSS JOIN Contact c ON c.id = ids.value
LEFT JOIN ContactType t ON t.id = c.typeId LEFT JOIN Firm f ON f.id = c.firmId LEFT JOIN AdSource ad ON ad.id = c.adSourceId
LEFT JOIN Manager m ON m.id = c.managerId LEFT JOIN Manager r ON r.id = c.registeredById LEFT JOIN Counterparty cp ON cp.id = c.counterpartyId`

/** Asks for rows by their ids; `recordsOf` reads the answer, in the order asked. */
export const rowsQuery = (ids: readonly string[], texts: { whole: boolean; content: boolean }): Query => ({ sql: select(texts), parameters: [JSON.stringify(ids)] })
export function recordsOf(ids: readonly string[], answer: readonly { id: string; record: string }[]): StoredRow[] {
  const found = new Map(answer.map((row) => [row.id, row.record]))
  return ids.flatMap((id) => { const record = found.get(id); return record === undefined ? [] : [JSON.parse(record) as StoredRow] })
}

const iso = (ms: number) => new Date(ms).toISOString()
const brief = (text: string) => (text.length > shown ? `${text.slice(0, shown - 1)}…` : text)

/** What leaves the house: words and files only for those who may read them. */
export function presentRow({ version, endsAt, content, visibility, ...row }: StoredRow, { callerId, locale, now }: JournalViewer, { whole }: { whole: boolean }): JournalRow & { content: string } {
  const managers = row.managers.length > 0 ? row.managers : row.manager ? [row.manager] : []
  const seen = wordsSeen({ ...row, private: row.private === 1, visibility }, callerId)
  const say = (text: string, isSeen = seen === 'all') => (!isSeen ? '' : whole ? text : brief(text))
  return {
    ...row, etag: etagOf(version), startsAt: iso(row.startsAt), overdue: row.status === 'planned' && endsAt < now.getTime(), managers,
    type: row.type && { id: row.type.id, name: locale === 'ru' ? row.type.nameRu ?? row.type.name : row.type.name }, vip: row.vip === 1, private: row.private === 1,
    subject: say(row.subject, seen !== 'none'), result: say(row.result), comment: say(row.comment), content: seen === 'all' ? content : '', files: seen === 'all' ? row.files : 0,
    nextAt: row.nextAt === null ? null : iso(row.nextAt), createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt),
  }
}
