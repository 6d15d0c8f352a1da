import type { TestServer } from './test-server'
import { aLetter } from './letters'

export const strangers = 'stranger.example'
/** The instant at which the clocks of all these worlds stand. */
export const at = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()

/** What all the worlds share beyond the seed: the team in the north at work, so that every list has something in it that is seen. */
export async function makeBase(server: TestServer): Promise<{ segments: string[] }> {
  const now = server.clock.now()
  const [admin, olga, anna] = await Promise.all(['admin', 'olga', 'anna'].map((name) => server.as(`${name}@demo.example`)))
  await admin!('createAttribute', { body: { noun: 'counterparty', name: 'Warehouse', type: 'choice', options: ['North', 'South'] } })
  await olga!('patchCounterparty', { id: 'cp-vektor', ifMatch: '*', body: { attributes: { Warehouse: 'North' }, industry: 'metal', status: 'active', taxNumber: '7701234567' } })
  const twin = await olga!('createCounterparty', { body: { name: 'Вектор плюс', managerId: 'm-olga', domains: ['vektor-plus.example'] } })
  const second = await olga!('createCounterparty', { body: { name: 'Once another', managerId: 'm-olga' } })
  await olga!('createPerson', { body: { name: 'Of The House', counterpartyId: twin.id, addresses: ['house@vektor-plus.example'], birthday: '1980-11-22' } })
  await admin!('createMerge', { body: { noun: 'counterparty', survivorId: twin.id, mergedId: second.id } })
  const rule = { match: 'any' as const, conditions: [{ field: 'status' as const, operator: 'anyOf' as const, values: ['active', 'xqstatus'] }, { field: 'attribute' as const, key: 'Warehouse', operator: 'anyOf' as const, values: ['South'] }] }
  const chosen = await olga!('createSegment', { body: { name: 'Chosen', shared: true } })
  await olga!('changeMembers', { id: chosen.id, body: { add: ['cp-vektor', 'cp-delta'] } })
  const ruled = await olga!('createSegment', { body: { name: 'Ruled', shared: true, rule } })
  await olga!('createView', { body: { name: 'All', shared: true, search: '', columns: [], marks: [] } })
  await olga!('createSelection', { body: { name: 'All', shared: true, search: '', columns: [] } })
  const letter = (name: string, address: string) => aLetter({ messageId: `<${name}@base.example>`, conversationId: `talk-${name}`, subject: `Letter of ${name}`, sentAt: at(now, -90), from: { name, address }, attachments: [{ name: 'offer.txt', contentType: 'text/plain', size: 5 }] })
  await olga!('registerMessage', { body: { message: letter('vektor', 'ivan.petrov@vector.example') } })
  await olga!('registerMessage', { body: { message: letter('stranger', `who@${strangers}`) } })
  await anna!('createTask', { body: { kind: 'note', title: 'A note of one\'s own', dueAt: at(now, 60) } })
  const call = await anna!('createContact', { body: { startsAt: at(now, -200), method: 'call', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-delta', subject: 'Ask again', durationMinutes: 5 } })
  await anna!('patchContact', { id: call.id, ifMatch: '*', body: { startsAt: at(now, -150) } })
  await anna!('createContact', { body: { startsAt: at(now, 30), method: 'meeting', direction: 'outgoing', status: 'planned', subject: 'With nobody yet', durationMinutes: 30 } })
  return { segments: [chosen.id, ruled.id] }
}
