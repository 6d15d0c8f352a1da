import { isGroup, type RuleCondition, type RuleGroup } from '@counterpane/shared/domain/rule-fields'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { searchWords } from '@counterpane/shared/text/fold'
import type { TestServer } from '../support/test-server'

type Attributes = Record<string, string | number | boolean>
/** A client with all that rules ask of it, read by the plainest questions there are. */
export interface PlainClient {
  id: string; searchText: string; kind: string; class: string | null; status: string | null; industry: string | null; region: string | null; turnover: string | null; vip: number; managerId: string | null; adSourceId: string | null
  loyalty: string | null; competitors: string | null; createdAt: number; attributes: Attributes; teamId: string | null; lastHeldAt: number | null; held: number[]; openTasks: number; persons: number
}
export interface PlainSegment { rule: RuleGroup | null; members: ReadonlySet<string> }

export function readClients({ db: { sql } }: TestServer): PlainClient[] {
  const teams = new Map(sql.all<{ id: string; teamId: string | null }>('SELECT id, teamId FROM Manager').map((row) => [row.id, row.teamId]))
  const last = new Map(sql.all<{ counterpartyId: string; lastHeldAt: number }>('SELECT * FROM ClientActivity').map((row) => [row.counterpartyId, row.lastHeldAt]))
  const contacts = sql.all<{ counterpartyId: string | null; startsAt: number; status: string; undoneAt: number | null }>('SELECT counterpartyId, startsAt, status, undoneAt FROM Contact')
  const tasks = sql.all<{ counterpartyId: string | null; doneAt: number | null; kind: string }>('SELECT counterpartyId, doneAt, kind FROM Task')
  const persons = sql.all<{ counterpartyId: string | null }>('SELECT counterpartyId FROM ContactPerson')
  return sql.all<Omit<PlainClient, 'attributes'> & { attributes: string }>('SELECT *, json(attributes) AS attributes FROM Counterparty').map((row) => ({
    ...row, attributes: JSON.parse(row.attributes) as Attributes, teamId: teams.get(row.managerId ?? '') ?? null, lastHeldAt: last.get(row.id) ?? null,
    held: contacts.filter((one) => one.counterpartyId === row.id && one.status === 'held' && one.undoneAt === null).map((one) => one.startsAt),
    openTasks: tasks.filter((one) => one.counterpartyId === row.id && one.doneAt === null && one.kind === 'task').length, persons: persons.filter((one) => one.counterpartyId === row.id).length,
  }))
}

const dayMs = 86_400_000
export function fitsRule(client: PlainClient, rule: RuleGroup, world: { now: number; segments: ReadonlyMap<string, PlainSegment> }): boolean {
  const fits = (one: RuleCondition | RuleGroup): boolean => (isGroup(one) ? fitsRule(client, one, world) : fitsCondition(one))
  if (rule.conditions.length === 0) return true
  return rule.match === 'all' ? rule.conditions.every(fits) : rule.conditions.some(fits)

  function fitsCondition({ field, key = '', operator, values = [], days = 0 }: RuleCondition): boolean {
    const [first] = values
    const none = operator === 'noneOf' || operator === 'notContains' || operator === 'notWithin' || operator === 'empty'
    const either = (yes: boolean) => yes !== none
    if (field === 'segment') return either(values.some((id) => { const one = world.segments.get(String(id)); return one ? (one.rule ? fitsRule(client, one.rule, world) : one.members.has(client.id)) : false }))
    if (field === 'text') return either(searchWords(String(first)).every((word) => client.searchText.includes(foldForSearch(word))))
    if (field === 'createdAt' || field === 'lastHeldAt') return either((client[field] ?? -Infinity) >= world.now - Number(first) * dayMs)
    if (field === 'contacts' || field === 'openTasks' || field === 'persons') {
      const count = field === 'contacts' ? client.held.filter((at) => at <= world.now && at >= world.now - days * dayMs).length : client[field]
      return operator === 'atLeast' ? count >= Number(first) : count <= Number(first)
    }
    const value = field === 'attribute' ? client.attributes[key] ?? null : client[field]
    switch (operator) {
      case 'anyOf': case 'noneOf': return either(value !== null && values.includes(value))
      case 'filled': case 'empty': return either(value !== null && value !== '')
      case 'is': return Boolean(value) === first
      case 'contains': case 'notContains': return either(String(value ?? '').toLowerCase().includes(String(first).toLowerCase()))
      case 'atLeast': return value !== null && typeof value === typeof first && value >= first!
      case 'atMost': return value !== null && typeof value === typeof first && value <= first!
      default: throw new Error(`${operator} of ${field}`)
    }
  }
}
