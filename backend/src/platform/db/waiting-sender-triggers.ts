import type { Derived } from './derived'

/** A mass mailing is known by its first addresses. */
const mostAddresses = 20
const isWaiting = (contact: string) => `${contact}.counterpartyId IS NULL AND ${contact}.undoneAt IS NULL`
const columns = '(contactId, position, addressKey, usual, sender, part, startsAt, held, private, registeredById, managerId)'
const facts = (contact: string) => `${contact}.startsAt, ${contact}.status = 'held', ${contact}.private, ${contact}.registeredById, ${contact}.managerId`

/** Without an address there is nothing to find out: it counts as such. */
const rows = (which: string) => `INSERT INTO WaitingSender ${columns}
  SELECT c.id, CASE WHEN a.addressKey IS NULL THEN 0 ELSE ROW_NUMBER() OVER (PARTITION BY c.id ORDER BY a.rowid) END, COALESCE(a.addressKey, ''), iif(a.addressKey IS NULL, '', NULL), iif(a.addressKey IS NULL, '', NULL),
    iif(a.addressKey IS NULL AND c.status = 'held', 2, 0), ${facts('c')}
  FROM Contact c LEFT JOIN ContactAddress a ON a.contactId = c.id WHERE ${which} AND ${isWaiting('c')};`
const lookAnew = (contact: string) => `DELETE FROM WaitingSender WHERE contactId = ${contact}; ${rows(`c.id = ${contact}`)}`

const stands = (kind: string, key: string) => `(EXISTS (SELECT 1 FROM SenderDecision d WHERE d.kind = '${kind}' AND d.valueKey = ${key}) OR EXISTS (SELECT 1 FROM NeverRegister n WHERE n.kind = '${kind}' AND n.valueKey = ${key} AND n.managerId IS NULL))`
/** The narrowest decision goes before the wider; a contact counts for the first of its addresses about which nothing is decided, else for the first. */
const settle = (which: string) => `
  UPDATE WaitingSender SET (sender, decided) = (SELECT COALESCE(s.found, WaitingSender.usual), s.found IS NOT NULL FROM (SELECT CASE WHEN ${stands('address', 'WaitingSender.addressKey')} THEN 'address:' || WaitingSender.addressKey
    WHEN WaitingSender.hostKey IS NOT NULL AND ${stands('domain', 'WaitingSender.hostKey')} THEN 'domain:' || WaitingSender.hostKey WHEN ${stands('domain', 'WaitingSender.domainKey')} THEN 'domain:' || WaitingSender.domainKey END AS found) s)
    WHERE ${which} AND usual IS NOT NULL AND position > 0;
  UPDATE WaitingSender SET part = (SELECT CASE WHEN NOT WaitingSender.held OR WaitingSender.position > ${mostAddresses} THEN 0 WHEN y.position = WaitingSender.position THEN 2 WHEN y.sender = WaitingSender.sender THEN 1 ELSE 0 END
    FROM WaitingSender y WHERE y.contactId = WaitingSender.contactId AND y.position BETWEEN 1 AND ${mostAddresses} ORDER BY y.decided, y.position LIMIT 1) WHERE ${which} AND usual IS NOT NULL AND position > 0;`
const settleSender = (row: string) => settle(`contactId IN (SELECT contactId FROM WaitingSender WHERE ${row}.kind = 'address' AND addressKey = ${row}.valueKey
    UNION SELECT contactId FROM WaitingSender WHERE ${row}.kind = 'domain' AND domainKey = ${row}.valueKey UNION SELECT contactId FROM WaitingSender WHERE ${row}.kind = 'domain' AND hostKey = ${row}.valueKey)`)

const counts = (row: string) => `${row}.part = 2 AND ${row}.private = 0`
const countIn = `INSERT INTO WaitingGroup (sender, decided, contacts, newest) SELECT new.sender, new.decided, 1, new.startsAt WHERE ${counts('new')}
    ON CONFLICT (sender) DO UPDATE SET contacts = contacts + 1, decided = excluded.decided, newest = MAX(newest, excluded.newest);`
const countOut = `UPDATE WaitingGroup SET contacts = contacts - 1, newest = iif(newest > old.startsAt, newest, COALESCE((SELECT w.startsAt FROM WaitingSender w
    WHERE w.sender = old.sender AND ${counts('w')} ORDER BY w.startsAt DESC LIMIT 1), newest)) WHERE ${counts('old')} AND sender = old.sender;
    DELETE FROM WaitingGroup WHERE ${counts('old')} AND sender = old.sender AND contacts <= 0;`

const triggers: Record<string, string> = {
  Contact_inserted: `AFTER INSERT ON Contact WHEN ${isWaiting('new')} BEGIN INSERT INTO WaitingSender ${columns} SELECT new.id, 0, '', '', '', iif(new.status = 'held', 2, 0), ${facts('new')}; END`,
  Contact_changed: `AFTER UPDATE OF counterpartyId, undoneAt, status, startsAt, private, registeredById, managerId ON Contact WHEN (${isWaiting('old')}) <> (${isWaiting('new')}) OR (${isWaiting('new')} AND (
    old.status <> new.status OR old.startsAt <> new.startsAt OR old.private <> new.private OR old.registeredById IS NOT new.registeredById OR old.managerId IS NOT new.managerId)) BEGIN ${lookAnew('new.id')} END`,
  Contact_deleted: `AFTER DELETE ON Contact WHEN ${isWaiting('old')} BEGIN DELETE FROM WaitingSender WHERE contactId = old.id; END`,
  Address_inserted: `AFTER INSERT ON ContactAddress WHEN EXISTS (SELECT 1 FROM WaitingSender w WHERE w.contactId = new.contactId) BEGIN
    INSERT INTO WaitingSender ${columns} SELECT contactId, position + 1, new.addressKey, NULL, NULL, 0, startsAt, held, private, registeredById, managerId FROM WaitingSender WHERE contactId = new.contactId ORDER BY position DESC LIMIT 1;
    DELETE FROM WaitingSender WHERE contactId = new.contactId AND position = 0; END`,
  Address_changed: `AFTER UPDATE OF addressKey, contactId ON ContactAddress BEGIN ${lookAnew('old.contactId')} ${lookAnew('new.contactId')} END`,
  Address_deleted: `AFTER DELETE ON ContactAddress WHEN EXISTS (SELECT 1 FROM WaitingSender w WHERE w.contactId = old.contactId) BEGIN ${lookAnew('old.contactId')} END`,
  Keyed: `AFTER UPDATE OF usual ON WaitingSender WHEN new.usual IS NOT NULL AND new.position > 0 AND NOT EXISTS (SELECT 1 FROM WaitingSender w WHERE w.contactId = new.contactId AND w.usual IS NULL)
    BEGIN ${settle('contactId = new.contactId')} END`,
  Counted: `AFTER INSERT ON WaitingSender WHEN ${counts('new')} BEGIN ${countIn} END`,
  Recounted: `AFTER UPDATE OF sender, decided, part ON WaitingSender WHEN (${counts('old')} OR ${counts('new')}) AND (old.sender IS NOT new.sender OR old.decided <> new.decided OR old.part <> new.part) BEGIN ${countOut} ${countIn} END`,
  Discounted: `AFTER DELETE ON WaitingSender WHEN ${counts('old')} BEGIN ${countOut} END`,
  Aside_inserted: `AFTER INSERT ON SenderDecision BEGIN ${settleSender('new')} END`,
  Aside_changed: `AFTER UPDATE OF kind, valueKey ON SenderDecision BEGIN ${settleSender('old')} ${settleSender('new')} END`,
  Aside_deleted: `AFTER DELETE ON SenderDecision BEGIN ${settleSender('old')} END`,
  Never_inserted: `AFTER INSERT ON NeverRegister WHEN new.managerId IS NULL BEGIN ${settleSender('new')} END`,
  Never_changed: `AFTER UPDATE OF kind, valueKey, managerId ON NeverRegister BEGIN ${settleSender('old')} ${settleSender('new')} END`,
  Never_deleted: `AFTER DELETE ON NeverRegister WHEN old.managerId IS NULL BEGIN ${settleSender('old')} END`,
}
const indexes = {
  withheld: '(contactId) WHERE part = 2 AND private = 1',
  unkeyed: '(contactId, position) WHERE usual IS NULL',
  hosts: '(hostKey) WHERE hostKey IS NOT NULL',
  counted: '(sender, startsAt, contactId, decided, private, registeredById, managerId) WHERE part = 2',
  parts: '(sender, addressKey, private) WHERE part > 0',
}

/**
 * Keeps WaitingSender: which senders the contacts without a client wait under. What a letter with a known client costs is one look; what domain an address belongs to is known
 * to code alone, which keys the rows later (features/unrecognised/sender-keying); when all of a contact's are, it is settled here, and again with every decision.
 */
export const waitingSenderTriggers: Derived = {
  name: 'waiting-senders',
  drop: [...Object.keys(triggers).map((name) => `DROP TRIGGER IF EXISTS "WaitingSender_${name}";`), ...Object.keys(indexes).map((name) => `DROP INDEX IF EXISTS "WaitingSender_${name}";`)].join('\n'),
  // Whoever changes what a domain means (matching/domain-key, matching/free-mail) changes the number: all are keyed anew.
  create: `
    -- keys 1
    ${Object.entries(indexes).map(([name, index]) => `CREATE INDEX "WaitingSender_${name}" ON WaitingSender ${index};`).join('\n')}
    ${Object.entries(triggers).map(([name, body]) => `CREATE TRIGGER "WaitingSender_${name}" ${body};`).join('\n')}
    ${fillWaitingSenders()}`,
}

/** All of them at once; the addresses are keyed afterwards. */
export function fillWaitingSenders(): string {
  return `DELETE FROM WaitingSender; DELETE FROM WaitingGroup; ${rows('TRUE')}`
}
