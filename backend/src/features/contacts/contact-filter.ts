import type { z } from 'zod'
import type { listContacts } from '@counterpane/shared/contract/contact'
import { searchWords } from '@counterpane/shared/text/fold'
import { likePattern, marks, type SqlParameter } from '../../platform/db/sql'

export type ContactFilter = z.output<typeof listContacts>
export interface Where { text: string; parameters: SqlParameter[] }

type ListedField = 'method' | 'direction' | 'status' | 'state' | 'priority' | 'type' | 'firmId'
const columns: Record<ListedField, string> = {
  method: 'c.method', direction: 'c.direction', status: 'c.status', state: 'c.state', priority: 'c.priority', type: 'c.typeId', firmId: 'c.firmId',
}

/** The filters of the journal as SQL; `from` is inclusive, `to` exclusive, several values of one name mean "any of". */
export function whereOf(filter: ContactFilter, { callerId, now }: { callerId: string; now: Date }): Where {
  const conditions = ['c.undoneAt IS NULL']
  const parameters: SqlParameter[] = []
  const add = (condition: string, ...values: SqlParameter[]) => { conditions.push(condition); parameters.push(...values) }

  // Of one client or person there are few contacts, of one status nearly all: the plus keeps the planner from walking those.
  const ofSomebody = filter.counterpartyId !== undefined || filter.personId !== undefined
  if (filter.from) add('c.startsAt >= ?', Date.parse(filter.from))
  if (filter.to) add('c.startsAt < ?', Date.parse(filter.to))
  for (const [field, column] of Object.entries(columns) as [ListedField, string][]) {
    const values = filter[field]
    if (values) add(`${field === 'status' && ofSomebody ? '+' : ''}${column} IN (${marks(values)})`, ...values)
  }
  if (filter.counterpartyId) {
    const ids = marks(filter.counterpartyId)
    add(`(c.counterpartyId IN (${ids}) OR c.id IN (SELECT contactId FROM ContactCounterparty WHERE counterpartyId IN (${ids})))`, ...filter.counterpartyId, ...filter.counterpartyId)
  }
  if (filter.personId) add(`c.id IN (SELECT contactId FROM ContactParticipant WHERE personId IN (${marks(filter.personId)}))`, ...filter.personId)
  if (filter.managerId) {
    const ids = marks(filter.managerId)
    add(`(c.managerId IN (${ids}) OR c.id IN (SELECT contactId FROM ContactManager WHERE managerId IN (${ids})))`, ...filter.managerId, ...filter.managerId)
  }
  if (filter.teamId) add(`c.managerId IN (SELECT id FROM Manager WHERE teamId IN (${marks(filter.teamId)}))`, ...filter.teamId)
  if (filter.withoutClient !== undefined) add(filter.withoutClient ? 'c.counterpartyId IS NULL' : 'c.counterpartyId IS NOT NULL')
  if (filter.overdue !== undefined) add(filter.overdue ? "(c.status = 'planned' AND c.endsAt < ?)" : "NOT (c.status = 'planned' AND c.endsAt < ?)", now.getTime())
  for (const word of searchWords(filter.q ?? '')) add("EXISTS (SELECT 1 FROM ContactText x WHERE x.contactId = c.id AND x.text LIKE ? ESCAPE '\\')", likePattern(word))
  // A search must not betray the words of a private contact to those who may not read them.
  if (filter.q) add('(c.private = 0 OR c.registeredById = ? OR c.managerId = ? OR c.id IN (SELECT contactId FROM ContactManager WHERE managerId = ?))', callerId, callerId, callerId)
  return { text: conditions.join(' AND '), parameters }
}
