import type { Words } from '@counterpane/shared/errors/app-error'

interface Ref { id: string; name: string }
/** A client and a person as the base holds them; lists in the order people gave. */
export interface BaseClient { id: string; version: number; name: string; kind: string; class: string | null; vip: boolean; industry: string | null; region: string | null; taxNumber: string | null; status: string | null; turnover: string | null; loyalty: string | null; competitors: string | null; adSource: Ref | null; manager: Ref | null; addresses: string[]; domains: string[]; phones: string[] }
export interface BasePerson { id: string; version: number; name: string; position: string | null; birthday: string | null; interests: string | null; acquaintance: string | null; counterparty: Ref | null; addresses: string[]; phones: string[] }
export interface BaseKeys { taxKeys: readonly string[]; addressKeys: readonly string[]; clientNames: readonly string[]; personNames: readonly string[] }
export interface Base {
  clients: ReadonlyMap<string, BaseClient>; persons: ReadonlyMap<string, BasePerson>
  byTax: ReadonlyMap<string, string[]>; byName: ReadonlyMap<string, string[]>; clientsAt: ReadonlyMap<string, string[]>; personsAt: ReadonlyMap<string, string[]>; personsNamed: ReadonlyMap<string, string[]>
}

/** What a row makes of a client or a person; lists as texts. `id` of a new one is given before it is written, so that others can refer to it. */
export interface ClientFields { name: string; kind: string; class: string | null; vip: boolean; industry: string | null; region: string | null; taxNumber: string | null; status: string | null; turnover: string | null; loyalty: string | null; competitors: string | null; adSourceId: string | null; managerId: string | null; addresses: string[]; domains: string[]; phones: string[] }
export interface PersonFields { name: string; position: string | null; birthday: string | null; interests: string | null; acquaintance: string | null; counterpartyId: string | null; addresses: string[]; phones: string[] }
export interface Kept<F> { id: string; /** As it was; null: it is new. */ before: F | null; after: F }
export interface BatchPlan { clients: Kept<ClientFields>[]; persons: Kept<PersonFields>[] }

/** Somebody whom a row was found to be, by the name they had before it. */
export interface Known { noun: 'counterparty' | 'person'; id: string; name: string }
export interface RowOutcome { row: number; outcome: 'created' | 'updated' | 'skipped'; clientId: string | null; personId: string | null; known: Known | null }
export interface Problem { row: number; field: string; message: Words }
export interface Counts { rows: number; created: number; updated: number; skipped: number }
