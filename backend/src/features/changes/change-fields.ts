import type { Named } from './change-names.repository'
import type { Noun } from './changes.types'

/** How a value of a field is read: as an instant, by a code's word, by the name of what it refers to, or as it is. */
export type Kind = 'instant' | 'text' | 'number' | 'flag' | 'texts' | 'details' | 'days' | 'method' | 'direction' | 'status' | 'state' | 'priority' | 'visibility' | 'repeat' | 'clientKind' | 'contact' | { refers: Named }
/** `name`: as the API calls it. `words`: what a private contact keeps from strangers. `fixed`: told, and never put back. */
export interface Field { name: string; kind: Kind; words?: 'subject' | 'rest'; fixed?: true }

const as = (name: string, kind: Kind, more: Omit<Field, 'name' | 'kind'> = {}): Field => ({ name, kind, ...more })
const plain = (names: readonly string[], kind: Kind) => Object.fromEntries(names.map((name) => [name, as(name, kind)]))
const manager = { managerId: as('manager', { refers: 'manager' }) }
const counterparty = { counterpartyId: as('counterparty', { refers: 'counterparty' }) }

/** Fields of the trail that people are told of. Whatever else stands there belongs to the house. */
export const knownFields: Record<Noun, Readonly<Record<string, Field>>> = {
  contact: {
    ...plain(['startsAt'], 'instant'), ...plain(['durationMinutes'], 'number'), ...plain(['private'], 'flag'),
    method: as('method', 'method'), direction: as('direction', 'direction'), status: as('status', 'status'), state: as('state', 'state'), priority: as('priority', 'priority'), visibility: as('visibility', 'visibility'),
    typeId: as('type', { refers: 'type' }), firmId: as('firm', { refers: 'firm' }), adSourceId: as('adSource', { refers: 'adSource' }), ...manager, managerIds: as('managers', { refers: 'manager' }), ...counterparty,
    alsoCounterpartyIds: as('also', { refers: 'counterparty' }), personIds: as('persons', { refers: 'person' }), previousId: as('previousId', 'contact'),
    subject: as('subject', 'text', { words: 'subject' }), content: as('content', 'text', { words: 'rest' }), result: as('result', 'text', { words: 'rest' }), comment: as('comment', 'text', { words: 'rest' }),
    attributes: as('attributes', 'details', { words: 'rest' }), file: as('attachments', 'text', { words: 'rest', fixed: true }),
  },
  counterparty: { ...plain(['name', 'class', 'industry', 'region', 'taxNumber', 'status', 'turnover', 'loyalty', 'competitors'], 'text'), ...plain(['vip'], 'flag'), ...plain(['addresses', 'domains', 'phones'], 'texts'), kind: as('kind', 'clientKind'), ...manager,
    adSourceId: as('adSource', { refers: 'adSource' }), ...plain(['attributes'], 'details'),
  },
  person: { ...plain(['name', 'position', 'birthday', 'interests', 'acquaintance'], 'text'), ...plain(['dates'], 'days'), ...plain(['attributes'], 'details'), ...plain(['addresses', 'phones'], 'texts'), ...counterparty },
  task: {
    ...plain(['title', 'result', 'dealId'], 'text'), ...plain(['dueAt', 'doneAt'], 'instant'), ...plain(['minutes'], 'number'), repeat: as('repeat', 'repeat'), ...manager, ...counterparty, contactId: as('contact', 'contact'),
  },
}
