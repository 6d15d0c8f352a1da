import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/client-list'
import { writeAudits } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { etagOf } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { changeSlimClients, readSlimClients, type ClientChange } from './many-client-changes.repository'

type Body = z.output<typeof contract.changeClients>
type Result = z.output<typeof contract.changedClients>['results'][number]

/** So many in one unit of work, with a breath between: whoever else writes gets a turn. */
const handful = 250
const breathMs = 5

/** One change for many clients, each for itself: whoever changed one meanwhile is not overwritten. All of it can be taken back by its `setId`. */
export function createChangeClients({ db, clock }: { db: Db; clock: Clock }) {
  return async (caller: Caller, { items, change }: Body): Promise<{ setId: string | null; results: Result[] }> => {
    assertReferences(db.sql, [{ table: 'Manager', field: 'change.managerId', ids: [change.managerId], working: true }])
    const wanted = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as ClientChange
    const asked = [...new Map(items.map((item) => [item.id, item])).values()]
    const setId = uuidv7()
    const results: Result[] = []
    for (let i = 0; i < asked.length; i += handful) {
      if (i > 0) await pause(breathMs)
      results.push(...await inOneTurn(asked.slice(i, i + handful)))
    }
    return { setId: results.some(({ outcome }) => outcome === 'changed') ? setId : null, results }

    function inOneTurn(part: Body['items']): Promise<Result[]> {
      return db.write(async (tx) => {
        const at = clock.now()
        const known = await readSlimClients(tx, part.map(({ id }) => id))
        const judged = part.map(({ id, etag }) => {
          const client = known.get(id)
          const isSame = client && (Object.keys(wanted) as (keyof ClientChange)[]).every((name) => client[name] === wanted[name])
          return { id, client, outcome: !client ? 'not-found' as const : etag !== undefined && etag !== etagOf(client.version) ? 'stale' as const : isSame ? 'unchanged' as const : 'changed' as const }
        })
        const changed = judged.flatMap(({ client, outcome }) => (client && outcome === 'changed' ? [client] : []))
        await changeSlimClients(tx, changed.map(({ id }) => id), { change: wanted, at })
        await writeAudits(tx, changed.map(({ id, version: _version, ...before }) => ({ managerId: caller.id, noun: 'counterparty', nounId: id, action: 'changed', at, before, after: wanted, setId })))
        return judged.map(({ id, outcome }) => ({ id, outcome }))
      })
    }
  }
}
