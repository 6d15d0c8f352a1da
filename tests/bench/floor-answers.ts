import { randomUUID } from 'node:crypto'
import type { Floor, FloorRow } from './floor-sql'

const iso = (ms: number) => new Date(ms).toISOString()
const parsed = (json: string) => JSON.parse(json) as unknown[]
const ref = (id: string | null, name: string) => (id === null ? null : { id, name })

/** A contact with the same fields as the product's. */
export function contactOf(c: FloorRow, now: number) {
  const manager = ref(c.managerId, c.managerName)
  const joined = parsed(c.managers)
  return {
    id: c.id, etag: `"${c.version}"`, startsAt: iso(c.startsAt), durationMinutes: c.durationMinutes, method: c.method, direction: c.direction, status: c.status, state: c.state,
    overdue: c.status === 'planned' && c.endsAt < now, priority: c.priority, type: ref(c.typeId, c.typeName), firm: ref(c.firmId, c.firmName), manager,
    managers: joined.length > 0 ? joined : manager ? [manager] : [], registeredBy: ref(c.registeredById, c.registeredByName),
    counterparty: ref(c.counterpartyId, c.counterpartyName), also: parsed(c.also), persons: parsed(c.persons), subject: c.subject, content: c.content, folded: c.folded,
    result: c.result, comment: c.comment, adSource: ref(c.adSourceId, c.adSourceName), attributes: JSON.parse(c.attributes) as object, attachments: parsed(c.attachments),
    source: c.source, visibility: c.visibility, private: c.private === 1, messageId: c.messageId, conversationId: c.conversationId, previousId: c.previousId, nextIds: parsed(c.nextIds),
    createdAt: iso(c.createdAt), updatedAt: iso(c.updatedAt),
    calendar: c.calendar ? (JSON.parse(c.calendar) as object) : null, appointment: c.appointment ? (JSON.parse(c.appointment) as object) : null,
  }
}

function taskOf(t: FloorRow, now: number) {
  return {
    id: t.id, kind: t.kind, title: t.title, result: t.result, contactId: t.contactId, dealId: t.dealId, manager: { id: t.managerId, name: t.manager }, createdBy: { id: t.createdById, name: t.createdBy },
    counterparty: ref(t.counterpartyId, t.counterparty), etag: `"${t.version}"`, dueAt: iso(t.dueAt), overdue: t.dueAt < now, done: false, doneAt: null,
    contact: t.fromSubject === null ? null : { id: t.contactId, subject: t.fromSubject, method: t.fromMethod, startsAt: iso(t.fromStartsAt) },
    minutes: t.minutes, repeat: t.repeat, repeatOfId: t.repeatOfId, createdAt: iso(t.createdAt), updatedAt: iso(t.updatedAt),
  }
}

export interface FloorMessage { messageId: string; conversationId: string; subject: string; sentAt: string; from: { name: string; address: string }; to: { name: string; address: string }[]; text?: string }

/** Who wrote and what stands between us, for a known person: the sidebar's answer. */
export function lookUp(floor: Floor, message: FloorMessage, now: number) {
  const address = message.from.address.toLowerCase()
  const who = floor.all('who', address)[0] as FloorRow
  const clientId = who.counterpartyId
  const registered = floor.all('byMessage', message.messageId.slice(1, -1))
  const conversation = floor.all('inConversation', message.conversationId)
  const [last] = floor.all('last', clientId, now)
  const [next] = floor.all('next', clientId, now)
  const history = floor.all('history', clientId)
  const tasks = floor.all('tasks', clientId)
  const shown = history.slice(0, 10)
  const end = shown.at(-1)
  return {
    messageId: message.messageId,
    match: {
      kind: 'person', rule: 'person-address', reason: "contact person's address",
      person: { id: who.id, name: who.name, position: who.position, addresses: parsed(who.addresses) },
      counterparty: { id: clientId, name: who.counterparty, class: who.class, vip: who.vip === 1, manager: ref(who.managerId, who.manager) },
      candidates: [], warnings: [],
    },
    participants: [
      { address: message.from.address, name: message.from.name, kind: 'person', personId: who.id, counterpartyId: clientId },
      ...message.to.map((one) => ({ ...one, kind: floor.managers.has(one.address) ? 'internal' : 'none', personId: null, counterpartyId: null })),
    ],
    excluded: false, sendOrder: null, conversation: conversation.length > 0 ? { contacts: conversation.length, contactId: conversation[0]?.id } : null, registered: registered.length > 0 ? { contactId: registered[0]?.id } : null,
    lastContact: last ? contactOf(last, now) : null, nextContact: next ? contactOf(next, now) : null, openTasks: tasks.map((task) => taskOf(task, now)),
    history: { items: shown.map((row) => contactOf(row, now)), nextCursor: history.length > 10 && end ? Buffer.from(JSON.stringify([end.startsAt, end.id])).toString('base64url') : null },
  }
}

/** The same rows as registering writes, in one transaction that is on the disk before the answer. */
export function register(floor: Floor, message: FloorMessage, now: number) {
  const who = floor.all('who', message.from.address.toLowerCase())[0] as FloorRow
  const key = message.messageId.slice(1, -1)
  const text = message.text ?? ''
  const id = randomUUID()
  const at = Date.parse(message.sentAt)
  const { prepared, db } = floor
  db.exec('BEGIN IMMEDIATE')
  const known = floor.all('byMessage', key)
  if (known.length === 0) {
    prepared.putContact.run(id, at, at, who.counterpartyId, who.managerId, 'm-olga', 'firm-contour', key, key, message.conversationId, now, now, message.subject, text, '')
    prepared.putText.run(id, `${message.subject}\n${text}`.toLowerCase())
    prepared.putParticipant.run(id, who.id)
    prepared.putAddress.run(id, message.from.address.toLowerCase())
    prepared.putCopy.run(randomUUID(), id, 'm-olga', now)
    prepared.putAudit.run(randomUUID(), now, 'm-olga', id, JSON.stringify({ messageKey: key, counterpartyId: who.counterpartyId }))
  }
  db.exec('COMMIT')
  return { contact: contactOf(floor.all('contact', known[0]?.id ?? id)[0] as FloorRow, now), created: known.length === 0 }
}
