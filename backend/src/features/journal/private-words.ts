import type { SqlParameter } from '../../platform/db/sql'

/** Those who take part in a contact read its words: who registered it, whose it is, and its managers. */
// IS rather than =, so that somebody who is not there makes it false and never unknown.
const takesPart = '(c.registeredById IS ? OR c.managerId IS ? OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ?))'
const takingPart = (callerId: string): SqlParameter[] => [callerId, callerId, callerId]

/** As platform/words-seen says of one contact: whether the caller may read all its words, and its subject. What the journal's index holds is asked first. */
export const mayRead = (callerId: string) => ({ sql: `((c.private = 0 AND c.visibility = 'full') OR ${takesPart})`, parameters: takingPart(callerId) })
export const mayReadSubject = (callerId: string) => ({ sql: `((c.private = 0 AND c.visibility <> 'fact') OR ${takesPart})`, parameters: takingPart(callerId) })
