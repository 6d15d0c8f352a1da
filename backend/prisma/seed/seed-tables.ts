/** Rows as they lie in SQLite: instants in ms since 1970 UTC, truths as 0 and 1, Json as text. */
export type Flag = 0 | 1
interface Owned { id: string; position: number }
interface AddressRow extends Owned { address: string; addressKey: string; mailboxKey: string; domainKey: string }
interface Versioned { version: number; createdAt: number; updatedAt: number }

export interface CounterpartyRow extends Versioned {
  id: string; name: string; nameKey: string; searchText: string; kind: string; class: string | null; vip: Flag; industry: string | null; region: string | null; managerId: string | null
}
export interface PersonRow extends Versioned {
  id: string; name: string; nameKey: string; searchText: string; position: string | null; birthday: string | null; counterpartyId: string | null
}
export interface ContactRow extends Versioned {
  id: string; startsAt: number; endsAt: number; durationMinutes: number | null; method: string; direction: string; status: string; state: number; priority: string; source: string
  counterpartyId: string | null; managerId: string | null; registeredById: string | null; typeId: string | null; firmId: string | null; adSourceId: string | null
  previousId: string | null; messageKey: string | null; messageId: string | null; conversationId: string | null; visibility: string; private: Flag; undoneAt: number | null
  subject: string; result: string; comment: string; attributes: string; content: string; folded: string
}
export interface TaskRow extends Versioned {
  id: string; kind: string; title: string; dueAt: number; managerId: string; createdById: string; counterpartyId: string | null; contactId: string | null; dealId: string | null
  result: string; doneAt: number | null
}

/** Parents first: rows go in in this order of tables. */
export interface Tables {
  Firm: { id: string; name: string }
  Team: { id: string; name: string }
  Manager: { id: string; name: string; role: string; teamId: string | null; locale: string | null; active: Flag; createdAt: number }
  ManagerAddress: { id: string; managerId: string; address: string; addressKey: string; main: Flag }
  OwnDomain: { domainKey: string }
  ContactType: { id: string; name: string; nameRu: string | null }
  AdSource: { id: string; name: string }
  Counterparty: CounterpartyRow
  CounterpartyAddress: AddressRow & { counterpartyId: string }
  CounterpartyDomain: Owned & { counterpartyId: string; domain: string; domainKey: string }
  CounterpartyPhone: Owned & { counterpartyId: string; phone: string }
  ContactPerson: PersonRow
  PersonAddress: AddressRow & { personId: string }
  PersonPhone: Owned & { personId: string; phone: string }
  ClientDomain: { domainKey: string; skeleton: string }
  ClientDomainForm: { form: string; domainKey: string }
  Contact: ContactRow
  /** Who wrote, or to whom: by it a letter without a client finds its client later. */
  ContactAddress: { contactId: string; addressKey: string }
  ContactText: { contactId: string; text: string }
  ContactParticipant: { contactId: string; personId: string; position: number }
  ContactManager: { contactId: string; managerId: string; position: number }
  ContactCounterparty: { contactId: string; counterpartyId: string }
  Attachment: { id: string; contactId: string; name: string; contentType: string; size: number; position: number }
  Task: TaskRow
}
export type TableName = keyof Tables
export type SeedRow = { [T in TableName]: { table: T; row: Tables[T] } }[TableName]

const addressColumns = ['id', 'address', 'addressKey', 'mailboxKey', 'domainKey', 'position'] as const
const versioned = ['version', 'createdAt', 'updatedAt'] as const
export const columns: { readonly [T in TableName]: readonly (keyof Tables[T] & string)[] } = {
  Firm: ['id', 'name'],
  Team: ['id', 'name'],
  Manager: ['id', 'name', 'role', 'teamId', 'locale', 'active', 'createdAt'],
  ManagerAddress: ['id', 'managerId', 'address', 'addressKey', 'main'],
  OwnDomain: ['domainKey'],
  ContactType: ['id', 'name', 'nameRu'],
  AdSource: ['id', 'name'],
  Counterparty: ['id', 'name', 'nameKey', 'searchText', 'kind', 'class', 'vip', 'industry', 'region', 'managerId', ...versioned],
  CounterpartyAddress: ['counterpartyId', ...addressColumns],
  CounterpartyDomain: ['id', 'counterpartyId', 'domain', 'domainKey', 'position'],
  CounterpartyPhone: ['id', 'counterpartyId', 'phone', 'position'],
  ContactPerson: ['id', 'name', 'nameKey', 'searchText', 'position', 'birthday', 'counterpartyId', ...versioned],
  PersonAddress: ['personId', ...addressColumns],
  PersonPhone: ['id', 'personId', 'phone', 'position'],
  ClientDomain: ['domainKey', 'skeleton'],
  ClientDomainForm: ['form', 'domainKey'],
  Contact: [
    'id', 'startsAt', 'endsAt', 'durationMinutes', 'method', 'direction', 'status', 'state', 'priority', 'source', 'counterpartyId', 'managerId', 'registeredById', 'typeId', 'firmId',
    'adSourceId', 'previousId', 'messageKey', 'messageId', 'conversationId', 'visibility', 'private', 'undoneAt', ...versioned, 'subject', 'result', 'comment', 'attributes', 'content', 'folded',
  ],
  ContactAddress: ['contactId', 'addressKey'],
  ContactText: ['contactId', 'text'],
  ContactParticipant: ['contactId', 'personId', 'position'],
  ContactManager: ['contactId', 'managerId', 'position'],
  ContactCounterparty: ['contactId', 'counterpartyId'],
  Attachment: ['id', 'contactId', 'name', 'contentType', 'size', 'position'],
  Task: ['id', 'kind', 'title', 'dueAt', 'managerId', 'createdById', 'counterpartyId', 'contactId', 'dealId', 'result', 'doneAt', ...versioned],
}
export const tableNames = Object.keys(columns) as TableName[]
