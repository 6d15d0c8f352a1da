import type { Tried } from './tried'

export async function unrecognisedAgree(tried: Tried): Promise<void> {
  const from = { name: '', address: 'who@unrecognised.example' }
  await tried('registerMessage', { body: { message: { messageId: '<unrecognised@agree.example>', subject: 'Who is it', sentAt: '2026-11-20T10:00:00Z', from, to: [{ name: '', address: 'olga@demo.example' }] } } })
  await tried('listUnrecognised', { query: '?limit=50' })
  await tried('unrecognisedContacts', { query: '?kind=domain&value=unrecognised.example' })
  const decided = await tried('decideUnrecognised', { body: { decision: 'new-client', group: { kind: 'domain', value: 'unrecognised.example' }, name: 'Who', persons: [{ address: from.address, name: 'Somebody' }] } })
  await tried('recentDecisions', { query: '?limit=5' })
  await tried('undoUnrecognised', { id: String(decided.body.id) })
  await tried('decideUnrecognised', { body: { decision: 'not-client', groups: [{ kind: 'domain', value: 'unrecognised.example' }] } })
  await tried('listUnrecognised', { query: '?decided=true' })
  await tried('allowErasedAddress', { as: 'admin@demo.example', body: { address: 'nobody@unrecognised.example' } })
}
