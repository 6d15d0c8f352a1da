/** What the client base holds about the addresses of one message. Found by a repository, judged by pure functions. */

/** A person, a counterparty, or a person with theirs: whom an address may belong to. Ids only. */
export interface Target { personId: string | null; counterpartyId: string | null }

/** An exact hit. `lastContactAt` is a UTC instant in ms, null when there was none; it orders several hits. */
export interface Hit extends Target { addressKey: string; lastContactAt: number | null }

/** "Always for this address", said by a manager. `setAt` is a UTC instant in ms. */
export interface Choice extends Target { addressKey: string; setBy: string; setAt: number }

/** Asked for every message. */
export interface ExactEvidence {
  persons: Hit[]
  counterparties: Hit[]
  choices: Choice[]
  /** Address keys and registrable domains of the message that stand on a never-register list. */
  blocked: ReadonlySet<string>
}

/** The counterparty that owns a domain: declared, or by `people` of the `peopleAtDomain` persons with an address there. */
export interface DomainOwner { domainKey: string; counterpartyId: string; declared: boolean; people: number; peopleAtDomain: number }
export interface SubAddressHit extends Target { mailboxKey: string; address: string; lastContactAt: number | null }
export interface KnownDomain { domainKey: string; counterpartyId: string; counterparty: string }
/** Somebody known whose name (as `nameKey` folds it) the unknown sender bears, with all the domains of their counterparty. */
export interface Namesake { nameKey: string; name: string; counterpartyId: string | null; counterparty: string; domainKeys: readonly string[] }

/** Asked only when nothing exact was found: what suggestions and warnings rest on. */
export interface Hints {
  subAddresses: SubAddressHit[]
  domainOwners: DomainOwner[]
  /** Client domains that share a look-alike form with the sender's. */
  similarDomains: KnownDomain[]
  namesakes: Namesake[]
  /** Known persons and counterparties whose address stands inside the display name. */
  addressesInName: Namesake[]
}
