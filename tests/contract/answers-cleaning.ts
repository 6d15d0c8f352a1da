import type { Tried } from './tried'

/** Two clients that are one: found, set aside, merged, taken apart; and somebody who changes employer between them. */
export async function cleaningAgree(tried: Tried): Promise<void> {
  const lead = 'admin@demo.example'
  const [first, second] = [await tried('createCounterparty', { body: { name: 'Twin', taxNumber: '7701234567' } }), await tried('createCounterparty', { body: { name: 'ООО «Twin»', taxNumber: '7701234567', phones: ['+7 495 123-45-67'] } })]
  const [one, other] = [String(first.body.id), String(second.body.id)]
  await tried('duplicatesOf', { id: one, query: '?noun=counterparty' })
  await tried('startDuplicateSearch', { as: lead })
  for (let tries = 0; tries < 300; tries++) if (((await tried('duplicateSearch')).body.search as { state: string }).state !== 'running') break
  const pairs = await tried('listDuplicates', { query: '?noun=counterparty&limit=200' })
  const pair = (pairs.body.items as { id: string; first: { id: string } }[]).find((item) => item.first.id === one)
  await tried('dismissDuplicate', { id: pair?.id ?? '', body: { dismissed: true } })
  await tried('cancelDuplicateSearch', { as: lead })
  const person = await tried('createPerson', { body: { name: 'Walker', counterpartyId: one, addresses: ['walker@twin-house.example'] } })
  await tried('changeEmployer', { id: String(person.body.id), body: { counterpartyId: other, position: 'Director', open: 'move' } })
  await tried('listEmployments', { id: String(person.body.id) })
  await tried('formerPersons', { id: one })
  await tried('clientDomains', { id: other })
  await tried('judgeClientDomain', { id: other, body: { domain: 'twin-house.example', standing: 'declared' } })
  const merge = await tried('createMerge', { as: lead, body: { noun: 'counterparty', survivorId: one, mergedId: other, fields: ['name'] } })
  await tried('mergeOf', { id: other })
  await tried('undoMerge', { as: lead, id: String(merge.body.id) })
}
