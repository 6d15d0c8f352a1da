import type { SqlReader } from '../../platform/db/sql'
import type { ContactRecord, Ref } from './contact-record'

// Each contact leaves the database as one JSON text: the driver's price is by the value, and a contact has forty of them.
const ref = (table: string, ...more: string[]) => `CASE WHEN ${table}.id IS NULL THEN NULL ELSE json_object('id', ${table}.id, 'name', ${table}.name${more.join('')}) END`
const refs = (from: string, order = '') => `json((SELECT json_group_array(json_object('id', y.id, 'name', y.name)${order}) FROM ${from} WHERE z.contactId = c.id))`
const flag = (column: string) => `json(iif(${column}, 'true', 'false'))`
const plain = [
  'id', 'version', 'startsAt', 'endsAt', 'durationMinutes', 'method', 'direction', 'status', 'state', 'priority', 'source', 'visibility', 'private', 'subject', 'content', 'folded', 'result', 'comment',
  'messageKey', 'messageId', 'conversationId', 'previousId', 'undoneAt', 'createdAt', 'updatedAt',
].map((name) => `'${name}', c.${name}`).join(', ')

const selectContacts = `
SELECT c.id, json_object(${plain}, 'attributes', json(c.attributes),
  'type', ${ref('t', `, 'nameRu', t.nameRu`)}, 'firm', ${ref('f')}, 'adSource', ${ref('ad')}, 'manager', ${ref('m')}, 'registeredBy', ${ref('r')}, 'counterparty', ${ref('cp')},
  'persons', ${refs('ContactParticipant z JOIN ContactPerson y ON y.id = z.personId', ' ORDER BY z.position')},
  'managers', ${refs('ContactManager z JOIN Manager y ON y.id = z.managerId', ' ORDER BY z.position')},
  'also', ${refs('ContactCounterparty z JOIN Counterparty y ON y.id = z.counterpartyId')},
  'attachments', json((SELECT json_group_array(json_object('id', z.id, 'name', z.name, 'contentType', z.contentType, 'size', z.size, 'kept', json(CASE WHEN z.contentHash IS NULL THEN 'false' ELSE 'true' END)) ORDER BY z.position) FROM Attachment z WHERE z.contactId = c.id)),
  'nextIds', json((SELECT json_group_array(z.id ORDER BY z.startsAt) FROM Contact z WHERE z.previousId = c.id AND z.undoneAt IS NULL)),
  'calendar', json((SELECT json_object('allDay', ${flag('z.allDay')}, 'zoneUnknown', ${flag('z.zoneUnknown')}, 'cancellation', z.cancellation, 'moves', z.moves, 'seriesId', z.seriesKey, 'resemblesId', z.resemblesId) FROM CalendarMeeting z WHERE z.contactId = c.id)),
  'appointment', json((SELECT json_object('state', z.state, 'managerId', z.managerId, 'problem', z.problem) FROM OwnAppointment z WHERE z.contactId = c.id))) AS record
FROM json_each(?) ids JOIN Contact c ON c.id = ids.value
LEFT JOIN ContactType t ON t.id = c.typeId LEFT JOIN Firm f ON f.id = c.firmId LEFT JOIN AdSource ad ON ad.id = c.adSourceId
LEFT JOIN Manager m ON m.id = c.managerId LEFT JOIN Manager r ON r.id = c.registeredById LEFT JOIN Counterparty cp ON cp.id = c.counterpartyId`

/** Whole contacts in the order of the ids asked; ids that are not there are left out. */
export function loadContacts(sql: SqlReader, ids: readonly string[]): ContactRecord[] {
  if (ids.length === 0) return []
  const found = new Map(sql.all<{ id: string; record: string }>(selectContacts, [JSON.stringify(ids)]).map((row) => [row.id, toRecord(row.record)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

type Stored = Omit<ContactRecord, 'private'> & { private: 0 | 1 }

function toRecord(text: string): ContactRecord {
  const stored = JSON.parse(text) as Stored
  const { manager, managers } = stored
  return { ...stored, private: stored.private === 1, managers: managers.length > 0 ? managers : onlyOne(manager) }
}

const onlyOne = (manager: Ref | null) => (manager ? [manager] : [])
