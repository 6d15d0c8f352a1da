import { limits } from '@counterpane/shared/contract/parts'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import type { ClientFilter, ClientsAsked, Condition } from './client-list-filter'
import { inOrder, presentClientRow, rowsQuery, type ListedClient } from './client-list-rows'
import type { ClientList } from './client-list.repository'

/** `segmentCondition`: who belongs to a segment that this caller may use, as a condition on the client `c`; null: there is no such segment. */
export type SegmentCondition = (id: string, caller: Caller) => { text: string; values: readonly (string | number | null)[] } | null
/** `survivors`: ids, and beside each of a client that was merged away the one who stayed. */
export interface ClientListNeeds { segmentCondition: SegmentCondition | null; survivors?: (noun: 'counterparty', ids: readonly string[]) => string[] }
export interface ClientListDeps { db: Pick<Db, 'side'>; clock: Clock; list: ClientList; needs: () => ClientListNeeds }

/** The base as a list: whose rows, how many. */
export function createClientListService({ db, clock, list, needs }: ClientListDeps) {
  function extraOf({ segmentId }: ClientFilter, caller: Caller): Condition[] {
    if (segmentId === undefined) return []
    const condition = needs().segmentCondition?.(segmentId, caller)
    if (!condition) throw new AppError('invalid-request', { detail: 'segmentId: there is no such segment', errors: [{ path: 'segmentId', message: 'there is no such segment' }] })
    return [{ text: `EXISTS (SELECT 1 FROM Counterparty c WHERE c.id = k.id AND (${condition.text}))`, values: [...condition.values], gather: `SELECT c.id FROM Counterparty c WHERE ${condition.text}` }]
  }
  const followed = (filter: ClientFilter): ClientFilter => ({ ...filter, ...(filter.id && { id: needs().survivors?.('counterparty', filter.id) ?? filter.id }) })
  const asked = (filter: ClientFilter, caller: Caller) => ({ filter: followed(filter), extra: extraOf(filter, caller), now: clock.now() })
  return {
    async page(caller: Caller, { sort = 'name', cursor, limit = limits.pageDefault, ...filter }: ClientsAsked) {
      const question = asked(filter, caller)
      const { ids, nextCursor } = await list.ids({ ...question, sort, cursor, limit })
      const rows = ids.length === 0 ? [] : await db.side.all<ListedClient>(...rowsQuery(ids, question.now))
      return { items: inOrder(ids, rows).map(presentClientRow), nextCursor }
    },
    count: async (caller: Caller, filter: ClientFilter) => ({ count: await list.count(asked(filter, caller)) }),
    /** For whoever brings the list out: ids of the next so many, from the cursor on. */
    ids: (caller: Caller, filter: ClientFilter, turn: { sort: NonNullable<ClientsAsked['sort']>; cursor?: string; limit: number }) => list.ids({ ...asked(filter, caller), ...turn }),
  }
}
export type ClientListService = ReturnType<typeof createClientListService>
