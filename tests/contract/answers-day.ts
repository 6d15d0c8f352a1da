import type { RouteName } from '@counterpane/shared/contract/routes'

type Tried = (name: RouteName, call?: { id?: string; query?: string; as?: string; body?: unknown }) => Promise<unknown>

export async function dayAgrees(tried: Tried): Promise<void> {
  await tried('journalDay', { query: '?from=2026-11-22T00:00:00Z&to=2026-11-23T00:00:00Z&timeZone=Europe/Moscow' })
  await tried('listReminders', { query: '?from=2026-11-22T09:00:00Z&to=2026-11-22T09:30:00Z' })
}
