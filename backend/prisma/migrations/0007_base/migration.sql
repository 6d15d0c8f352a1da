-- AlterTable
ALTER TABLE "CounterpartyPhone" ADD COLUMN "phoneKey" TEXT;

-- AlterTable
ALTER TABLE "PersonPhone" ADD COLUMN "phoneKey" TEXT;

-- CreateTable
CREATE TABLE "ManagerFirm" (
    "managerId" TEXT NOT NULL,
    "firmId" TEXT NOT NULL,

    PRIMARY KEY ("managerId", "firmId"),
    CONSTRAINT "ManagerFirm_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ManagerFirm_firmId_fkey" FOREIGN KEY ("firmId") REFERENCES "Firm" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClientActivity" (
    "counterpartyId" TEXT NOT NULL PRIMARY KEY,
    "lastHeldAt" DATETIME NOT NULL,
    CONSTRAINT "ClientActivity_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonDate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PersonDate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "ContactPerson" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonEmployment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "counterpartyId" TEXT,
    "position" TEXT,
    "endedAt" DATETIME NOT NULL,
    CONSTRAINT "PersonEmployment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "ContactPerson" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PersonEmployment_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DictionaryWord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noun" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "AttributeDefinition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noun" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameRu" TEXT,
    "type" TEXT NOT NULL,
    "options" JSONB NOT NULL DEFAULT '[]',
    "checks" JSONB NOT NULL DEFAULT '{}',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Segment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "rule" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SegmentMember" (
    "segmentId" TEXT NOT NULL,
    "counterpartyId" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("segmentId", "counterpartyId"),
    CONSTRAINT "SegmentMember_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SegmentMember_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClientSelection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "search" TEXT NOT NULL,
    "columns" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DuplicatePair" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noun" TEXT NOT NULL,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "score" INTEGER NOT NULL,
    "foundAt" DATETIME NOT NULL,
    "searchId" TEXT,
    "dismissedAt" DATETIME,
    "dismissedBy" TEXT
);

-- CreateTable
CREATE TABLE "DuplicateSearch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT,
    "state" TEXT NOT NULL,
    "looked" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Merge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noun" TEXT NOT NULL,
    "survivorId" TEXT NOT NULL,
    "mergedId" TEXT NOT NULL,
    "survivor" JSONB NOT NULL,
    "merged" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "managerId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "SenderDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "valueKey" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "managerId" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "stateHash" TEXT NOT NULL PRIMARY KEY,
    "provider" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ImportMapping" (
    "headerKey" TEXT NOT NULL PRIMARY KEY,
    "mapping" JSONB NOT NULL,
    "managerId" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Suppression" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PersonalDataReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "counts" JSONB NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AdSource" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true
);
INSERT INTO "new_AdSource" ("id", "name") SELECT "id", "name" FROM "AdSource";
DROP TABLE "AdSource";
ALTER TABLE "new_AdSource" RENAME TO "AdSource";
CREATE TABLE "new_ContactPerson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "position" TEXT,
    "birthday" TEXT,
    "interests" TEXT,
    "acquaintance" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "counterpartyId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ContactPerson_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_ContactPerson" ("birthday", "counterpartyId", "createdAt", "id", "name", "nameKey", "position", "searchText", "updatedAt", "version") SELECT "birthday", "counterpartyId", "createdAt", "id", "name", "nameKey", "position", "searchText", "updatedAt", "version" FROM "ContactPerson";
DROP TABLE "ContactPerson";
ALTER TABLE "new_ContactPerson" RENAME TO "ContactPerson";
CREATE INDEX "ContactPerson_nameKey_idx" ON "ContactPerson"("nameKey");
CREATE INDEX "ContactPerson_counterpartyId_idx" ON "ContactPerson"("counterpartyId");
CREATE INDEX "ContactPerson_name_id_idx" ON "ContactPerson"("name", "id");
CREATE TABLE "new_ContactType" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameRu" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true
);
INSERT INTO "new_ContactType" ("id", "name", "nameRu") SELECT "id", "name", "nameRu" FROM "ContactType";
DROP TABLE "ContactType";
ALTER TABLE "new_ContactType" RENAME TO "ContactType";
CREATE TABLE "new_Counterparty" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'client',
    "class" TEXT,
    "vip" BOOLEAN NOT NULL DEFAULT false,
    "industry" TEXT,
    "region" TEXT,
    "taxNumber" TEXT,
    "taxKey" TEXT,
    "status" TEXT,
    "turnover" TEXT,
    "loyalty" TEXT,
    "competitors" TEXT,
    "adSourceId" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "managerId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Counterparty_adSourceId_fkey" FOREIGN KEY ("adSourceId") REFERENCES "AdSource" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Counterparty_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Counterparty" ("class", "createdAt", "id", "industry", "kind", "managerId", "name", "nameKey", "region", "searchText", "taxKey", "taxNumber", "updatedAt", "version", "vip") SELECT "class", "createdAt", "id", "industry", "kind", "managerId", "name", "nameKey", "region", "searchText", "taxKey", "taxNumber", "updatedAt", "version", "vip" FROM "Counterparty";
DROP TABLE "Counterparty";
ALTER TABLE "new_Counterparty" RENAME TO "Counterparty";
CREATE INDEX "Counterparty_nameKey_idx" ON "Counterparty"("nameKey");
CREATE INDEX "Counterparty_managerId_idx" ON "Counterparty"("managerId");
CREATE INDEX "Counterparty_taxKey_idx" ON "Counterparty"("taxKey");
CREATE INDEX "Counterparty_name_id_idx" ON "Counterparty"("name", "id");
CREATE INDEX "Counterparty_createdAt_id_idx" ON "Counterparty"("createdAt", "id");
CREATE INDEX "Counterparty_class_name_id_idx" ON "Counterparty"("class", "name", "id");
CREATE INDEX "Counterparty_industry_name_id_idx" ON "Counterparty"("industry", "name", "id");
CREATE INDEX "Counterparty_region_name_id_idx" ON "Counterparty"("region", "name", "id");
CREATE INDEX "Counterparty_status_name_id_idx" ON "Counterparty"("status", "name", "id");
CREATE TABLE "new_Firm" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true
);
INSERT INTO "new_Firm" ("id", "name") SELECT "id", "name" FROM "Firm";
DROP TABLE "Firm";
ALTER TABLE "new_Firm" RENAME TO "Firm";
CREATE TABLE "new_Import" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "total" INTEGER,
    "bytes" INTEGER,
    "fileKey" TEXT,
    "dryRun" BOOLEAN NOT NULL DEFAULT false,
    "undoneAt" DATETIME,
    "undone" JSONB
);
INSERT INTO "new_Import" ("created", "fileHash", "fileName", "finishedAt", "id", "managerId", "mapping", "problem", "rows", "skipped", "startedAt", "state", "updated") SELECT "created", "fileHash", "fileName", "finishedAt", "id", "managerId", "mapping", "problem", "rows", "skipped", "startedAt", "state", "updated" FROM "Import";
DROP TABLE "Import";
ALTER TABLE "new_Import" RENAME TO "Import";
CREATE INDEX "Import_startedAt_idx" ON "Import"("startedAt");
CREATE INDEX "Import_fileHash_idx" ON "Import"("fileHash");
CREATE TABLE "new_ImportProblem" (
    "importId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'problem',
    "field" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "nounId" TEXT,

    PRIMARY KEY ("importId", "position"),
    CONSTRAINT "ImportProblem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_ImportProblem" ("field", "importId", "message", "position", "row") SELECT "field", "importId", "message", "position", "row" FROM "ImportProblem";
DROP TABLE "ImportProblem";
ALTER TABLE "new_ImportProblem" RENAME TO "ImportProblem";
CREATE INDEX "ImportProblem_importId_kind_position_idx" ON "ImportProblem"("importId", "kind", "position");
CREATE TABLE "new_Session" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "id" TEXT,
    "managerId" TEXT NOT NULL,
    "client" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Session" ("createdAt", "expiresAt", "managerId", "seenAt", "tokenHash") SELECT "createdAt", "expiresAt", "managerId", "seenAt", "tokenHash" FROM "Session";
DROP TABLE "Session";
ALTER TABLE "new_Session" RENAME TO "Session";
CREATE UNIQUE INDEX "Session_id_key" ON "Session"("id");
CREATE INDEX "Session_managerId_idx" ON "Session"("managerId");
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");
CREATE TABLE "new_Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true
);
INSERT INTO "new_Team" ("id", "name") SELECT "id", "name" FROM "Team";
DROP TABLE "Team";
ALTER TABLE "new_Team" RENAME TO "Team";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ManagerFirm_firmId_idx" ON "ManagerFirm"("firmId");

-- CreateIndex
CREATE INDEX "ClientActivity_lastHeldAt_counterpartyId_idx" ON "ClientActivity"("lastHeldAt", "counterpartyId");

-- CreateIndex
CREATE INDEX "PersonDate_personId_idx" ON "PersonDate"("personId");

-- CreateIndex
CREATE INDEX "PersonEmployment_personId_endedAt_idx" ON "PersonEmployment"("personId", "endedAt");

-- CreateIndex
CREATE INDEX "PersonEmployment_counterpartyId_idx" ON "PersonEmployment"("counterpartyId");

-- CreateIndex
CREATE UNIQUE INDEX "DictionaryWord_noun_name_key" ON "DictionaryWord"("noun", "name");

-- CreateIndex
CREATE UNIQUE INDEX "AttributeDefinition_noun_key_key" ON "AttributeDefinition"("noun", "key");

-- CreateIndex
CREATE INDEX "Segment_ownerId_idx" ON "Segment"("ownerId");

-- CreateIndex
CREATE INDEX "Segment_shared_idx" ON "Segment"("shared");

-- CreateIndex
CREATE INDEX "SegmentMember_counterpartyId_idx" ON "SegmentMember"("counterpartyId");

-- CreateIndex
CREATE INDEX "ClientSelection_ownerId_idx" ON "ClientSelection"("ownerId");

-- CreateIndex
CREATE INDEX "ClientSelection_shared_idx" ON "ClientSelection"("shared");

-- CreateIndex
CREATE INDEX "DuplicatePair_noun_dismissedAt_score_id_idx" ON "DuplicatePair"("noun", "dismissedAt", "score", "id");

-- CreateIndex
CREATE INDEX "DuplicatePair_secondId_idx" ON "DuplicatePair"("secondId");

-- CreateIndex
CREATE UNIQUE INDEX "DuplicatePair_noun_firstId_secondId_key" ON "DuplicatePair"("noun", "firstId", "secondId");

-- CreateIndex
CREATE INDEX "DuplicateSearch_startedAt_idx" ON "DuplicateSearch"("startedAt");

-- CreateIndex
CREATE INDEX "Merge_mergedId_idx" ON "Merge"("mergedId");

-- CreateIndex
CREATE INDEX "Merge_survivorId_idx" ON "Merge"("survivorId");

-- CreateIndex
CREATE INDEX "Merge_at_idx" ON "Merge"("at");

-- CreateIndex
CREATE UNIQUE INDEX "SenderDecision_kind_valueKey_key" ON "SenderDecision"("kind", "valueKey");

-- CreateIndex
CREATE INDEX "SignInAttempt_expiresAt_idx" ON "SignInAttempt"("expiresAt");

-- CreateIndex
CREATE INDEX "PersonalDataReport_at_idx" ON "PersonalDataReport"("at");

-- CreateIndex
CREATE INDEX "CounterpartyPhone_phoneKey_idx" ON "CounterpartyPhone"("phoneKey");

-- CreateIndex
CREATE INDEX "PersonPhone_phoneKey_idx" ON "PersonPhone"("phoneKey");


