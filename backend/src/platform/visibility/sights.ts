import type { SightLevel } from '@counterpane/shared/domain/codes'
import type { SqlReader } from '../db/sql'
import type { Authenticate, Caller } from '../http/caller'
import { hiddenIds } from './seen-rows'
import { inRequest, isRequest, narrow, type Sight } from './sight'

export interface SightRules { everywhere: SightLevel; firms: readonly { firmId: string; level: SightLevel }[] }
export interface SightsDeps { sql: SqlReader; rules(): SightRules }

const widestFirst: readonly SightLevel[] = ['all', 'team', 'own']

/** Who sees what. While nothing is narrowed it costs one look at the setting. */
export function createSights({ sql, rules }: SightsDeps) {
  const narrowing = ({ everywhere, firms }: SightRules) => everywhere !== 'all' || firms.some(({ level }) => level !== 'all')

  /** The widest level of the firms that they work for; who works for none in particular has the one of everywhere. */
  function levelOf(caller: Caller, { everywhere, firms }: SightRules): SightLevel {
    const own = sql.all<{ firmId: string }>('SELECT firmId FROM ManagerFirm WHERE managerId = ?', [caller.id])
    const levels = own.map(({ firmId }) => firms.find((firm) => firm.firmId === firmId)?.level ?? everywhere)
    return widestFirst.find((level) => levels.includes(level)) ?? everywhere
  }
  const hiddenOf = (near: readonly string[]) => (ids: readonly string[]) =>
    new Set(sql.all<{ id: string }>(hiddenIds, [JSON.stringify({ near, named: [] }), JSON.stringify(ids)]).map(({ id }) => id))

  /** Null: everything. A lead sees the team whatever is narrowed. */
  function of(caller: Caller): Sight | null {
    const now = rules()
    if (caller.role === 'administrator' || !narrowing(now)) return null
    const level = levelOf(caller, now)
    if (level === 'all') return null
    const team = caller.teamId !== null && (level === 'team' || caller.role === 'lead') ? sql.all<{ id: string }>('SELECT id FROM Manager WHERE teamId = ? ORDER BY id', [caller.teamId]).map(({ id }) => id) : []
    const near = [...new Set([caller.id, ...team])]
    return { near, named: [], hiddenOf: hiddenOf(near) }
  }

  return {
    /** As it is told to them. */
    levelOf(caller: Caller): SightLevel {
      const now = rules()
      if (caller.role === 'administrator' || !narrowing(now)) return 'all'
      const level = levelOf(caller, now)
      return level === 'own' && caller.role === 'lead' && caller.teamId !== null ? 'team' : level
    },
    /** A request, or what stands for one: within it whoever is recognised sees only their own. */
    asRequest: <T>(work: () => T): T => (narrowing(rules()) ? inRequest(work) : work()),
    /** The same for what is done for somebody who does not ask: a letter to them. */
    asSeenBy: <T>(caller: Caller, work: () => T): T => (narrowing(rules()) ? inRequest(() => { narrow(of(caller)); return work() }) : work()),
    narrowTo: (caller: Caller): void => { if (isRequest()) narrow(of(caller)) },
    /** Whoever is let in is narrowed at once. */
    around: (authenticate: Authenticate): Authenticate => async (credentials) => {
      const caller = await authenticate(credentials)
      if (caller && isRequest()) narrow(of(caller))
      return caller
    },
  }
}
export type Sights = ReturnType<typeof createSights>
