import type { RouteName } from '@counterpane/shared/contract/routes'

interface Call { id?: string; body?: unknown; headers?: Record<string, string> }
type Tried = (name: RouteName, call?: Call) => Promise<{ etag: string | null; body: Record<string, unknown> }>

/** Saved views: one is made, listed, changed and deleted. */
export async function viewsAgree(tried: Tried): Promise<void> {
  const view = { name: 'Overdue letters', shared: true, search: 'overdue=true&method=letter', columns: [{ key: 'subject', width: 300 }, { key: 'manager', width: null }], marks: [{ column: 'vip', values: ['true'], tone: 'red', label: '' }] }
  const made = await tried('createView', { body: view })
  expect(made.etag).toBe(made.body.etag)
  await tried('listViews')
  await tried('patchView', { id: String(made.body.id), body: { name: 'Letters that wait' }, headers: { 'if-match': made.etag! } })
  await tried('deleteView', { id: String(made.body.id) })
}
