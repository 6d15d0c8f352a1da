import { clientListRoutes } from '@counterpane/shared/contract/client-list-routes'
import type { Tried } from './tried'

/** The list of clients: rows, counts, words, changes of many, and selections from their making to their end. */
export async function clientListAgree(tried: Tried): Promise<void> {
  const called = new Set<string>()
  const ask: Tried = (name, call) => { called.add(name); return tried(name, call) }
  const rows = await ask('listClientRows', { query: '?sort=-lastHeldAt&limit=3' })
  await ask('countClients', { query: '?vip=true' })
  await ask('clientWords')
  const [first] = rows.body.items as { id: string }[]
  await ask('changeClients', { body: { items: [{ id: first!.id }], change: { status: 'active' } } })
  const made = await ask('createSelection', { body: { name: 'Silent', shared: true, search: 'silentDays=30', columns: [{ key: 'name', width: 300 }, { key: 'manager', width: null }] } })
  expect(made.etag).toBe(made.body.etag)
  await ask('listSelections')
  await ask('patchSelection', { id: String(made.body.id), body: { name: 'Silent for a month' }, headers: { 'if-match': made.etag! } })
  await ask('deleteSelection', { id: String(made.body.id) })
  expect([...called].sort()).toEqual(Object.keys(clientListRoutes).sort())
}
