import type { SqlReader } from '../../platform/db/sql'

/** Who stands beside the main manager: `joint` as they are listed, the first first; `given`: those of them whose calendars have it (decision 018). */
export interface Joint { joint: readonly string[]; given: readonly string[] }

/** Who takes part after the contact was given to somebody: the new manager first; the former one leaves unless the meeting still stands in that calendar. */
export function managersAfter({ joint, given }: Joint, { from, to }: { from: string | null; to: string | null }): string[] {
  const stay = joint.filter((id) => id !== to && (id !== from || given.includes(id)))
  return to === null ? stay : [to, ...stay]
}

/** Those whose calendars gave the meeting as they said last. */
export const givenManagers = (sql: SqlReader, contactId: string): string[] =>
  sql.all<{ id: string }>("SELECT j.value AS id FROM CalendarMeeting g, json_each(g.given, '$.managerIds') j WHERE g.contactId = ?", [contactId]).map((row) => row.id)
