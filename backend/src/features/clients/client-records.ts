interface Ref { id: string; name: string }

/** A client as the database holds it, with the names of what it refers to. Times are UTC instants in ms. */
export interface CounterpartyRecord {
  id: string; version: number; name: string; kind: string; class: string | null; vip: boolean; industry: string | null; region: string | null; taxNumber: string | null
  manager: Ref | null; addresses: string[]; domains: string[]; phones: string[]; createdAt: number; updatedAt: number
}
/** A contact person; `birthday` is a date without time. */
export interface PersonRecord {
  id: string; version: number; name: string; position: string | null; birthday: string | null
  counterparty: Ref | null; addresses: string[]; phones: string[]; createdAt: number; updatedAt: number
}
