export interface Scope { callerId: string; mine: boolean }

// Everything below is asked with ?1 the caller and ?2 whether only their own is wanted.
const takesPart = '(w.registeredById IS ?1 OR w.managerId IS ?1 OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = w.contactId AND z.managerId = ?1))'
/** Whom a private contact was with is known to those who take part in it alone: the same as platform/words-seen. */
export const open = `(w.private = 0 OR ${takesPart})`
export const seen = `${open} AND (?2 = 0 OR ${takesPart})`
/** Of the contacts that are asked about; private ones of others are counted apart. */
export const asked = `(?2 = 0 OR ${takesPart})`
export const parametersOf = ({ callerId, mine }: Scope) => [callerId, mine ? 1 : 0]

const own = (kind: string, key: string) => `${key} IN (SELECT valueKey FROM NeverRegister WHERE managerId = ?1 AND kind = '${kind}')`
const at = (test: string, sender: string) => `WHEN ${test} OR (w.decided AND w.sender = ${sender}) THEN ${sender}`
const facts = 'w.contactId, w.startsAt, w.private, w.registeredById, w.managerId'
/** What is on the caller's own list decides like what stands for everybody: the contacts it touches are settled anew for them, as the triggers do for all. */
const touched = `touched AS MATERIALIZED (SELECT contactId FROM WaitingSender w WHERE ${own('address', 'w.addressKey')} UNION SELECT contactId FROM WaitingSender w WHERE ${own('domain', 'w.domainKey')}
    UNION SELECT contactId FROM WaitingSender w WHERE w.hostKey IS NOT NULL AND ${own('domain', 'w.hostKey')}),
  named AS (SELECT ${facts}, w.position, w.addressKey, w.text, w.usual, CASE ${at(own('address', 'w.addressKey'), "'address:' || w.addressKey")} ${at(`w.hostKey IS NOT NULL AND (${own('domain', 'w.hostKey')})`, "'domain:' || w.hostKey")}
    ${at(own('domain', 'w.domainKey'), "'domain:' || w.domainKey")} END AS found FROM touched t CROSS JOIN WaitingSender w ON w.contactId = t.contactId WHERE w.held AND w.position BETWEEN 1 AND 20 AND w.usual IS NOT NULL),
  placed AS MATERIALIZED (SELECT *, COALESCE(found, usual) AS sender, found IS NOT NULL AS decided, FIRST_VALUE(COALESCE(found, usual)) OVER first AS chosen, ROW_NUMBER() OVER first AS nth FROM named WINDOW first AS (PARTITION BY contactId ORDER BY found IS NOT NULL, position))`

/** Of each contact the row by which it counts (`waiting`), and every address that is its sender's (`parts`): `own` when the caller has a list of their own. */
export const waiting = (withOwn: boolean, where: string) => {
  const all = `SELECT w.sender, w.decided, ${facts} FROM WaitingSender w WHERE w.part = 2 AND ${where}`
  return withOwn ? `${all} AND w.contactId NOT IN (SELECT contactId FROM touched) UNION ALL SELECT w.sender, w.decided, ${facts} FROM placed w WHERE w.nth = 1 AND ${where}` : all
}
export const parts = (withOwn: boolean, where: string) => {
  const all = `SELECT w.sender, w.addressKey, w.text FROM WaitingSender w WHERE w.part > 0 AND ${where}`
  return withOwn ? `${all} AND w.contactId NOT IN (SELECT contactId FROM touched) UNION ALL SELECT w.sender, w.addressKey, w.text FROM placed w WHERE w.sender = w.chosen AND ${where}` : all
}
/** A question with what it needs before it. */
export const asking = (withOwn: boolean, more: readonly string[], question: string) => {
  const tables = [...(withOwn ? [touched] : []), ...more]
  return tables.length > 0 ? `WITH ${tables.join(', ')} ${question}` : question
}

const mine = `SELECT w.sender, w.decided, w.startsAt, w.contactId FROM WaitingSender w INDEXED BY WaitingSender_withheld WHERE w.part = 2 AND w.private = 1 AND ${takesPart}`
const taken = 'SELECT w.sender FROM touched t CROSS JOIN WaitingSender w ON w.contactId = t.contactId WHERE w.part = 2 AND w.private = 0'
const given = `SELECT w.sender, w.decided, w.startsAt FROM placed w WHERE w.nth = 1 AND ${open}`
const latestOpen = (sender: string, order: 'ASC' | 'DESC', untouched: string) => `(SELECT w.startsAt FROM WaitingSender w WHERE w.part = 2 AND w.sender = ${sender} AND w.private = 0 ${untouched} ORDER BY w.startsAt ${order} LIMIT 1)`
/**
 * The senders as the caller has them (`g`), from what is counted already: to it come their own private contacts, and where their own list decides, the contacts it touches go from one
 * sender to another. The counted rows that nothing of this concerns are read in the order of their index.
 */
export const countedGroups = (withOwn: boolean) => {
  const untouched = withOwn ? 'AND w.contactId NOT IN (SELECT contactId FROM touched)' : ''
  const more = withOwn ? `SELECT sender, decided, startsAt FROM (${mine} ${untouched}) UNION ALL ${given}` : `SELECT sender, decided, startsAt FROM (${mine})`
  return [
    `more AS MATERIALIZED (SELECT sender, MAX(decided) AS decided, COUNT(*) AS contacts, MAX(startsAt) AS newest FROM (${more}) GROUP BY sender)`,
    `less AS MATERIALIZED (${withOwn ? `SELECT sender, COUNT(*) AS contacts FROM (${taken}) GROUP BY sender` : "SELECT '' AS sender, 0 AS contacts WHERE FALSE"})`,
    'concerned AS MATERIALIZED (SELECT sender FROM more UNION SELECT sender FROM less)',
    `other AS MATERIALIZED (SELECT c.sender, COALESCE(m.decided, p.decided, 0) AS decided, COALESCE(p.contacts, 0) - COALESCE(l.contacts, 0) + COALESCE(m.contacts, 0) AS contacts,
      MAX(COALESCE(m.newest, 0), COALESCE(${latestOpen('c.sender', 'DESC', untouched)}, 0)) AS newest
      FROM concerned c LEFT JOIN WaitingGroup p ON p.sender = c.sender LEFT JOIN less l ON l.sender = c.sender LEFT JOIN more m ON m.sender = c.sender)`,
  ]
}
