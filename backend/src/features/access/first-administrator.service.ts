import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import type { ProvenPerson } from '../../ports/sign-in-provider'
import { insertAdministrator, isActive, keepFirstCode, makeAdministrator, useFirstCode } from './first-administrator.repository'
import { bindIdentity, findBound, hasIdentity } from './identities.repository'
import { invitationHash, newInvitationCode } from './invitation-code'
import { findManagerOfAddress } from './invitations.repository'

const validMs = 24 * 3_600_000
/** A manager has to be called something, and providers may say nothing. */
const nameless = 'Administrator'

/** Makes a code for somebody who is to be an administrator, whoever it is: for a house where nobody can invite. It is known here and now only; one given before ends. */
export function offerAdministration({ db, clock }: { db: Pick<Db, 'write'>; clock: Clock }): Promise<{ code: string; expiresAt: Date }> {
  const code = newInvitationCode()
  const at = clock.now()
  const expiresAt = new Date(at.getTime() + validMs)
  return db.write(async (tx) => {
    await keepFirstCode(tx, invitationHash(code), { at, expiresAt })
    await writeAudit(tx, { managerId: null, noun: 'setting', nounId: 'first-administrator', action: 'offered', at, after: { expiresAt: expiresAt.toISOString() } })
    return { code, expiresAt }
  })
}

export function createFirstAdministrator({ db, clock }: { db: Pick<Db, 'write'>; clock: Clock }) {
  /** A manager of the same address who has no identity of this provider yet is meant; a second one with that address is somebody else. */
  async function managerFor(tx: Tx, { identity, name, address }: ProvenPerson, at: Date): Promise<string> {
    const keys = address === null ? null : parseAddress(address) ?? null
    const found = keys && (await findManagerOfAddress(tx, keys.addressKey))
    if (found?.active && !(await hasIdentity(tx, found.id, identity.provider))) return found.id
    const id = uuidv7()
    const called = name?.trim().slice(0, 500) || keys?.address || nameless
    await insertAdministrator(tx, { id, addressId: uuidv7(), name: called, keys: found ? null : keys, at })
    await writeAudit(tx, { managerId: null, noun: 'manager', nounId: id, action: 'created', at, after: { name: called, role: 'administrator', ...(keys && !found && { address: keys.address }) } })
    return id
  }

  return {
    /** False when the code is not the one that was printed. Of two at once one is taken. */
    accept: (person: ProvenPerson, code: string): Promise<boolean> => db.write(async (tx) => {
      const at = clock.now()
      if (!(await useFirstCode(tx, invitationHash(code), at))) return false
      const bound = await findBound(tx, person.identity)
      // Failing leaves the code unused: nothing of this unit of work is kept.
      if (bound !== null && !(await isActive(tx, bound))) throw new AppError('not-invited')
      const managerId = bound ?? (await managerFor(tx, person, at))
      await makeAdministrator(tx, managerId)
      const { provider, tenant } = person.identity
      if (bound === null) await bindIdentity(tx, managerId, { key: person.identity, at })
      await writeAudit(tx, { managerId, noun: 'manager', nounId: managerId, action: 'identity-bound', at, after: { provider, tenant, by: 'first-administrator', role: 'administrator' } })
      return true
    }),
  }
}
export type FirstAdministrator = ReturnType<typeof createFirstAdministrator>
