import type { FeedEntry } from '@counterpane/shared/contract/client'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Task } from '@counterpane/shared/contract/task'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { FeedKind, FeedRepository } from './feed.repository'

export interface FeedViewer { callerId: string; locale: Locale; now: Date }
/** What the feed needs of other features; in any order, what the viewer may not see is left out. */
export interface FeedNeeds {
  presentContacts(ids: readonly string[], viewer: FeedViewer): Contact[]
  presentTasks(ids: readonly string[], viewer: FeedViewer): Task[]
}
export interface FeedQuery { kinds?: readonly FeedKind[]; limit: number; cursor?: string }

const all: readonly FeedKind[] = ['contact', 'task', 'note']

export function createFeedService({ feed, presentContacts, presentTasks }: FeedNeeds & { feed: FeedRepository }) {
  return {
    list(counterpartyId: string, { kinds = all, ...paging }: FeedQuery, viewer: FeedViewer): { items: FeedEntry[]; nextCursor: string | null } {
      const { rows, nextCursor } = feed.list(counterpartyId, { kinds, ...paging })
      const contactIds = rows.filter((row) => row.kind === 'contact').map((row) => row.id)
      const taskIds = rows.filter((row) => row.kind !== 'contact').map((row) => row.id)
      const contacts = byId(presentContacts(contactIds, viewer))
      const tasks = byId(presentTasks(taskIds, viewer))
      const items = rows.map(({ kind, id, at }): FeedEntry => ({ kind, id, at: new Date(at).toISOString(), contact: contacts.get(id) ?? null, task: tasks.get(id) ?? null }))
      return { items: items.filter((entry) => entry.contact ?? entry.task), nextCursor }
    },
  }
}
export type FeedService = ReturnType<typeof createFeedService>

const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))
