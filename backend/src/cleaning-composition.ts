import type { Composed } from './composition'
import type { World } from './world'
import { addCleaningRoutes } from './features/cleaning/cleaning.routes'
import { createDuplicateSearch } from './features/cleaning/duplicate-search.service'
import { createDuplicates } from './features/cleaning/duplicates.service'
import { createEmployer } from './features/cleaning/employer.service'
import { createClientDomains } from './features/cleaning/known-domains.service'
import { createMergesService } from './features/cleaning/merges.service'
import { refreshClientKeys, refreshPersonKeys } from './features/clients/client-keys.repository'
import { changeEmployer } from './features/clients/employment.repository'
import { createPhoneCatchUp } from './features/clients/phone-catch-up'

/** Clients and persons that are perhaps the same: found, merged, taken apart again; domains; changes of employer. */
export function composeCleaning({ composed: { api, services, signals }, world: { db, clock, log } }: { composed: Composed; world: World }) {
  const clientThere = (id: string) => void services.counterparties.get(id)
  const personThere = (id: string) => void services.persons.get(id)
  const search = createDuplicateSearch({ db, clock, log })
  const phones = createPhoneCatchUp({ db, clock, log })
  const changed = signals.contactsChanged.ring
  addCleaningRoutes(api, {
    search, duplicates: createDuplicates({ db, clock }),
    merges: createMergesService({ db, clock, changed, gained: signals.addressesGained.ring, refreshKeys: (tx, noun, id) => (noun === 'counterparty' ? refreshClientKeys(tx, id) : refreshPersonKeys(tx, id)) }),
    domains: createClientDomains({ db, clock, clientThere, declare: (caller, id, domains) => services.counterparties.patch(caller, id, { body: { domains }, ifMatch: null }) }),
    employer: createEmployer({ db, clock, clientThere, personThere, changeEmployer, changed }),
  })
  return {
    start: phones.start,
    async close() { await Promise.all([search.stop(), phones.stop()]) },
  }
}
