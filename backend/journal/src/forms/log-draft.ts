import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { Direction, Method, Priority, State } from '@counterpane/shared/domain/codes'
import { instantOf } from './quick-dates'

/** What the form "Log a call or meeting" holds while it is filled in. */
export interface LogDraft {
  method: Method; direction: Direction; when: string; minutes: string; status: 'planned' | 'held'; client: { id: string; name: string } | null; personIds: string[]; managerId: string
  subject: string; content: string; result: string; priority: Priority; state: State; type: string
}

/** The draft as the API takes it; what was left empty is left out. */
export function createBody({ method, direction, when, minutes, status, client, personIds, managerId, subject, content, result, priority, state, type }: LogDraft): BodyOf<'createContact'> {
  return {
    method, direction, status, startsAt: instantOf(when), durationMinutes: minutes === '' ? null : Number(minutes), managerId, subject, priority,
    ...(client && { counterpartyId: client.id }), ...(personIds.length > 0 && { personIds }), ...(content && { content }), ...(type && { type }),
    ...(status === 'held' && { state, ...(result && { result }) }),
  }
}
