/** Of what kind what is asked of is: it decides which operators there are. */
const kinds = {
  word: ['anyOf', 'noneOf', 'filled', 'empty'], reference: ['anyOf', 'noneOf', 'filled', 'empty'], words: ['contains', 'notContains'], text: ['contains', 'notContains', 'filled', 'empty'],
  flag: ['is'], moment: ['within', 'notWithin'], amount: ['atLeast', 'atMost'], number: ['atLeast', 'atMost', 'filled', 'empty'], date: ['atLeast', 'atMost', 'filled', 'empty'],
  link: ['filled', 'empty'], set: ['anyOf', 'noneOf'],
} as const
export type RuleKind = keyof typeof kinds
export const ruleOperators = ['anyOf', 'noneOf', 'contains', 'notContains', 'is', 'within', 'notWithin', 'atLeast', 'atMost', 'filled', 'empty'] as const
export type RuleOperator = (typeof ruleOperators)[number]
export const operatorsOf: Readonly<Record<RuleKind, readonly RuleOperator[]>> = kinds

/** `text`: words of the name, addresses, phones and tax number. `lastHeldAt`: the last held contact. `contacts`: held in the last `days` days. `attribute` names its key and is of its definition's kind. */
export const ruleFields = {
  text: 'words', kind: 'word', class: 'word', status: 'word', industry: 'word', region: 'word', turnover: 'word', vip: 'flag', managerId: 'reference', teamId: 'reference', adSourceId: 'reference',
  loyalty: 'text', competitors: 'text', createdAt: 'moment', lastHeldAt: 'moment', contacts: 'amount', openTasks: 'amount', persons: 'amount', segment: 'set',
} as const satisfies Record<string, RuleKind>
export type RuleField = keyof typeof ruleFields | 'attribute'
export const kindOfAttribute: Readonly<Record<'text' | 'number' | 'date' | 'choice' | 'flag' | 'link', RuleKind>> = { text: 'text', number: 'number', date: 'date', choice: 'word', flag: 'flag', link: 'link' }

export type RuleValue = string | number | boolean
export interface RuleCondition { field: RuleField; key?: string; operator: RuleOperator; values?: RuleValue[]; days?: number }
export interface RuleGroup { match: 'all' | 'any'; conditions: (RuleCondition | RuleGroup)[] }
export const isGroup = (one: RuleCondition | RuleGroup): one is RuleGroup => 'match' in one
export const ruleBounds = { depth: 3, conditions: 100, values: 100, days: 3_650, amount: 1_000_000 } as const
