import type { Manager } from '@counterpane/shared/contract/access'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { bodyOf, differing, type Draft, type Named } from './contact-draft'
import { instantOf, roundedNow } from './quick-dates'

/** What the form "Log a call or meeting" holds: everything that a contact has, and whether it is still to come. */
export interface LogDraft extends Draft { status: 'planned' | 'held' }

export const emptyLog = (me: Pick<Manager, 'id' | 'name'>, client: Named | null, now: Date): LogDraft => ({
  when: roundedNow(now), minutes: '', method: 'call', direction: 'outgoing', status: 'held', client, also: [], persons: [], manager: { id: me.id, name: me.name }, firm: null, type: null, priority: 'medium', adSource: null, state: 0,
  subject: '', content: '', result: '', comment: '', details: [], private: false, visibility: 'full',
})

/** The draft as the API takes it; what was left as it began is left out. What is yet to come has no result. */
export function createBody(draft: LogDraft, base: LogDraft): BodyOf<'createContact'> {
  const fields = differing(draft, base).filter((field) => draft.status === 'held' || (field !== 'result' && field !== 'state'))
  const { method, direction, status } = draft
  const named = new Set<typeof fields[number]>([...fields, 'subject', 'manager', 'minutes', 'priority', ...(draft.client ? ['client' as const] : []), ...(status === 'held' ? ['state' as const] : [])])
  return { ...bodyOf(draft, [...named], false), startsAt: instantOf(draft.when), method, direction, status }
}
