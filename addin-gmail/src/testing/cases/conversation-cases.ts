import { conversationCard, openLetterCard } from '../../cards/conversation-card'
import type { LetterLine, LetterStanding } from '../../cards/letter-lines'
import { aContact, aMatch, vector } from '../sample-views'
import { many, type CardCases } from './card-cases'

const standings: readonly LetterStanding[] = ['ready', 'several', 'suggested', 'needs-client', 'colleague', 'registered', 'twice', 'excluded', 'blocked']

export const conversationCases: CardCases = (word) => {
  const message = 'msg-f:1'
  const named = { name: word, address: word }
  const contact = aContact({ subject: word, registeredBy: { id: 'm', name: word }, counterparty: { id: 'k', name: word } })
  const line = (at: number, standing: LetterStanding, rest: Partial<LetterLine> = {}): LetterLine => ({
    id: `1a34a2c177e9a${at}`, at: '2026-11-20T07:42:00.000Z', from: named, to: [named, named], sent: at % 2 === 1, subject: at % 3 ? word : `${word} ${at}`, files: at % 4, hasText: at % 5 > 0, standing,
    match: aMatch({ reason: word, counterparty: { ...vector, name: word } }), contact: standing === 'registered' ? contact : null, ticked: standing === 'ready', outcome: null, ...rest,
  })
  const lines = many(100, (at) => line(at, standings[at % standings.length]!))
  const outcomes = [{ kind: 'registered', why: '' }, { kind: 'joined', why: '' }, { kind: 'failed', why: word }] as const
  const view = (lines: readonly LetterLine[], rest: { skip?: number; done?: string; problem?: string } = {}) => ({ message, subject: word, lines, skip: 0, done: null, ...rest })
  return {
    conversation: (c) => conversationCard(view(lines), c),
    'conversation, all ready': (c) => conversationCard(view(many(40, (at) => line(at, 'ready'))), c),
    'conversation, all registered': (c) => conversationCard(view(many(40, (at) => line(at, 'registered'))), c),
    'conversation, its last page': (c) => conversationCard(view(lines, { skip: 90, problem: word }), c),
    'conversation, registered': (c) => conversationCard(view(many(9, (at) => line(at, 'ready', { outcome: outcomes[at % 3]!, contact: at % 3 < 2 ? contact : null })), { done: word }), c),
    'conversation of nothing': (c) => conversationCard(view([]), c),
    'open email alone': (c) => openLetterCard({ message, subject: word, line: line(1, 'ready') }, c),
    'open email alone, unknown': (c) => openLetterCard({ message, subject: word, line: line(1, 'needs-client', { match: aMatch({ kind: 'none', person: null, counterparty: null, reason: word }) }) }, c),
  }
}
