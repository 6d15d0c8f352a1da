import type { Db } from '../../platform/db/database'

/** Our own people: addresses and domains that are never clients, and whose an address is. */
export interface OwnSide { addressKeys: ReadonlySet<string>; domainKeys: ReadonlySet<string>; managerIds: ReadonlyMap<string, string> }

/** Changes seldom and is asked for every message, so it is read anew only after this long. */
const keptMs = 5_000

export function createOwnSideRepository({ sql }: Pick<Db, 'sql'>) {
  let kept: { own: OwnSide; until: number } | null = null
  return {
    get(): OwnSide {
      if (kept && kept.until > performance.now()) return kept.own
      const addresses = sql.all<{ addressKey: string; managerId: string }>('SELECT addressKey, managerId FROM ManagerAddress')
      const domains = sql.all<{ domainKey: string }>('SELECT domainKey FROM OwnDomain')
      const own = { addressKeys: new Set(addresses.map((a) => a.addressKey)), domainKeys: new Set(domains.map((d) => d.domainKey)), managerIds: new Map(addresses.map((a) => [a.addressKey, a.managerId])) }
      kept = { own, until: performance.now() + keptMs }
      return own
    },
  }
}
export type OwnSideRepository = ReturnType<typeof createOwnSideRepository>
