import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { Priority, State } from '@counterpane/shared/domain/codes'

/** What the panel lets one edit. */
export interface Draft { subject: string; result: string; state: State; priority: Priority; client: { id: string; name: string } | null }

export const draftOf = ({ subject, result, state, priority, counterparty }: Contact): Draft => ({ subject, result, state, priority, client: counterparty })

/** The fields of a draft that differ from what editing began with, as the API takes them. */
export function changedFields(draft: Draft, base: Draft): BodyOf<'patchContact'> {
  return {
    ...(draft.subject !== base.subject && { subject: draft.subject }), ...(draft.result !== base.result && { result: draft.result }),
    ...(draft.state !== base.state && { state: draft.state }), ...(draft.priority !== base.priority && { priority: draft.priority }),
    ...(draft.client?.id !== base.client?.id && { counterpartyId: draft.client?.id ?? null }),
  }
}
