import { isGroup, kindOfAttribute, ruleFields, type RuleCondition, type RuleGroup, type RuleKind } from '@counterpane/shared/domain/rule-fields'
import type { AttributeType } from '@counterpane/shared/contract/attribute'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { searchWords } from '@counterpane/shared/text/fold'
import { likePattern, marks } from '../../platform/db/sql'

export type RuleValue = string | number
export interface RuleSql { text: string; values: readonly RuleValue[] }
/** What a rule asks of others: a segment's own condition, and of what type an attribute is; null: there is none. */
export interface RuleNeeds { now: number; segment(id: string): RuleSql | null; attributeType(key: string): AttributeType | null }

const dayMs = 86_400_000
const nobody: RuleSql = { text: '0', values: [] }
const everybody: RuleSql = { text: '1', values: [] }

/** A rule as a condition on a client, alias `c`. What it refers to that is no longer there fits nobody. */
export function ruleSql(rule: RuleGroup, needs: RuleNeeds): RuleSql {
  const parts = rule.conditions.map((one) => (isGroup(one) ? ruleSql(one, needs) : conditionSql(one, needs)))
  if (parts.length === 0) return everybody
  return { text: `(${parts.map(({ text }) => text).join(rule.match === 'all' ? ' AND ' : ' OR ')})`, values: parts.flatMap(({ values }) => values) }
}

const not = ({ text, values }: RuleSql): RuleSql => ({ text: `NOT COALESCE(${text}, 0)`, values })
const has = (expression: string, values: readonly RuleValue[] = []): RuleSql => ({ text: `COALESCE(${expression}, '') <> ''`, values })

function conditionSql(condition: RuleCondition, needs: RuleNeeds): RuleSql {
  const { field, operator, days = 0 } = condition
  const values = condition.values ?? []
  const [first] = values
  if (field === 'attribute') {
    const type = needs.attributeType(condition.key ?? '')
    return type ? compare({ text: 'json_extract(c.attributes, ?)', values: [pathOf(condition.key ?? '')] }, condition, kindOfAttribute[type]) : nobody
  }
  if (field === 'segment') {
    const found = (values as string[]).map((id) => needs.segment(id) ?? nobody)
    const either: RuleSql = { text: `(${found.map(({ text }) => text).join(' OR ')})`, values: found.flatMap((one) => one.values) }
    return operator === 'noneOf' ? not(either) : either
  }
  if (field === 'text') {
    const words = [...new Set(searchWords(String(first)))]
    const all: RuleSql = words.length === 0 ? everybody : { text: `(${words.map(() => "c.searchText LIKE ? ESCAPE '\\'").join(' AND ')})`, values: words.map(likePattern) }
    return operator === 'notContains' ? not(all) : all
  }
  if (field === 'createdAt') return { text: `c.createdAt ${operator === 'within' ? '>=' : '<'} ?`, values: [needs.now - Number(first) * dayMs] }
  if (field === 'lastHeldAt') {
    const lately: RuleSql = { text: 'EXISTS (SELECT 1 FROM ClientActivity a WHERE a.counterpartyId = c.id AND a.lastHeldAt >= ?)', values: [needs.now - Number(first) * dayMs] }
    return operator === 'within' ? lately : not(lately)
  }
  if (ruleFields[field] === 'amount') return amount(countOf(field as 'contacts' | 'openTasks' | 'persons', { now: needs.now, days }), operator, Number(first))
  const column = field === 'teamId' ? '(SELECT m.teamId FROM Manager m WHERE m.id = c.managerId)' : `c.${field}`
  return compare({ text: column, values: [] }, condition, ruleFields[field])
}

/** Rows that are counted no further than the answer needs. */
function countOf(field: 'contacts' | 'openTasks' | 'persons', { now, days }: { now: number; days: number }): RuleSql {
  if (field === 'persons') return { text: 'SELECT 1 FROM ContactPerson p WHERE p.counterpartyId = c.id', values: [] }
  if (field === 'openTasks') return { text: "SELECT 1 FROM Task t WHERE t.counterpartyId = c.id AND t.doneAt IS NULL AND t.kind = 'task'", values: [] }
  return {
    text: `SELECT 1 FROM Contact x INDEXED BY "Contact_counterpartyId_status_startsAt_idx" WHERE x.counterpartyId = c.id AND x.status = 'held' AND x.startsAt >= ? AND x.startsAt <= ? AND x.undoneAt IS NULL`,
    values: [now - days * dayMs, now],
  }
}
function amount(rows: RuleSql, operator: RuleCondition['operator'], wanted: number): RuleSql {
  const most = operator === 'atLeast' ? wanted : wanted + 1
  return { text: `(SELECT COUNT(*) FROM (${rows.text} LIMIT ?)) ${operator === 'atLeast' ? '>=' : '<='} ?`, values: [...rows.values, most, wanted] }
}

function compare(left: RuleSql, { operator, values = [] }: RuleCondition, kind: RuleKind): RuleSql {
  const [first] = values
  switch (operator) {
    case 'anyOf': return { text: `COALESCE(${left.text} IN (${marks(values)}), 0)`, values: [...left.values, ...(values as string[])] }
    case 'noneOf': return not({ text: `${left.text} IN (${marks(values)})`, values: [...left.values, ...(values as string[])] })
    case 'filled': return has(left.text, left.values)
    case 'empty': return not(has(left.text, left.values))
    case 'is': return { text: `COALESCE(${left.text}, 0) = ?`, values: [...left.values, first === true ? 1 : 0] }
    case 'contains': return holds(left, String(first))
    case 'notContains': return not(holds(left, String(first)))
    case 'atLeast': case 'atMost': {
      // An old value of another type is neither above nor below.
      const type = kind === 'date' ? "'text'" : "'real', 'integer'"
      return { text: `(typeof(${left.text}) IN (${type}) AND ${left.text} ${operator === 'atLeast' ? '>=' : '<='} ?)`, values: [...left.values, ...left.values, kind === 'date' ? String(first) : Number(first)] }
    }
    case 'within': case 'notWithin': return nobody
  }
}

/** The database knows no case of letters beyond Latin: the usual spellings are asked for one by one. */
function holds(left: RuleSql, text: string): RuleSql {
  const word = text.trim()
  const spellings = [...new Set([word, word.toLowerCase(), word.toUpperCase(), foldForSearch(word), capitalised(word)])]
  return { text: `(${spellings.map(() => `COALESCE(${left.text}, '') LIKE ? ESCAPE '\\'`).join(' OR ')})`, values: spellings.flatMap((one) => [...left.values, likePattern(one)]) }
}
const capitalised = (word: string) => { const [first = '', ...rest] = [...word.toLowerCase()]; return first.toUpperCase() + rest.join('') }

/** Of a key with any letters. */
export const pathOf = (key: string) => `$."${key.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
