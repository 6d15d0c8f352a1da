import type { FeedEntry, FeedKind } from '@counterpane/shared/contract/client'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { FeedRepository } from './feed.repository'

export interface FeedViewer { callerId: string; locale: Locale; now: Date }
/** What the feed needs of other features; in any order, what the viewer may not see is left out. */
export interface FeedNeeds {
  presentContacts(ids: readonly string[], viewer: FeedViewer): Contact[]
  presentTasks(ids: readonly string[], viewer: FeedViewer): Task[]
}
export interface FeedQuery { kinds?: readonly FeedKind[]; limit: number; cursor?: string }

const usual: readonly FeedKind[] = ['contact', 'task', 'note']
const iso = (ms: number) => new Date(ms).toISOString()

export function createFeedService({ feed, presentContacts, presentTasks }: FeedNeeds & { feed: FeedRepository }) {
  return {
    list(counterpartyId: string, { kinds = usual, ...paging }: FeedQuery, viewer: FeedViewer): { items: FeedEntry[]; nextCursor: string | null } {
      const { rows, nextCursor } = feed.list(counterpartyId, { kinds, ...paging })
      const idsOf = (...wanted: FeedKind[]) => rows.filter((row) => wanted.includes(row.kind)).map((row) => row.id)
      const contactIds = rows.flatMap((row) => (row.kind === 'contact' ? row.id : row.contactId) ?? [])
      const contacts = byId(presentContacts([...new Set(contactIds)], viewer))
      const tasks = byId(presentTasks(idsOf('task', 'note'), viewer))
      const moves = byId(feed.moves(idsOf('move')))
      const items = rows.map(({ kind, id, at, contactId }): FeedEntry => {
        const contact = contacts.get(contactId ?? id) ?? null
        const move = moves.get(id)
        return {
          kind, id, at: iso(at), contact, task: tasks.get(id) ?? null, document: kind === 'document' ? contact?.attachments.find((file) => file.id === id) ?? null : null,
          move: move ? { from: iso(move.fromAt), to: iso(move.toAt), by: move.by } : null,
        }
      })
      return { items: items.filter(isThere), nextCursor }
    },
  }
}
export type FeedService = ReturnType<typeof createFeedService>

/** A file of a contact whose words are somebody else's is no entry: its name says what it was about. */
function isThere({ kind, contact, task, document, move }: FeedEntry): boolean {
  if (kind === 'document') return document !== null
  return kind === 'move' ? move !== null && contact !== null : (contact ?? task) !== null
}
const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))
