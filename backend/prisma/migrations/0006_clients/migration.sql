-- AlterTable
ALTER TABLE "Counterparty" ADD COLUMN "taxKey" TEXT;
ALTER TABLE "Counterparty" ADD COLUMN "taxNumber" TEXT;

-- CreateTable
CREATE TABLE "Import" (
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
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ImportProblem" (
    "importId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    PRIMARY KEY ("importId", "position"),
    CONSTRAINT "ImportProblem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Import_startedAt_idx" ON "Import"("startedAt");

-- CreateIndex
CREATE INDEX "Import_fileHash_idx" ON "Import"("fileHash");

-- CreateIndex
CREATE INDEX "Counterparty_taxKey_idx" ON "Counterparty"("taxKey");


