import type { Derived } from './derived'

/**
 * What was folded for searches by an earlier version of `foldForSearch` and of the terms: which rows of a table are still to be looked at. `text-refold.ts` goes through them
 * in the background and takes a table out when it is done. Whoever changes how texts are folded or taken apart changes the number below.
 */
export const textFoldState: Derived = {
  name: 'text-fold',
  drop: 'DROP TABLE IF EXISTS "_text_fold";',
  create: `
    -- version 2
    CREATE TABLE "_text_fold" ("name" TEXT NOT NULL PRIMARY KEY, "upTo" TEXT NOT NULL);
    INSERT INTO "_text_fold" SELECT 'ContactText', '' WHERE EXISTS (SELECT 1 FROM ContactText);
    INSERT INTO "_text_fold" SELECT 'Counterparty', '' WHERE EXISTS (SELECT 1 FROM Counterparty);
    INSERT INTO "_text_fold" SELECT 'ContactPerson', '' WHERE EXISTS (SELECT 1 FROM ContactPerson);`,
}
