import type { Derived } from './derived'

const held = (contact: string) => `${contact}.status = 'held' AND ${contact}.undoneAt IS NULL`
// The plus leaves the walk to the index of (client, time, id), which ends at the first held one.
const latest = (client: string) => `DELETE FROM ClientActivity WHERE counterpartyId = ${client};
  INSERT INTO ClientActivity (counterpartyId, lastHeldAt) SELECT c.counterpartyId, c.startsAt FROM Contact c WHERE c.id = (
    SELECT y.id FROM Contact y WHERE y.counterpartyId = ${client} AND +y.status = 'held' AND y.undoneAt IS NULL ORDER BY y.startsAt DESC, y.id DESC LIMIT 1);`
const later = `INSERT INTO ClientActivity (counterpartyId, lastHeldAt) SELECT new.counterpartyId, new.startsAt WHERE ${held('new')} AND new.counterpartyId IS NOT NULL
  ON CONFLICT (counterpartyId) DO UPDATE SET lastHeldAt = MAX(lastHeldAt, excluded.lastHeldAt);`

/**
 * Keeps ClientActivity: when something was last held with a client, as their main client. A new contact only ever makes it later, which costs one look;
 * whatever takes a held one away, or moves it, has its old client looked at anew, and only when that contact was the last.
 */
export const clientActivityTriggers: Derived = {
  name: 'client-activity',
  drop: ['inserted', 'changed_before', 'changed', 'deleted'].map((name) => `DROP TRIGGER IF EXISTS "ClientActivity_${name}";`).join('\n'),
  create: `
    CREATE TRIGGER "ClientActivity_inserted" AFTER INSERT ON Contact WHEN new.counterpartyId IS NOT NULL AND ${held('new')} BEGIN ${later} END;
    CREATE TRIGGER "ClientActivity_changed_before" AFTER UPDATE OF counterpartyId, status, startsAt, undoneAt ON Contact
      WHEN old.counterpartyId IS NOT NULL AND ${held('old')} AND NOT (old.counterpartyId IS new.counterpartyId AND ${held('new')} AND new.startsAt >= old.startsAt)
      BEGIN ${latest('old.counterpartyId')} END;
    CREATE TRIGGER "ClientActivity_changed" AFTER UPDATE OF counterpartyId, status, startsAt, undoneAt ON Contact WHEN new.counterpartyId IS NOT NULL AND ${held('new')} BEGIN ${later} END;
    CREATE TRIGGER "ClientActivity_deleted" AFTER DELETE ON Contact WHEN old.counterpartyId IS NOT NULL AND ${held('old')} BEGIN ${latest('old.counterpartyId')} END;
    ${fillClientActivity()}`,
}

/** All clients at once. */
export function fillClientActivity(): string {
  return `DELETE FROM ClientActivity; INSERT INTO ClientActivity (counterpartyId, lastHeldAt)
    SELECT counterpartyId, MAX(startsAt) FROM Contact WHERE counterpartyId IS NOT NULL AND status = 'held' AND undoneAt IS NULL GROUP BY counterpartyId;`
}
