import { neverLimits, type NeverAdded, type NeverEntry, type NeverKeys } from '@counterpane/shared/contract/trail'
import type { NeverScope } from '@counterpane/shared/domain/trail-codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { readableDomain } from '@counterpane/shared/matching/domain-key'
import { writeAudits } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { readCursor, toPage } from '../../platform/http/cursor'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { readNeverLines } from './never-lines'
import { countNever, findNever, insertNever, knownValues, managerOf, removeNever, type NeverRegisterRepository, type NeverRow } from './never-register.repository'

export interface NeverRegisterDeps { db: Db; lists: NeverRegisterRepository; clock: Clock }
export interface Listed { scope: NeverScope; q?: string | undefined; cursor?: string | undefined; limit: number }

const mayChange = (scope: NeverScope, caller: Caller) => scope === 'own' || caller.role !== 'manager'

/** The organisation's list is everybody's to read and a lead's to change; an own one is nobody else's business at all, the trail does not tell what stands on it either. */
export function createNeverRegister({ db, lists, clock }: NeverRegisterDeps) {
  return {
    list(caller: Caller, { scope, q, cursor, limit }: Listed) {
      const managerId = managerOf(scope, caller.id)
      const after = cursor === undefined ? null : String(readCursor(cursor, ['string'])[0])
      const page = toPage(lists.list({ managerId, q, after, limit: limit + 1 }), limit, (row) => [`${row.valueKey} ${row.id}`])
      return { items: page.rows.map(present), nextCursor: page.nextCursor, mayChange: mayChange(scope, caller), total: lists.count(managerId) }
    },
    keys(caller: Caller): NeverKeys {
      const [organisation, own] = [null, caller.id].map((managerId) => lists.keys(managerId, neverLimits.keys + 1)) as [string[], string[]]
      const left = Math.max(0, neverLimits.keys - own.length)
      return { organisation: organisation.slice(0, left), own: own.slice(0, neverLimits.keys), whole: organisation.length <= left && own.length <= neverLimits.keys }
    },
    async add(caller: Caller, scope: NeverScope, text: string): Promise<NeverAdded> {
      if (!mayChange(scope, caller)) throw new AppError('forbidden')
      const [addresses, domains] = [lists.ownAddresses(), lists.ownDomains()]
      const { values, problems } = readNeverLines(text, { hasAddress: (key) => addresses.has(key), hasDomain: (key) => domains.has(key) })
      if (values.length > neverLimits.pasted) throw new AppError('invalid-request', { detail: `At most ${neverLimits.pasted} at once` })
      const [managerId, at, setId] = [managerOf(scope, caller.id), clock.now(), uuidv7()]
      return db.write(async (tx) => {
        const known = await knownValues(tx, managerId, values)
        const fresh = values.filter((value) => !known.has(`${value.kind} ${value.valueKey}`))
        if ((await countNever(tx, managerId)) + fresh.length > neverLimits[scope]) throw new AppError('conflict', { detail: `The list holds at most ${neverLimits[scope]} entries` })
        const rows = await insertNever(tx, managerId, fresh)
        await writeAudits(tx, rows.map((row) => ({ managerId: caller.id, noun: 'never-register' as const, nounId: row.id, action: 'added', at, after: told(row), setId })))
        return { added: rows.length, known: values.length - rows.length, problems }
      })
    },
    async remove(caller: Caller, id: string): Promise<void> {
      await db.write(async (tx) => {
        const row = await findNever(tx, id)
        if (!row || (row.managerId !== null && row.managerId !== caller.id)) throw new AppError('not-found')
        if (!mayChange(row.managerId === null ? 'organisation' : 'own', caller)) throw new AppError('forbidden')
        await removeNever(tx, id)
        const before = told({ ...row, kind: row.kind as NeverRow['kind'] })
        await writeAudits(tx, [{ managerId: caller.id, noun: 'never-register', nounId: id, action: 'removed', at: clock.now(), before, after: Object.fromEntries(Object.keys(before).map((name) => [name, null])) }])
      })
    },
  }
}
export type NeverRegisterService = ReturnType<typeof createNeverRegister>

const present = ({ id, kind, valueKey, managerId }: NeverRow): NeverEntry => ({ id, kind, value: kind === 'domain' ? readableDomain(valueKey) : readable(valueKey), scope: managerId === null ? 'organisation' : 'own' })
const readable = (address: string) => { const at = address.lastIndexOf('@'); return `${address.slice(0, at)}@${readableDomain(address.slice(at + 1))}` }
/** Of an own list the trail knows that it was changed, and not by what. */
const told = (row: NeverRow): { value?: string } => (row.managerId === null ? { value: present(row).value } : {})
