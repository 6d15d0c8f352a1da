import { composeCard, type ComposeRecipient } from '../../cards/compose-card'
import { aContact, aMatch, aTask, petrov, vector } from '../sample-views'
import { many, type CardCases } from './card-cases'

export const composeCases: CardCases = (word) => {
  const contact = aContact({ subject: word, content: word, manager: { id: 'm', name: word }, counterparty: { id: 'k', name: word } })
  const match = aMatch({ person: { ...petrov, name: word, position: word }, counterparty: { ...vector, name: word }, reason: word })
  const standing = { lastContact: contact, nextContact: { ...contact, status: 'planned' as const }, openTasks: many(9, (at) => aTask({ id: `t-${at}`, title: word })) }
  const nothing = { lastContact: null, nextContact: null, openTasks: [] }
  const named = { name: word, address: word }
  const known: ComposeRecipient = { ...named, about: { match, ...standing } }
  const unknown: ComposeRecipient = { ...named, about: { match: { ...match, kind: 'none', person: null, counterparty: null }, ...nothing } }
  const guess: ComposeRecipient = { ...named, about: { match: { ...match, kind: 'suggestion', person: null }, ...nothing } }
  const person: ComposeRecipient = { ...named, about: { match: { ...match, counterparty: null }, ...nothing } }
  const dangers = many(9, () => ({ text: word, address: word }))
  return {
    compose: (c) => composeCard({ recipients: [known], outsiders: 1, inside: false, dangers: [] }, c),
    'compose, nobody yet': (c) => composeCard({ recipients: [], outsiders: 0, inside: false, dangers: [] }, c),
    'compose, colleagues': (c) => composeCard({ recipients: [], outsiders: 0, inside: true, dangers: [] }, c),
    'compose, unknown': (c) => composeCard({ recipients: [unknown, guess], outsiders: 2, inside: false, dangers }, c),
    'compose, many': (c) => composeCard({ recipients: [...many(4, () => known), person, guess], outsiders: 400, inside: false, dangers }, c),
  }
}
