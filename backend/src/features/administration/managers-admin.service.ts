import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/administration'
import { AppError } from '@counterpane/shared/errors/app-error'
import { addressTaken, administrationProblems } from '@counterpane/shared/text/administration-problems'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { readAddresses, refuse } from './administration-checks'
import { assertPlaces } from './manager-places.repository'
import { countAdministrators, dropInvitations, insertManagerState, ownerOf, readManagerState, updateManagerState, type ManagerState, type ManagerStates, type StateChange } from './manager-states.repository'
import { assertUnchanged } from '../../platform/http/state-tag'

type Body = z.output<typeof contract.createManager>
type Patch = z.output<typeof contract.patchManager>
/** `endSessions`: sessions and tokens of theirs are refused from now on, in the same unit of work. */
export interface ManagersAdminDeps { db: Db; states: ManagerStates; clock: Clock; endSessions(tx: Tx, managerId: string): Promise<void> }

/** Who works here, and as what. Nobody is ever deleted: what they did stays theirs. */
export function createManagersAdmin({ db, states, clock, endSessions }: ManagersAdminDeps) {
  async function shown(id: string) {
    const manager = await states.find(id, clock.now())
    if (!manager) throw new AppError('not-found')
    return manager
  }
  return {
    list: () => states.list(clock.now()),
    async create(caller: Caller, body: Body) {
      const [id, at] = [uuidv7(), clock.now()]
      const change: StateChange = { ...body, name: body.name.trim(), addresses: readAddresses(body.addresses), firmIds: [...new Set(body.firmIds)], teamId: body.teamId ?? null, locale: body.locale ?? null }
      await db.write(async (tx) => {
        await assertFree(tx, change, null)
        await assertPlaces(tx, change)
        await insertManagerState(tx, id, { change, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'manager', nounId: id, action: 'created', at, after: told(change) })
      })
      return shown(id)
    },
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: Patch; ifMatch: string | null }) {
      const at = clock.now()
      await db.write(async (tx) => {
        const before = await readManagerState(tx, id)
        if (!before) throw new AppError('not-found')
        assertUnchanged(ifMatch, before, { required: true })
        const change = changeOf(body, before)
        if (Object.keys(change).length === 0) return
        await assertFree(tx, change, id)
        await assertPlaces(tx, change, before)
        await updateManagerState(tx, id, change)
        // Counted after the change, and changes come one after another: two who do it to each other at once cannot both succeed.
        if ((await countAdministrators(tx)) === 0) throw new AppError('not-possible', { words: administrationProblems.lastAdministrator })
        if (change.active === false) {
          await endSessions(tx, id)
          await dropInvitations(tx, id)
        }
        await writeAudit(tx, { managerId: caller.id, noun: 'manager', nounId: id, action: actionOf(change), at, before, after: told(change) })
      })
      return shown(id)
    },
  }
}
export type ManagersAdmin = ReturnType<typeof createManagersAdmin>

/** What really becomes different. */
function changeOf({ addresses, firmIds, name, ...body }: Patch, before: ManagerState): StateChange {
  const wanted = { ...body, ...(name !== undefined && { name: name.trim() }), ...(firmIds && { firmIds: [...new Set(firmIds)].sort() }) }
  const differing = Object.entries(wanted).filter(([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(before[field as keyof ManagerState]))
  return { ...Object.fromEntries(differing), ...(addresses && JSON.stringify(addresses) !== JSON.stringify(before.addresses) && { addresses: readAddresses(addresses) }) }
}

async function assertFree(tx: Tx, { addresses = [] }: StateChange, id: string | null): Promise<void> {
  const owner = await ownerOf(tx, addresses.map(({ addressKey }) => addressKey), id)
  const taken = owner && addresses.find(({ addressKey }) => addressKey === owner.addressKey)
  if (owner && taken) refuse('not-possible', `addresses.${addresses.indexOf(taken)}`, addressTaken(taken.address, owner.name))
}

const told = ({ addresses, ...change }: StateChange) => ({ ...change, ...(addresses && { addresses: addresses.map(({ address }) => address) }) })
const actionOf = ({ active, role }: StateChange) => (active === false ? 'switched-off' : active === true ? 'switched-on' : role !== undefined ? 'role-changed' : 'changed')
