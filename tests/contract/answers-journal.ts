import type { RouteName } from '@counterpane/shared/contract/routes'

type Tried = (name: RouteName, call?: { id?: string; query?: string }) => Promise<unknown>

/** The journal's reading routes, each in the shape of the contract. */
export async function journalAgrees(tried: Tried): Promise<void> {
  await tried('listJournal', { query: '?limit=5&sort=counterparty&status=held&status=planned' })
  await tried('countJournal', { query: '?q=order' })
  await tried('journalStrip', { query: '?managerId=m-olga' })
  await tried('journalGroups', { query: '?by=manager&by=week&timeZone=Europe/Moscow' })
}
