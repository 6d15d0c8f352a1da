import type { Found } from '@counterpane/shared/contract/client'
import { searchWords } from '@counterpane/shared/text/fold'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import type { Caller } from '../../platform/http/caller'
import type { FoundClient, FoundContact, SearchRepository } from './search.repository'

const defaultLimit = 20
/** Contacts come last and take at most this many places. */
const contactsMax = 5

export function createSearchService({ repository }: { repository: SearchRepository }) {
  return {
    search(caller: Pick<Caller, 'id'>, { q, limit = defaultLimit }: { q: string; limit?: number }): Found[] {
      const words = searchWords(q)
      if (words.length === 0) return []
      const contacts = repository.contacts(q, { limit: Math.min(contactsMax, Math.floor(limit / 4)), callerId: caller.id })
      const clients = inOrder(repository.clients(q, limit * 2), words)
      return [...clients.slice(0, limit - contacts.length).map((client) => toFound(client, words)), ...contacts.map(toFoundContact)]
    },
  }
}
export type SearchService = ReturnType<typeof createSearchService>

/** The name begins as asked; each word begins a word of the name; the rest (inside a word, address, phone). Within each, counterparties and persons in turn, by name. */
function inOrder(clients: readonly FoundClient[], words: readonly string[]): FoundClient[] {
  const ranked = clients.map((client) => ({ client, rank: rankOf(client.name, words), name: foldForSearch(client.name) }))
  ranked.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return [0, 1, 2].flatMap((rank) => {
    const ofRank = ranked.filter((row) => row.rank === rank).map((row) => row.client)
    return inTurn(ofRank.filter((client) => client.kind === 'counterparty'), ofRank.filter((client) => client.kind === 'person'))
  })
}

function rankOf(name: string, words: readonly string[]): 0 | 1 | 2 {
  const ofName = foldForSearch(name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const asked = words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== '')
  if (asked.length === 0) return 2
  if (ofName.join(' ').startsWith(asked.join(' '))) return 0
  return asked.every((word) => ofName.some((part) => part.startsWith(word))) ? 1 : 2
}

function inTurn<T>(one: readonly T[], other: readonly T[]): T[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => [one[i], other[i]]).flat().filter((item): item is T => item !== undefined)
}

/** `detail`: job title or region and the address that was asked for, else the first. */
function toFound({ kind, id, name, note, addresses, counterparty }: FoundClient, words: readonly string[]): Found {
  const address = addresses.find((text) => words.some((word) => foldForSearch(text).includes(word))) ?? addresses[0]
  return { kind, id, name, detail: [note, address].filter(Boolean).join(' · '), counterparty }
}

/** `detail` of a contact is its instant in UTC, for the reader's own calendar. */
const toFoundContact = ({ id, subject, startsAt, counterparty }: FoundContact): Found => ({ kind: 'contact', id, name: subject, detail: new Date(startsAt).toISOString(), counterparty })
