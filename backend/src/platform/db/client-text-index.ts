import type { Derived } from './derived'

const forget = (client: string) => `DELETE FROM "_client_trigrams" WHERE rowid = (SELECT docId FROM "_client_text" WHERE counterpartyId = ${client}); DELETE FROM "_client_text" WHERE counterpartyId = ${client};`
const write = 'INSERT INTO "_client_text" (counterpartyId, text) VALUES (new.id, new.searchText);'

/**
 * What the search of the base reads of clients, to be found by any part of three signs and more: `_client_text` holds the texts one after another, `_client_trigrams` which of them hold
 * which three signs, and not where (a third of the size; `client-text-search.ts` looks at the texts found). A client's text is kept in the same unit of work; its threes follow in the
 * background (`client-text-catch-up.ts`), up to `upTo`, or each client of an import would cost half as much again: beyond it the texts themselves are read. Numbers are never given twice.
 */
export const clientTextIndex: Derived = {
  name: 'client-text',
  drop: `
    ${['inserted', 'changed', 'deleted'].map((name) => `DROP TRIGGER IF EXISTS "ClientText_${name}";`).join('\n')}
    DROP TABLE IF EXISTS "_client_trigrams"; DROP TABLE IF EXISTS "_client_text"; DROP TABLE IF EXISTS "_client_text_state";`,
  create: `
    CREATE TABLE "_client_text" (docId INTEGER PRIMARY KEY AUTOINCREMENT, counterpartyId TEXT NOT NULL UNIQUE, text TEXT NOT NULL);
    CREATE TABLE "_client_text_state" (upTo INTEGER NOT NULL);
    CREATE VIRTUAL TABLE "_client_trigrams" USING fts5(text, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1');
    INSERT INTO "_client_text" (counterpartyId, text) SELECT id, searchText FROM Counterparty ORDER BY rowid;
    INSERT INTO "_client_trigrams" (rowid, text) SELECT docId, text FROM "_client_text" ORDER BY docId;
    INSERT INTO "_client_text_state" SELECT COALESCE(MAX(docId), 0) FROM "_client_text";
    CREATE TRIGGER "ClientText_inserted" AFTER INSERT ON Counterparty BEGIN ${write} END;
    CREATE TRIGGER "ClientText_changed" AFTER UPDATE OF searchText ON Counterparty WHEN old.searchText IS NOT new.searchText BEGIN ${forget('new.id')} ${write} END;
    CREATE TRIGGER "ClientText_deleted" AFTER DELETE ON Counterparty BEGIN ${forget('old.id')} END;`,
}
