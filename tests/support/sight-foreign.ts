import { aLetter } from './letters'
import { at, strangers } from './sight-base'
import type { TestServer } from './test-server'

/** Every text that is in the foreign rows only has this in it. */
export const foreignWord = 'xq'
export const foreignAddress = 'boss@xqfirm.example'
export const foreignLetters = { ofClient: '<xqletter@xq.example>', ofNobody: '<xqnobody@xq.example>' }

type Behind = (sql: string, parameters?: readonly (string | number | null)[]) => void

/** Work of a manager that somebody else does not see: clients, people, contacts, tasks, and all that refers to them. Nothing that was there before is changed. */
export async function makeForeign(server: TestServer, { author, seen, segmentId, behind }: { author: string; seen: { contactId: string; personId: string; conversationId: string }; segmentId: string; behind: Behind }): Promise<void> {
  const now = server.clock.now()
  const me = `m-${author}`
  const [mine, admin] = await Promise.all([server.as(`${author}@demo.example`), server.as('admin@demo.example')])
  const client = (name: string, more: object = {}) => mine('createCounterparty', { body: { name, managerId: me, industry: 'xqindustry', region: 'xqregion', status: 'xqstatus', turnover: 'xqturnover', class: 'xq', kind: 'xqkind', vip: true, loyalty: 'xqloyal', competitors: 'xqthey', attributes: { Warehouse: 'South' }, ...more } })
  const one = await client('Xqfirm', { addresses: [foreignAddress], domains: ['xqfirm.example', 'xqsecond.example'], phones: ['+7 495 765-43-21'], taxNumber: '7701234567' })
  const two = await client('Xqfirma', { domains: ['vect0r.example'], phones: ['+7 495 765-43-21'] })
  const three = await client('Вектор xqplus')
  const four = await client('Xqmerged', { addresses: ['xqmerged@xqthird.example'] })
  const person = (name: string, more: object = {}) => mine('createPerson', { body: { name, counterpartyId: one.id, ...more } })
  const boss = await person('Xqboss', { addresses: ['xqboss@xqfirm.example'], phones: ['+7 903 111-22-33'], birthday: '1990-11-23', position: 'xqposition', interests: 'xqfishing', dates: [{ name: 'xqday', date: '--11-22' }] })
  const walker = await person('Ivan Petrov', { addresses: ['ivan.petrov@vector.example', 'xqwalker@xqfirm.example'] })
  await mine('changeEmployer', { id: walker.id, body: { counterpartyId: two.id, position: 'xqdirector', open: 'stay' } })
  const act = { method: 'call' as const, direction: 'outgoing' as const, status: 'held' as const }
  const words = (name: string) => ({ subject: `Xqsubject ${name}`, content: `xqcontent ${name}`, result: `xqresult ${name}`, comment: `xqcomment ${name}`, attributes: { xqkey: 'xqvalue' } })
  const contact = (name: string, more: object = {}) => mine('createContact', { body: { ...act, startsAt: at(now, -60), durationMinutes: 15, counterpartyId: one.id, personIds: [boss.id], firmId: 'firm-kontur', ...words(name), ...more } })
  const held = await contact('held', { alsoCounterpartyIds: [two.id], state: 1, priority: 'high' })
  const late = await contact('late', { startsAt: at(now, -300), method: 'meeting', status: 'planned' })
  await mine('patchContact', { id: late.id, ifMatch: '*', body: { startsAt: at(now, -240), counterpartyId: two.id } })
  const soon = await contact('soon', { startsAt: at(now, 20), status: 'planned' })
  await contact('private', { private: true })
  await contact('after', { previousId: seen.contactId, personIds: [seen.personId], startsAt: at(now, 45), status: 'planned' })
  await contact('nobody', { counterpartyId: null, personIds: [], startsAt: at(now, -20) })
  await contact('merged', { counterpartyId: four.id, personIds: [] })
  const gone = await contact('gone', { counterpartyId: three.id, personIds: [] })
  await mine('undoContact', { id: gone.id })
  const letter = (messageId: string, address: string, conversationId: string) => aLetter({ messageId, conversationId, subject: 'Xqsubject letter', text: 'xqcontent letter', sentAt: at(now, -70), from: { name: 'Xqboss', address }, to: [{ name: '', address: `${author}@demo.example` }], attachments: [{ name: 'xqoffer.txt', contentType: 'text/plain', size: 7 }] })
  const { contact: registered } = await mine('registerMessage', { body: { message: letter(foreignLetters.ofClient, 'xqboss@xqfirm.example', seen.conversationId) } })
  await mine('registerMessage', { body: { message: letter(foreignLetters.ofNobody, 'xqnobody@xqnobody.example', 'xqtalk') } })
  await mine('registerMessage', { body: { message: letter('<xqstranger@xq.example>', `xqsomebody@${strangers}`, 'talk-stranger') } })
  await mine('registerMessage', { body: { message: letter('<xqdecided@xq.example>', 'who@xqdecided.example', 'xqdecided') } })
  await mine('decideUnrecognised', { body: { decision: 'this-is', group: { kind: 'domain', value: 'xqdecided.example' }, counterpartyId: two.id } })
  for (const { id } of [registered, held]) {
    const file = await mine('addAttachment', { id, body: { name: 'xqfile.txt', contentType: 'text/plain', size: 7 } })
    await server.raw('PUT', `/api/attachments/${file.id}/content`, { as: `${author}@demo.example`, body: 'xqbytes', headers: { 'content-type': 'application/octet-stream' } })
  }
  const task = (more: object) => mine('createTask', { body: { title: 'Xqtask', dueAt: at(now, 40), managerId: me, ...more } })
  await task({ counterpartyId: one.id })
  await task({ contactId: late.id, counterpartyId: two.id, dueAt: at(now, -400) })
  await task({ kind: 'note' })
  await mine('rememberChoice', { body: { address: 'xqremembered@xqelsewhere.example', personId: boss.id } })
  await mine('rememberChoice', { body: { address: `who@${strangers}`, counterpartyId: two.id } })
  await mine('changeMany', { body: { items: [{ id: soon.id }, { id: late.id }], change: { state: 2 } } })
  await admin('createMerge', { body: { noun: 'counterparty', survivorId: three.id, mergedId: four.id } })
  const ms = now.getTime()
  behind('INSERT INTO SegmentMember (segmentId, counterpartyId, addedAt) VALUES (?, ?, ?)', [segmentId, one.id, ms])
  behind('INSERT INTO PersonEmployment (id, personId, counterpartyId, position, endedAt) VALUES (?, ?, ?, ?, ?)', [`xq-employment-${author}`, seen.personId, one.id, 'xqbefore', ms])
  for (const [index, [noun, first, second]] of ([['counterparty', one.id, two.id], ['counterparty', 'cp-vektor', one.id], ['person', seen.personId, walker.id]] as const).entries()) {
    behind("INSERT INTO DuplicatePair (id, noun, firstId, secondId, reasons, score, foundAt) VALUES (?, ?, ?, ?, ?, 90, ?)", [`xq-pair-${author}-${index}`, noun, ...[first, second].sort() as [string, string], JSON.stringify([{ code: 'tax-number', value: '7701234567' }]), ms])
  }
  behind("INSERT INTO ContactManager (contactId, managerId, position) VALUES (?, 'm-sergey', 1)", [late.id])
  behind("INSERT INTO CalendarMeeting (calendarKey, contactId, seriesKey, given, updatedAt, moves) VALUES (?, ?, 'xq-series', '{}', ?, 1)", [`xq-key-${author}`, late.id, ms])
  behind("INSERT INTO OwnAppointment (contactId, managerId, state, tries, dueAt, createdAt) VALUES (?, ?, 'placed', 0, ?, ?)", [soon.id, me, ms + 86_400_000, ms])
  behind("INSERT INTO DuplicateSearch (id, managerId, state, looked, total, found, startedAt, finishedAt) VALUES (?, 'm-admin', 'done', 99, 99, 9, ?, ?)", [`xq-search-${author}`, ms, ms])
  behind("INSERT INTO Import (id, managerId, fileName, fileHash, state, mapping, rows, startedAt) VALUES (?, ?, 'xqimport.csv', 'xq', 'done', '[]', 9, ?)", [`xq-import-${author}`, me, ms])
  behind("INSERT INTO ImportProblem (importId, position, row, kind, field, message, nounId) VALUES (?, 0, 2, 'duplicate', 'name', 'xqmessage', ?)", [`xq-import-${author}`, one.id])
}
