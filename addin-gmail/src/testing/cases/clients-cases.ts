import type { Found } from '@counterpane/shared/contract/client'
import { personFormCard, type PersonFormView } from '../../cards/person-form-card'
import { personsCard } from '../../cards/persons-card'
import { searchCard } from '../../cards/search-card'
import { many, type CardCases } from './card-cases'

const kinds = ['counterparty', 'person', 'contact'] as const

export const clientsCases: CardCases = (word) => {
  const message = 'msg-f:1'
  const named = { id: 'k-1', name: word }
  const found = many<Found>(120, (at) => {
    const kind = kinds[at % 3]!
    return { kind, id: `id-${at}`, name: word, detail: kind === 'contact' ? '2026-11-18T10:00:00.000Z' : word, counterparty: at % 2 ? named : null }
  })
  const clients = found.filter(({ kind }) => kind === 'counterparty')
  const form: PersonFormView = { message, address: word, counterparty: null, name: word, client: word, position: word, phone: word }
  return {
    search: (c) => searchCard({ query: '', found: null }, c),
    'search, found': (c) => searchCard({ query: word, found, more: true }, c),
    'search, too short': (c) => searchCard({ query: word, found: null, problem: word }, c),
    'search for the message': (c) => searchCard({ message, query: word, found: found.filter(({ kind }) => kind !== 'contact'), more: true }, c),
    'search for the message, nothing found': (c) => searchCard({ message, query: word, found: [] }, c),
    'search for a contact': (c) => searchCard({ message, contactId: 'c-1', query: word, found: clients, more: true }, c),
    'search for a contact, nothing found': (c) => searchCard({ contactId: 'c-1', query: word, found: [], problem: word }, c),
    'person form': (c) => personFormCard({ ...form, counterparty: named, problem: word }, c),
    'person form, only an address': (c) => personFormCard({ message, address: word, counterparty: null, name: '', clientIs: 'new' }, c),
    'person form, a client of the base': (c) => personFormCard({ ...form, clientIs: 'known', signature: { position: word, phone: word }, warnings: many(9, () => word) }, c),
    'person form, a new client': (c) => personFormCard({ ...form, clientIs: 'new', signature: { position: '', phone: '' }, problem: word }, c),
    'person form, another participant': (c) => personFormCard({ ...form, at: '3', client: '', clientIs: 'new', signature: 'foreign' }, c),
    'person form, beside a known sender': (c) => personFormCard({ ...form, at: '3', aside: true, signature: 'foreign' }, c),
    "person form, the client's own address": (c) => personFormCard({ ...form, counterparty: named, stays: true }, c),
    persons: (c) => personsCard({ message, counterparty: named, persons: many(300, (at) => ({ id: `p-${at}`, name: word, position: at % 2 ? word : null })) }, c),
    'few persons': (c) => personsCard({ message, counterparty: named, persons: many(3, (at) => ({ id: `p-${at}`, name: word, position: word })) }, c),
    'no persons': (c) => personsCard({ message, counterparty: named, persons: [] }, c),
  }
}
