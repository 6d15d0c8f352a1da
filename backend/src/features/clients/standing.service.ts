import type { ClientStanding } from '@counterpane/shared/contract/client'
import type { FeedNeeds, FeedViewer } from './feed.service'
import type { StandingRepository, TimeRow } from './standing.repository'

const recentMs = 30 * 86_400_000

/** Whether, when, by whom and what for the next step with a client is planned, what is late, and what time went there. */
export function createClientStanding({ standing, presentContacts, presentTasks }: FeedNeeds & { standing: StandingRepository }) {
  return (counterpartyId: string, viewer: FeedViewer): ClientStanding => {
    const since = new Date(viewer.now.getTime() - recentMs)
    const { nextId, lastId, nextTaskId, time, ...counts } = standing.of(counterpartyId, { now: viewer.now, since })
    const contacts = new Map(presentContacts([nextId, lastId].filter((id) => id !== null), viewer).map((contact) => [contact.id, contact]))
    const sum = (kind: TimeRow['kind'], of: 'minutes' | 'recent') => time.reduce((total, row) => total + (row.kind === kind ? row[of] : 0), 0)
    return {
      ...counts, next: contacts.get(nextId ?? '') ?? null, last: contacts.get(lastId ?? '') ?? null, nextTask: nextTaskId === null ? null : presentTasks([nextTaskId], viewer)[0] ?? null,
      time: {
        contacts: sum('contact', 'minutes'), tasks: sum('task', 'minutes'), recentContacts: sum('contact', 'recent'), recentTasks: sum('task', 'recent'), since: since.toISOString(), byManager: byManager(time),
      },
    }
  }
}
export type AskClientStanding = ReturnType<typeof createClientStanding>

/** Who spent how much, the most first; time of nobody is in the sum alone. */
function byManager(rows: readonly TimeRow[]): ClientStanding['time']['byManager'] {
  const found = new Map<string, ClientStanding['time']['byManager'][number]>()
  for (const { manager, minutes } of rows) {
    if (!manager) continue
    const known = found.get(manager.id)
    found.set(manager.id, { manager: { id: manager.id, name: manager.name ?? '' }, minutes: (known?.minutes ?? 0) + minutes })
  }
  return [...found.values()].sort((a, b) => b.minutes - a.minutes || a.manager.name.localeCompare(b.manager.name))
}
