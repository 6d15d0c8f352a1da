import type { Contact } from '@counterpane/shared/contract/contact'
import type { Match } from '@counterpane/shared/contract/sidebar'
import type { SenderDecisionBody, SenderKind } from '@counterpane/shared/contract/unrecognised'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'

export interface Viewer { caller: Caller; locale: Locale; now: Date }
export interface Sender { kind: SenderKind; value: string }
/** A sender, and the key of what stood about it when it was looked at. */
export interface SeenSender extends Sender { seen?: string | null }
export type Asked<D extends SenderDecisionBody['decision']> = Extract<SenderDecisionBody, { decision: D }>
export interface Signed { at: Date; managerId: string }

interface AddressFact { address: string; addressKey: string; mailboxKey: string; domainKey: string }
interface DomainFact { domain: string; domainKey: string }
export interface ClientFacts { addresses: AddressFact[]; domains: DomainFact[] }
/** A client as it stands in the unit of work that asks. */
export interface StandingClient extends ClientFacts { name: string }
export interface NewClient { name: string; kind: string; managerId: string | null }
export interface NewPerson { name: string; counterpartyId: string }

/** What deciding needs of the client base and of recognising; the composition passes it in. */
export interface UnrecognisedNeeds {
  /** Who an address is, as the panes would say. */
  match(address: string, viewer: Viewer): Match | null
  showContacts(ids: readonly string[], viewer: Viewer): Contact[]
  toAddressFacts(addresses: readonly string[]): AddressFact[]
  toDomainFacts(domains: readonly string[]): DomainFact[]
  insertClient(tx: Tx, id: string, client: NewClient, signed: Signed): Promise<void>
  insertPerson(tx: Tx, id: string, person: NewPerson, signed: Signed): Promise<void>
  /** Writes the addresses and domains of a client; false when it is gone. */
  writeClientFacts(tx: Tx, id: string, facts: Partial<ClientFacts>, signed: Signed): Promise<boolean>
  writePersonAddresses(tx: Tx, id: string, addresses: AddressFact[], signed: Signed): Promise<boolean>
  keepClientDomains(tx: Tx, domainKeys: Iterable<string>): Promise<void>
  /** Those of the addresses under which somebody was erased: nothing writes them down again. */
  erasedOf(addressKeys: readonly string[]): string[]
  /** Throws when there is one among them. */
  refuseErased(addressKeys: readonly string[]): void
  /** Addresses belong to somebody from now on. */
  gained(addressKeys: readonly string[]): void
  contactChanged(id: string): void
}
