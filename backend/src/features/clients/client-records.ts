/** Values by the keys of their definitions. */
export type AttributeValues = Record<string, string | number | boolean | null>
/** A day to remember; without a year `--MM-DD`. */
export interface PersonDay { name: string; date: string }
interface Ref { id: string; name: string }

/** A client as the database holds it, with the names of what it refers to. Times are UTC instants in ms. */
export interface CounterpartyRecord {
  id: string; version: number; name: string; kind: string; class: string | null; vip: boolean; industry: string | null; region: string | null; taxNumber: string | null
  status: string | null; turnover: string | null; loyalty: string | null; competitors: string | null; adSource: Ref | null; attributes: AttributeValues
  manager: Ref | null; addresses: string[]; domains: string[]; phones: string[]; createdAt: number; updatedAt: number
}
/** A contact person; `birthday` is a date without time. */
export interface PersonRecord {
  id: string; version: number; name: string; position: string | null; birthday: string | null
  interests: string | null; acquaintance: string | null; dates: PersonDay[]; attributes: AttributeValues
  counterparty: Ref | null; addresses: string[]; phones: string[]; createdAt: number; updatedAt: number
}
