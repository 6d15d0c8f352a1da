import { personFormCard } from '../../cards/person-form-card'
import { personsCard } from '../../cards/persons-card'
import { searchCard } from '../../cards/search-card'
import { many, type CardCases } from './card-cases'

export const clientsCases: CardCases = (word) => {
  const message = 'msg-f:1'
  const named = { id: 'k-1', name: word }
  return {
    search: (c) => searchCard({ message, contactId: null, query: word, found: many(120, (at) => ({ id: `k-${at}`, name: word })) }, c),
    'search, nothing found': (c) => searchCard({ message, contactId: 'c-1', query: word, found: [], problem: word }, c),
    'person form': (c) => personFormCard({ message, address: word, counterparty: named, name: word, client: word, position: word, phone: word, problem: word }, c),
    persons: (c) => personsCard({ message, counterparty: named, persons: many(300, (at) => ({ id: `p-${at}`, name: word, position: at % 2 ? word : null })) }, c),
    'no persons': (c) => personsCard({ message, counterparty: named, persons: [] }, c),
  }
}
