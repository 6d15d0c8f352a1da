import { evidenceKeys, hintKeys } from '@counterpane/shared/matching/evidence-keys'
import { parseAddress } from '@counterpane/shared/matching/address'
import { matchByHints, matchExactly } from '@counterpane/shared/matching/match'
import type { Outsider } from '@counterpane/shared/matching/other-side'
import type { Composed } from './composition'
import type { World } from './world'
import { keepClientDomains } from './features/clients/client-domains.repository'
import { toAddressFacts, toDomainFacts } from './features/clients/client-facts'
import { insertCounterparty, updateCounterparty, type CounterpartyFields } from './features/clients/counterparty-writes.repository'
import { insertPerson, updatePerson, type PersonFields } from './features/clients/person-writes.repository'
import { presentContact } from './features/contacts/contacts.presenter'
import { loadContacts } from './features/contacts/contact-rows'
import { addAllowingRoutes } from './features/personal-data/allowing.routes'
import { createEvidenceRepository } from './features/sidebar/evidence.repository'
import { createCarrying } from './features/unrecognised/decision-carrying'
import { createSenderCatchUp } from './features/unrecognised/sender-catch-up'
import { addUnrecognisedRoutes } from './features/unrecognised/unrecognised.routes'
import type { UnrecognisedNeeds } from './features/unrecognised/unrecognised.types'

/** Contacts without a client, by the domain they came from, and what was decided about it. */
export function composeUnrecognised({ composed: { api, services, signals, suppressions }, world: { db, clock, log } }: { composed: Composed; world: World }) {
  const evidence = createEvidenceRepository(db)
  const needs: UnrecognisedNeeds = {
    match(address, viewer) {
      const keys = parseAddress(address)
      if (!keys) return null
      const party: Outsider = { name: '', address: keys.address, keys, own: false }
      const side = { direction: 'incoming' as const, main: [party], others: [], sender: party, internalOnly: false }
      const exact = evidence.exact(evidenceKeys(side), viewer.caller.id)
      return services.sidebar.matchOf({ match: matchExactly(side, exact) ?? matchByHints(side, evidence.hints(hintKeys(side)), exact), evidence: exact }, viewer)
    },
    showContacts: (ids, { caller, locale, now }) => loadContacts(db.sql, ids).map((contact) => presentContact(contact, { callerId: caller.id, locale, now })),
    toAddressFacts, toDomainFacts, keepClientDomains,
    insertClient: (tx, id, client, signed) => insertCounterparty(tx, id, { ...signed, fields: { ...blankClient, ...client } }),
    insertPerson: (tx, id, person, signed) => insertPerson(tx, id, { ...signed, fields: { ...blankPerson, ...person } }),
    writeClientFacts: async (tx, id, change, signed) => (await updateCounterparty(tx, id, { ...signed, change, version: null })) !== null,
    writePersonAddresses: async (tx, id, addresses, signed) => (await updatePerson(tx, id, { ...signed, change: { addresses }, version: null })) !== null,
    erasedOf: suppressions.erasedOf, refuseErased: suppressions.refuseErased,
    gained: signals.addressesGained.ring, contactChanged: signals.contactsChanged.ring,
  }
  const catchUp = createSenderCatchUp({ db, log })
  const carrying = createCarrying({ db, needs, log })
  addUnrecognisedRoutes(api, { db, clock, needs, catchUp, carrying })
  addAllowingRoutes(api, { db, clock, suppressions })
  return {
    start() { catchUp.start(); carrying.resume() },
    async close() { await Promise.all([catchUp.stop(), carrying.stop()]) },
  }
}

const blankClient: CounterpartyFields = { name: '', kind: 'client', class: null, vip: false, industry: null, region: null, taxNumber: null, managerId: null, addresses: [], domains: [], phones: [] }
const blankPerson: PersonFields = { name: '', position: null, birthday: null, counterpartyId: null, addresses: [], phones: [] }
