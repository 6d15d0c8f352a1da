import { z } from 'zod'
import { contact } from './contact'
import * as p from './parts'
import { task } from './task'

/** `from` and `to` are the bounds of the manager's own day, as instants. */
export const askMyDay = z.strictObject({ from: p.instant, to: p.instant })

const someContacts = z.object({ items: z.array(contact), total: z.number().int() })
const someTasks = z.object({ items: z.array(task), total: z.number().int() })
/** What the day holds for the caller. At most 20 of each kind; `total` counts all. */
export const myDay = z.object({
  overdueTasks: someTasks, todayTasks: someTasks, plannedToday: someContacts,
  /** Planned contacts whose end has passed, the oldest first: held, not held or moved? */
  withoutOutcome: someContacts,
  /** Emails registered today by the caller, or by a colleague with one of the caller's clients. */
  registeredToday: someContacts,
})
export type MyDay = z.infer<typeof myDay>
