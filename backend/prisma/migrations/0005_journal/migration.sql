-- AlterTable
ALTER TABLE "ContactText" ADD COLUMN "docId" BIGINT;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN "minutes" INTEGER;
ALTER TABLE "Task" ADD COLUMN "repeat" TEXT;
ALTER TABLE "Task" ADD COLUMN "repeatOfId" TEXT;

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "search" TEXT NOT NULL,
    "columns" JSONB NOT NULL DEFAULT '[]',
    "marks" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "NextStepMissing" (
    "counterpartyId" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DigestSent" (
    "managerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("managerId", "kind", "day")
);

-- AlterTable: columns are added rather than the table made anew: the trail may be long.
ALTER TABLE "AuditEntry" ADD COLUMN "setId" TEXT;
ALTER TABLE "AuditEntry" ADD COLUMN "undoneAt" DATETIME;
ALTER TABLE "AuditEntry" ADD COLUMN "whole" BOOLEAN NOT NULL DEFAULT true;
CREATE INDEX "AuditEntry_setId_idx" ON "AuditEntry"("setId");

-- CreateIndex
CREATE INDEX "SavedView_ownerId_idx" ON "SavedView"("ownerId");

-- CreateIndex
CREATE INDEX "SavedView_shared_idx" ON "SavedView"("shared");

-- CreateIndex
CREATE UNIQUE INDEX "NextStepMissing_contactId_key" ON "NextStepMissing"("contactId");

-- CreateIndex
CREATE INDEX "NextStepMissing_startsAt_idx" ON "NextStepMissing"("startsAt");

-- DropIndex
DROP INDEX "Contact_startsAt_id_idx";

-- CreateIndex
CREATE INDEX "Contact_journal_idx" ON "Contact"("startsAt", "id", "undoneAt", "endsAt", "status", "state", "method", "direction", "priority", "source", "private", "visibility", "durationMinutes", "typeId", "firmId", "adSourceId", "registeredById", "managerId", "counterpartyId");

-- CreateIndex
CREATE INDEX "Contact_adSourceId_startsAt_id_idx" ON "Contact"("adSourceId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_status_startsAt_id_idx" ON "Contact"("status", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_state_startsAt_id_idx" ON "Contact"("state", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_method_startsAt_id_idx" ON "Contact"("method", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_priority_startsAt_id_idx" ON "Contact"("priority", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_typeId_startsAt_id_idx" ON "Contact"("typeId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_firmId_startsAt_id_idx" ON "Contact"("firmId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_registeredById_startsAt_id_idx" ON "Contact"("registeredById", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_source_startsAt_id_idx" ON "Contact"("source", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_counterpartyId_status_startsAt_idx" ON "Contact"("counterpartyId", "status", "startsAt");

-- CreateIndex
CREATE INDEX "Contact_createdAt_id_idx" ON "Contact"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Contact_updatedAt_id_idx" ON "Contact"("updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ContactText_docId_key" ON "ContactText"("docId");

-- CreateIndex
CREATE INDEX "Task_createdById_doneAt_dueAt_idx" ON "Task"("createdById", "doneAt", "dueAt");

-- CreateIndex
CREATE INDEX "Task_doneAt_dueAt_idx" ON "Task"("doneAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Task_repeatOfId_key" ON "Task"("repeatOfId");


