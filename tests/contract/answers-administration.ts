import type { Tried } from './tried'

/** Managers are made, changed and relieved; words of the lists and own domains come and go. */
export async function administrationAgree(tried: Tried): Promise<void> {
  const as = 'admin@demo.example'
  await tried('listAllManagers', { as })
  const made = await tried('createManager', { as, body: { name: 'Vera Newcomer', role: 'manager', addresses: ['vera.newcomer@demo.example'] } })
  expect(made.etag).toBe(made.body.etag)
  await tried('patchManager', { as, id: String(made.body.id), body: { role: 'lead' }, headers: { 'if-match': made.etag! } })
  await tried('handOverManager', { as, id: String(made.body.id), body: { toId: 'm-anna', clients: true, plans: true, tasks: true } })
  const word = await tried('createWord', { as, body: { noun: 'turnover', name: 'Large' } })
  await tried('patchWord', { as, id: String(word.body.id), body: { noun: 'turnover', name: 'Very large', onClients: true } })
  await tried('orderWords', { as, body: { noun: 'turnover', ids: [word.body.id] } })
  await tried('listWords', { as })
  await tried('deleteWord', { as, id: String(word.body.id), query: '?noun=turnover' })
  await tried('addOwnDomain', { as, body: { domain: 'sister-company.example' } })
  await tried('listOwnDomains', { as })
  await tried('removeOwnDomain', { as, body: { domain: 'sister-company.example' } })
}
