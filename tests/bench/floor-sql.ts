import type Database from 'libsql'
import { type Connection, openConnection } from '@counterpane/backend/platform/db/connection'

/** Prepared statements and nothing else: the least that can answer the same questions from the same database. */
const refs = (from: string, order: string) => `(SELECT json_group_array(json_object('id', x.id, 'name', x.name)) FROM (SELECT y.id, y.name FROM ${from} WHERE z.contactId = c.id${order}) x)`
const contactFields = `c.*, t.name AS typeName, f.name AS firmName, ad.name AS adSourceName, m.name AS managerName, r.name AS registeredByName, k.name AS counterpartyName,
  ${refs('ContactParticipant z JOIN ContactPerson y ON y.id = z.personId', ' ORDER BY z.position')} AS persons,
  ${refs('ContactManager z JOIN Manager y ON y.id = z.managerId', ' ORDER BY z.position')} AS managers,
  ${refs('ContactCounterparty z JOIN Counterparty y ON y.id = z.counterpartyId', '')} AS also,
  (SELECT json_group_array(json_object('id', a.id, 'name', a.name, 'contentType', a.contentType, 'size', a.size, 'kept', json(iif(a.contentHash IS NULL, 'false', 'true')))) FROM (SELECT * FROM Attachment z WHERE z.contactId = c.id ORDER BY z.position) a) AS attachments,
  (SELECT json_group_array(n.id) FROM (SELECT id FROM Contact z WHERE z.previousId = c.id AND z.undoneAt IS NULL ORDER BY z.startsAt) n) AS nextIds,
  (SELECT json_object('allDay', json(iif(g.allDay, 'true', 'false')), 'zoneUnknown', json(iif(g.zoneUnknown, 'true', 'false')), 'cancellation', g.cancellation, 'moves', g.moves, 'seriesId', g.seriesKey, 'resemblesId', g.resemblesId) FROM CalendarMeeting g WHERE g.contactId = c.id) AS calendar,
  (SELECT json_object('state', o.state, 'managerId', o.managerId, 'problem', o.problem) FROM OwnAppointment o WHERE o.contactId = c.id) AS appointment`
const contactJoins = `LEFT JOIN ContactType t ON t.id = c.typeId LEFT JOIN Firm f ON f.id = c.firmId LEFT JOIN AdSource ad ON ad.id = c.adSourceId
  LEFT JOIN Manager m ON m.id = c.managerId LEFT JOIN Manager r ON r.id = c.registeredById LEFT JOIN Counterparty k ON k.id = c.counterpartyId`
const contacts = (where: string) => `SELECT ${contactFields} FROM Contact c ${contactJoins} WHERE ${where}`
const newest = 'SELECT c.id, c.startsAt FROM Contact c WHERE c.counterpartyId = ?1 AND c.undoneAt IS NULL ORDER BY c.startsAt DESC, c.id DESC LIMIT 11'
const newestAlso = 'SELECT c.id, c.startsAt FROM ContactCounterparty z JOIN Contact c ON c.id = z.contactId WHERE z.counterpartyId = ?1 AND c.undoneAt IS NULL ORDER BY c.startsAt DESC, c.id DESC LIMIT 11'

const questions = {
  who: `SELECT p.id, p.name, p.position, (SELECT json_group_array(b.address) FROM (SELECT address FROM PersonAddress WHERE personId = p.id ORDER BY position) b) AS addresses,
    k.id AS counterpartyId, k.name AS counterparty, k.class, k.vip, m.id AS managerId, m.name AS manager
    FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId LEFT JOIN Counterparty k ON k.id = p.counterpartyId LEFT JOIN Manager m ON m.id = k.managerId WHERE a.addressKey = ?`,
  byMessage: 'SELECT id FROM Contact WHERE messageKey = ?',
  inConversation: 'SELECT id, counterpartyId FROM Contact WHERE conversationId = ? AND undoneAt IS NULL ORDER BY startsAt DESC, id DESC',
  last: `${contacts("c.counterpartyId = ? AND c.startsAt <= ? AND c.status = 'held' AND c.undoneAt IS NULL")} ORDER BY c.startsAt DESC LIMIT 1`,
  next: `${contacts("c.counterpartyId = ? AND c.startsAt > ? AND c.status = 'planned' AND c.undoneAt IS NULL")} ORDER BY c.startsAt LIMIT 1`,
  history: `SELECT ${contactFields} FROM (SELECT * FROM (${newest}) UNION SELECT * FROM (${newestAlso}) ORDER BY startsAt DESC, id DESC LIMIT 11) h JOIN Contact c ON c.id = h.id ${contactJoins}`,
  contact: contacts('c.id = ?'),
  tasks: `SELECT t.*, m.name AS manager, b.name AS createdBy, k.name AS counterparty, f.subject AS fromSubject, f.method AS fromMethod, f.startsAt AS fromStartsAt FROM Task t JOIN Manager m ON m.id = t.managerId LEFT JOIN Manager b ON b.id = t.createdById
    LEFT JOIN Counterparty k ON k.id = t.counterpartyId LEFT JOIN Contact f ON f.id = t.contactId AND f.undoneAt IS NULL WHERE t.counterpartyId = ? AND t.doneAt IS NULL ORDER BY t.dueAt LIMIT 20`,
  putContact: `INSERT INTO Contact (id, startsAt, endsAt, method, direction, status, state, priority, source, counterpartyId, managerId, registeredById, firmId, messageKey, messageId, conversationId, visibility, private,
    version, createdAt, updatedAt, subject, result, comment, attributes, content, folded) VALUES (?, ?, ?, 'letter', 'incoming', 'held', 1, 'medium', 'api', ?, ?, ?, ?, ?, ?, ?, 'full', 0, 1, ?, ?, ?, '', '', '{}', ?, ?)`,
  putText: 'INSERT INTO ContactText (contactId, text) VALUES (?, ?)',
  putParticipant: 'INSERT INTO ContactParticipant (contactId, personId, position) VALUES (?, ?, 0)',
  putAddress: 'INSERT INTO ContactAddress (contactId, addressKey) VALUES (?, ?)',
  putCopy: "INSERT INTO MessageCopy (id, contactId, managerId, client, itemId, seenAt) VALUES (?, ?, ?, 'api', NULL, ?)",
  putAudit: "INSERT INTO AuditEntry (id, at, managerId, noun, nounId, action, after) VALUES (?, ?, ?, 'contact', ?, 'registered', ?)",
}
type Texts = 'fromSubject' | 'fromMethod' | 'repeat' | 'repeatOfId' | 'id' | 'name' | 'position' | 'addresses' | 'counterpartyId' | 'counterparty' | 'class' | 'managerId' | 'manager' | 'typeId' | 'typeName' | 'firmId' | 'firmName' | 'adSourceId' | 'adSourceName' | 'managerName'
  | 'registeredById' | 'registeredByName' | 'counterpartyName' | 'persons' | 'managers' | 'also' | 'attachments' | 'nextIds' | 'method' | 'direction' | 'status' | 'priority' | 'subject' | 'content' | 'folded' | 'result' | 'comment'
  | 'attributes' | 'source' | 'visibility' | 'messageId' | 'conversationId' | 'previousId' | 'calendar' | 'appointment' | 'kind' | 'title' | 'contactId' | 'dealId' | 'createdById' | 'createdBy'
type Numbers = 'fromStartsAt' | 'minutes' | 'vip' | 'version' | 'startsAt' | 'endsAt' | 'durationMinutes' | 'state' | 'private' | 'createdAt' | 'updatedAt' | 'dueAt'
export type FloorRow = Record<Texts, string> & Record<Numbers, number>
type Prepared = Database.Statement<unknown[]>
export interface Floor { db: Connection; managers: ReadonlyMap<string, string>; prepared: Record<keyof typeof questions, Prepared>; all(name: keyof typeof questions, ...values: unknown[]): FloorRow[] }

export function openFloor(path: string): Floor {
  const db: Connection = openConnection(path)
  const prepared = Object.fromEntries(Object.entries(questions).map(([name, sql]) => [name, db.prepare(sql)])) as Record<keyof typeof questions, Prepared>
  const managers = new Map((db.prepare('SELECT addressKey, managerId FROM ManagerAddress').all() as { addressKey: string; managerId: string }[]).map((row) => [row.addressKey, row.managerId]))
  return {
    db, managers, prepared,
    all: (name: keyof typeof questions, ...values: unknown[]) => prepared[name].all(...values) as FloorRow[],
  }
}
