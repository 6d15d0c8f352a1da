import type { Composed } from './composition'
import type { World } from './world'
import { endTokens } from './features/access/identities.repository'
import { addAdministrationRoutes } from './features/administration/administration.routes'
import { createHandoverFinder } from './features/administration/manager-handover.repository'
import { createManagerHandover, type HandoverDeps } from './features/administration/manager-handover.service'
import { createManagerStates } from './features/administration/manager-states.repository'
import { createManagersAdmin } from './features/administration/managers-admin.service'
import { createOwnDomains } from './features/administration/own-domains.service'
import { createWordsRepository } from './features/administration/words.repository'
import { createWordsService } from './features/administration/words.service'
import { mayChange, mayTake } from './features/contacts/editing-rule'
import { managersAfter } from './features/contacts/joint-managers'
import { changeSlim, readSlim } from './features/contacts/many-changes.repository'
import { writeAudits } from './platform/db/audit'
import { machineClock } from './ports/clock'

/** Managers, teams, our companies, and the words that people choose from. */
export function composeAdministration({ composed: { api, signals }, world: { db, clock } }: { composed: Composed; world: World }) {
  const givePlans: HandoverDeps['givePlans'] = async (tx, ids, { fromId, toId, at, caller, setId }) => {
    const open = [...readSlim(db.sql, ids).values()].filter((contact) => contact.managerId === fromId && contact.status === 'planned' && mayChange(contact, ['managerId'], caller) && mayTake(contact, toId, caller))
    const done = open.length > 0 ? await changeSlim(tx, open.map((contact) => ({ contact, managerId: toId })), { at, managerId: caller.id }) : new Set<string>()
    const given = open.filter((contact) => done.has(contact.id))
    await writeAudits(tx, given.map((contact) => {
      const managerIds = managersAfter(contact, { from: contact.managerId, to: toId })
      const joint = contact.joint.length > 1 || managerIds.length > 1
      return { managerId: caller.id, noun: 'contact', nounId: contact.id, action: 'handed-over', at, before: { managerId: fromId, managerIds: contact.joint }, after: { managerId: toId, ...(joint && { managerIds }) }, setId }
    }))
    return given.map((contact) => contact.id)
  }
  /** Providers count in whole seconds of the real world: whatever may have been issued in this one is refused. */
  const untilNow = () => new Date(Math.ceil(machineClock.now().getTime() / 1_000) * 1_000)
  addAdministrationRoutes(api, {
    managers: createManagersAdmin({ db, clock, states: createManagerStates(db), endSessions: (tx, managerId) => endTokens(tx, managerId, untilNow()) }),
    handOver: createManagerHandover({ db, clock, open: createHandoverFinder(db), givePlans, changed: signals.contactsChanged.ring }),
    words: createWordsService({ db, clock, words: createWordsRepository(db) }),
    domains: createOwnDomains({ db, clock }),
  })
  return {}
}
