import type { Derived } from './derived'

/**
 * The journal's full-text index (docs/decisions/019). `ContactWords` holds the words and stems of a contact's texts, `ContactMarks` its addresses and numbers, to be
 * found by any part of three characters and more; both apart for the subject, the result and the rest. A row's id is `ContactText.docId`: the second of the contact's
 * time × 32,768 + a slot, so that the index is read in the journal's order. The terms come from our own code (platform/text/search-terms.ts); `ascii` leaves them as they are.
 * Triggers take away what nobody can find any more, whoever deleted or moved it; `text-catch-up.ts` then puts a moved contact back.
 */
export const textIndex: Derived = {
  name: 'text-index',
  drop: `
    DROP TRIGGER IF EXISTS ContactText_gone; DROP TRIGGER IF EXISTS ContactText_moved; DROP TRIGGER IF EXISTS Contact_moved_in_text;
    DROP TABLE IF EXISTS ContactWords; DROP TABLE IF EXISTS ContactMarks; UPDATE ContactText SET docId = NULL WHERE docId IS NOT NULL;`,
  create: `
    CREATE VIRTUAL TABLE ContactWords USING fts5(subject, result, rest, content='', contentless_delete=1, detail=column, prefix='2 3', tokenize='ascii');
    CREATE VIRTUAL TABLE ContactMarks USING fts5(subject, result, rest, content='', contentless_delete=1, tokenize='trigram');
    CREATE TRIGGER ContactText_gone AFTER DELETE ON ContactText WHEN old.docId IS NOT NULL BEGIN
      DELETE FROM ContactWords WHERE rowid = old.docId;
      DELETE FROM ContactMarks WHERE rowid = old.docId;
    END;
    CREATE TRIGGER ContactText_moved AFTER UPDATE OF docId ON ContactText WHEN old.docId IS NOT NULL AND new.docId IS NOT old.docId BEGIN
      DELETE FROM ContactWords WHERE rowid = old.docId;
      DELETE FROM ContactMarks WHERE rowid = old.docId;
    END;
    CREATE TRIGGER Contact_moved_in_text AFTER UPDATE OF startsAt ON Contact WHEN old.startsAt IS NOT new.startsAt BEGIN
      UPDATE ContactText SET docId = NULL WHERE contactId = new.id AND docId IS NOT NULL;
    END;`,
}
