import type { Counterparty, Person } from '@counterpane/shared/contract/client'
import { etagOf } from '../../platform/http/etag'
import type { CounterpartyRecord, PersonRecord } from './client-records'

const iso = (ms: number) => new Date(ms).toISOString()

export function presentCounterparty({ version, createdAt, updatedAt, ...client }: CounterpartyRecord): Counterparty {
  return { ...client, etag: etagOf(version), createdAt: iso(createdAt), updatedAt: iso(updatedAt) }
}

export function presentPerson({ version, createdAt, updatedAt, ...person }: PersonRecord): Person {
  return { ...person, etag: etagOf(version), createdAt: iso(createdAt), updatedAt: iso(updatedAt) }
}
