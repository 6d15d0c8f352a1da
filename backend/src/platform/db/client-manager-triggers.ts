import type { Derived } from './derived'

const both = (client: string, manager: string) => `INSERT OR IGNORE INTO ClientManager (counterpartyId, managerId) SELECT ${client}, ${manager} WHERE ${client} IS NOT NULL AND ${manager} IS NOT NULL;`

const clientsOf = (contact: string) => `SELECT c.counterpartyId AS client FROM Contact c WHERE c.id = ${contact} AND c.counterpartyId IS NOT NULL AND c.undoneAt IS NULL
      UNION ALL SELECT a.counterpartyId FROM ContactCounterparty a JOIN Contact c ON c.id = a.contactId WHERE a.contactId = ${contact} AND c.undoneAt IS NULL`
const managersOf = (contact: string) => `SELECT c.managerId AS manager FROM Contact c WHERE c.id = ${contact} AND c.managerId IS NOT NULL
      UNION ALL SELECT c.registeredById FROM Contact c WHERE c.id = ${contact} AND c.registeredById IS NOT NULL UNION ALL SELECT j.managerId FROM ContactManager j WHERE j.contactId = ${contact} UNION ALL SELECT o.managerId FROM MessageCopy o WHERE o.contactId = ${contact}`
/** Everybody of a contact, for its client and those it also involves. */
const everybody = (contact: string) => `INSERT OR IGNORE INTO ClientManager (counterpartyId, managerId) SELECT k.client, m.manager FROM (${clientsOf(contact)}) k CROSS JOIN (${managersOf(contact)}) m;`
const joined = (contact: string, manager: string) => `INSERT OR IGNORE INTO ClientManager (counterpartyId, managerId) SELECT k.client, ${manager} FROM (${clientsOf(contact)}) k;`

const tookPart = `c.undoneAt IS NULL AND (c.managerId = ClientManager.managerId OR c.registeredById = ClientManager.managerId
      OR EXISTS (SELECT 1 FROM ContactManager j WHERE j.contactId = c.id AND j.managerId = ClientManager.managerId)
      OR EXISTS (SELECT 1 FROM MessageCopy o WHERE o.contactId = c.id AND o.managerId = ClientManager.managerId))`
/** Those of the clients who have nothing to do with them any more go; each look ends at the first thing found. */
const lookAgain = (clients: string) => `DELETE FROM ClientManager WHERE counterpartyId IN (${clients})
      AND NOT EXISTS (SELECT 1 FROM Contact c WHERE c.counterpartyId = ClientManager.counterpartyId AND ${tookPart})
      AND NOT EXISTS (SELECT 1 FROM ContactCounterparty a JOIN Contact c ON c.id = a.contactId WHERE a.counterpartyId = ClientManager.counterpartyId AND ${tookPart})
      AND NOT EXISTS (SELECT 1 FROM Task t WHERE t.counterpartyId = ClientManager.counterpartyId AND (t.managerId = ClientManager.managerId OR t.createdById = ClientManager.managerId));`
const alsoOf = (contact: string) => `SELECT a.counterpartyId FROM ContactCounterparty a WHERE a.contactId = ${contact}`
const ofContact = (contact: string) => `SELECT c.counterpartyId FROM Contact c WHERE c.id = ${contact} UNION ALL ${alsoOf(contact)}`

/** Of a table whose rows each say that a manager takes part in a contact. */
const taking = (name: string, table: 'ContactManager' | 'MessageCopy') => ({
  [`${name}_inserted`]: `AFTER INSERT ON ${table} BEGIN ${joined('new.contactId', 'new.managerId')} END`,
  [`${name}_changed`]: `AFTER UPDATE OF managerId, contactId ON ${table} WHEN old.managerId <> new.managerId OR old.contactId <> new.contactId BEGIN ${joined('new.contactId', 'new.managerId')} ${lookAgain(ofContact('old.contactId'))} END`,
  [`${name}_deleted`]: `AFTER DELETE ON ${table} BEGIN ${lookAgain(ofContact('old.contactId'))} END`,
})

const triggers: Record<string, string> = {
  Contact_inserted: `AFTER INSERT ON Contact WHEN new.counterpartyId IS NOT NULL AND new.undoneAt IS NULL BEGIN ${both('new.counterpartyId', 'new.managerId')} ${both('new.counterpartyId', 'new.registeredById')} END`,
  Contact_changed: `AFTER UPDATE OF counterpartyId, managerId, registeredById, undoneAt ON Contact
    WHEN old.counterpartyId IS NOT new.counterpartyId OR old.managerId IS NOT new.managerId OR old.registeredById IS NOT new.registeredById OR old.undoneAt IS NOT new.undoneAt
    BEGIN ${everybody('new.id')} ${lookAgain(`old.counterpartyId, new.counterpartyId`)} ${lookAgain(alsoOf('new.id'))} END`,
  Contact_deleted: `AFTER DELETE ON Contact WHEN old.counterpartyId IS NOT NULL BEGIN ${lookAgain('old.counterpartyId')} END`,
  ...taking('Joint', 'ContactManager'), ...taking('Copy', 'MessageCopy'),
  Also_inserted: `AFTER INSERT ON ContactCounterparty BEGIN ${everybody('new.contactId')} END`,
  Also_changed: `AFTER UPDATE OF counterpartyId, contactId ON ContactCounterparty BEGIN ${everybody('new.contactId')} ${lookAgain('old.counterpartyId')} END`,
  Also_deleted: `AFTER DELETE ON ContactCounterparty BEGIN ${lookAgain('old.counterpartyId')} END`,
  Task_inserted: `AFTER INSERT ON Task WHEN new.counterpartyId IS NOT NULL BEGIN ${both('new.counterpartyId', 'new.managerId')} ${both('new.counterpartyId', 'new.createdById')} END`,
  Task_changed: `AFTER UPDATE OF counterpartyId, managerId, createdById ON Task
    WHEN old.counterpartyId IS NOT new.counterpartyId OR old.managerId IS NOT new.managerId OR old.createdById IS NOT new.createdById
    BEGIN ${both('new.counterpartyId', 'new.managerId')} ${both('new.counterpartyId', 'new.createdById')} ${lookAgain('old.counterpartyId, new.counterpartyId')} END`,
  Task_deleted: `AFTER DELETE ON Task WHEN old.counterpartyId IS NOT NULL BEGIN ${lookAgain('old.counterpartyId')} END`,
}

/** Keeps ClientManager: who had to do with a client. What is added costs a look; what is taken away has its client looked at anew. */
export const clientManagerTriggers: Derived = {
  name: 'client-managers',
  drop: Object.keys(triggers).map((name) => `DROP TRIGGER IF EXISTS "ClientManager_${name}";`).join('\n'),
  create: `${Object.entries(triggers).map(([name, body]) => `CREATE TRIGGER "ClientManager_${name}" ${body};`).join('\n')}\n${fillClientManagers()}`,
}

/** All clients at once. */
export function fillClientManagers(): string {
  const main = 'Contact c WHERE c.counterpartyId IS NOT NULL AND c.undoneAt IS NULL'
  const also = 'ContactCounterparty a JOIN Contact c ON c.id = a.contactId WHERE c.undoneAt IS NULL'
  const mine = ['managerId', 'registeredById'].flatMap((column) => [`SELECT c.counterpartyId, c.${column} FROM ${main} AND c.${column} IS NOT NULL`, `SELECT a.counterpartyId, c.${column} FROM ${also} AND c.${column} IS NOT NULL`])
  return `DELETE FROM ClientManager; INSERT OR IGNORE INTO ClientManager (counterpartyId, managerId) ${[
    ...mine,
    ...['ContactManager', 'MessageCopy'].flatMap((table) => [
      `SELECT c.counterpartyId, j.managerId FROM ${table} j JOIN Contact c ON c.id = j.contactId WHERE c.counterpartyId IS NOT NULL AND c.undoneAt IS NULL`,
      `SELECT a.counterpartyId, j.managerId FROM ${table} j JOIN ContactCounterparty a ON a.contactId = j.contactId JOIN Contact c ON c.id = j.contactId WHERE c.undoneAt IS NULL`,
    ]),
    'SELECT t.counterpartyId, t.managerId FROM Task t WHERE t.counterpartyId IS NOT NULL', 'SELECT t.counterpartyId, t.createdById FROM Task t WHERE t.counterpartyId IS NOT NULL',
  ].join(' UNION ')};`
}
