import type { Counterparty, Person } from '@counterpane/shared/contract/client'
import { methods, sources, states, statuses, visibilities } from '@counterpane/shared/domain/codes'
import type { ClientView } from '../../cards/client-reach'
import type { ContactView } from '../../cards/contact-facts'
import { cancelCard, undoCard } from '../../cards/contact-questions'
import { historyListCard } from '../../cards/history-list-card'
import { oneClientCard } from '../../cards/one-client-card'
import { oneContactCard } from '../../cards/one-contact-card'
import { gmailSearch } from '../../cards/original-way'
import { aContact } from '../sample-views'
import { many, type CardCases } from './card-cases'

const stamps = { etag: '"1"', createdAt: '2026-11-18T10:00:00.000Z', updatedAt: '2026-11-18T10:00:00.000Z' }

export const historyCases: CardCases = (word) => {
  const message = 'msg-f:1888313095599270248'
  const named = { id: 'k-1', name: word }
  const people = many(30, (at) => ({ id: `p-${at}`, name: word }))
  const files = many(9, (at) => ({ id: `f-${at}`, name: word, contentType: 'application/pdf', size: at * 123_456, kept: at % 2 === 0 }))
  const full = aContact({
    subject: word, content: word.repeat(40), result: word, comment: word, counterparty: named, also: people, persons: people, manager: named, managers: people, registeredBy: named,
    type: named, priority: 'high', attachments: files, durationMinutes: 90, private: true,
  })
  const linked = many(9, (at) => ({ ...full, id: `c-${at}`, status: statuses[at % 3]!, method: methods[at % methods.length]! }))
  const url = gmailSearch(word)
  const original: ContactView['original'] = url ? { kind: 'gmail', url } : null
  const contact = (more: Partial<ContactView> = {}, of: Partial<typeof full> = {}): ContactView =>
    ({ contact: { ...full, ...of }, hidden: false, own: { calendar: null, mayPut: false, ofOther: null }, previous: full, next: linked, original, canUndo: true, message, ...more })
  const client: Counterparty = {
    ...stamps, id: 'k-1', name: word, kind: word || 'client', class: word || null, vip: true, industry: word, taxNumber: null, region: word, status: word, turnover: null, loyalty: null, competitors: null, adSource: null, attributes: {}, manager: named, addresses: many(9, () => word), domains: [], phones: many(9, (at) => `${word} +7 495 000-00-0${at}`),
  }
  const person: Person = { ...stamps, id: 'p-1', name: word, position: word, birthday: '1980-02-29', interests: null, acquaintance: null, dates: [], attributes: {}, counterparty: named, addresses: [word, 'ivan.petrov@vector.example'], phones: ['+7 (495) 123-45-67 доб. 8'] }
  const view = (more: Partial<ClientView> = {}): ClientView => ({ person: null, client, people: many(40, () => person), next: linked[0]!, last: full, openTasks: { count: 20, more: true }, message, ...more })
  const nobody = { ...client, kind: 'dealer', class: null, vip: false, industry: null, taxNumber: null, region: null, manager: null, addresses: [], phones: [] }
  const history = { counterpartyId: 'k-1', message, title: word, subtitle: word, method: null, later: false }
  return {
    contact: (c) => oneContactCard(contact(), c),
    'contact, hidden': (c) => oneContactCard(contact({ hidden: true, canUndo: false, original: null, previous: null, next: [] }, { subject: '', content: '', result: '', comment: '', attachments: [], type: null, priority: 'low' }), c),
    'contact, text of signs': (c) => oneContactCard(contact({}, { content: many(200, (at) => `<item id="${at}" name="R&D">${word.slice(0, 40)}</item>`).join('\n'), result: '&'.repeat(3_000), comment: '<x>\n'.repeat(400) }), c),
    'contact, text of links': (c) => oneContactCard(contact({}, { content: many(200, (at) => `https://shop.example/list?page=${at}&sort=price&view=all`).join('\n'), result: '', comment: '' }), c),
    'contact, names of signs': (c) => oneContactCard(contact({}, { subject: '&'.repeat(400), content: '&'.repeat(9_000), result: '<&>'.repeat(900), comment: '>'.repeat(3_000), counterparty: { id: 'k-1', name: '&'.repeat(300) }, managers: many(9, (at) => ({ id: `m-${at}`, name: '&'.repeat(300) })) }), c),
    'contact, quoted mail': (c) => oneContactCard(contact({}, { content: '>>>> as you wrote below\n'.repeat(300), result: '', comment: word }), c),
    'contact, overdue meeting': (c) => oneContactCard(contact({ message: undefined, original: { kind: 'own-outlook' } }, { status: 'planned', overdue: true, method: 'meeting', private: false }), c),
    'contact, bare': (c) => oneContactCard(contact({ previous: null, next: [], original: null, canUndo: false }, { counterparty: null, also: [], persons: [], managers: [], manager: null, registeredBy: null, content: '', attachments: [], durationMinutes: 0 }), c),
    ...Object.fromEntries(methods.map((method, at) => [`contact, ${method}`, (c) => oneContactCard(contact({ original: { kind: 'others', names: many(9, () => word || 'Anna') } }, {
      method, direction: at % 2 ? 'incoming' : 'outgoing', status: statuses[at % statuses.length]!, state: states[at % states.length]!, source: sources[at % sources.length]!, visibility: visibilities[at % visibilities.length]!, content: '',
    }), c)] satisfies [string, ReturnType<CardCases>[string]])),
    'cancel a contact': (c) => cancelCard({ contact: full, message }, c),
    'undo a contact': (c) => undoCard({ contact: { ...full, counterparty: null }, message: undefined }, c),
    client: (c) => oneClientCard(view(), c),
    'client, new': (c) => oneClientCard(view({ client: nobody, people: [], next: null, last: null, openTasks: { count: 0, more: false }, message: undefined }), c),
    person: (c) => oneClientCard(view({ person, people: [] }), c),
    'person of no client': (c) => oneClientCard(view({ person: { ...person, counterparty: null, position: null, birthday: null, addresses: [] }, client: null, people: [], next: null, last: null, openTasks: { count: 0, more: false } }), c),
    history: (c) => historyListCard({ ...history, items: many(20, (at) => linked[at % linked.length]!), nextCursor: 'x'.repeat(120) }, c),
    'history, later page of calls': (c) => historyListCard({ ...history, method: 'call', items: linked, nextCursor: null, later: true }, c),
    'history, nothing': (c) => historyListCard({ ...history, items: [], nextCursor: null }, c),
    'history, nothing of a method': (c) => historyListCard({ ...history, method: 'fax', items: [], nextCursor: null }, c),
    'history, nothing earlier': (c) => historyListCard({ ...history, items: [], nextCursor: null, later: true }, c),
  }
}
