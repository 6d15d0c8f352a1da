import type { RouteName } from '@counterpane/shared/contract/routes'

interface Call { id?: string; query?: string; as?: string; body?: unknown; headers?: Record<string, string> }
type Tried = (name: RouteName, call?: Call) => Promise<{ body: Record<string, unknown> }>

/** Who changed what, many at once, taking back, and files by hand. */
export async function changesAgree(tried: Tried): Promise<void> {
  const made = await tried('createContact', { body: { startsAt: '2026-12-03T10:00:00Z', method: 'call', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-vektor', personIds: ['p-ivan-petrov'] } })
  const id = String(made.body.id)
  await tried('patchContact', { id, body: { subject: 'Changed', counterpartyId: null, personIds: [], visibility: 'subject', attributes: { colour: 'red' } }, headers: { 'if-match': '*' } })
  const trail = await tried('listChanges', { query: `?noun=contact&id=${id}&limit=1` })
  const [change] = trail.body.items as { id: string }[]
  await tried('undoChange', { id: change!.id })
  const many = await tried('changeMany', { body: { items: [{ id }, { id: 'nobody' }], change: { managerId: 'm-anna', postponeDays: 1 }, timeZone: 'Europe/Moscow' } })
  await tried('undoChangeSet', { id: String(many.body.setId) })
  const file = await tried('addAttachment', { id, body: { name: 'scan.pdf', size: 1 } })
  await tried('removeAttachment', { id: String(file.body.id) })
}
