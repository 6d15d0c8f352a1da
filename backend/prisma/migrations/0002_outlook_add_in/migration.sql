-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN "contentHash" TEXT;
ALTER TABLE "Attachment" ADD COLUMN "keptAt" DATETIME;

-- AlterTable
ALTER TABLE "Contact" ADD COLUMN "meetingKey" TEXT;

-- AlterTable: columns are added rather than the table made anew, since dropping a table that others point to would clear what points to it.
ALTER TABLE "Manager" ADD COLUMN "preferences" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Manager" ADD COLUMN "tokensNotBefore" DATETIME;

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provider" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "boundAt" DATETIME NOT NULL,
    CONSTRAINT "Identity_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "Invitation_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SendOrder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT NOT NULL,
    "ticketHash" TEXT NOT NULL,
    "subjectKey" TEXT NOT NULL,
    "recipients" JSONB NOT NULL DEFAULT '[]',
    "counterpartyId" TEXT,
    "personIds" JSONB NOT NULL DEFAULT '[]',
    "previousId" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'full',
    "private" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "contactId" TEXT,
    "fulfilledAt" DATETIME
);

-- CreateTable
CREATE TABLE "FollowedConversation" (
    "conversationId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("conversationId", "managerId")
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Identity_managerId_idx" ON "Identity"("managerId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_provider_tenant_subject_key" ON "Identity"("provider", "tenant", "subject");

-- CreateIndex
CREATE INDEX "Invitation_managerId_idx" ON "Invitation"("managerId");

-- CreateIndex
CREATE INDEX "SendOrder_managerId_fulfilledAt_createdAt_idx" ON "SendOrder"("managerId", "fulfilledAt", "createdAt");

-- CreateIndex
CREATE INDEX "SendOrder_contactId_idx" ON "SendOrder"("contactId");

-- CreateIndex
CREATE INDEX "Attachment_contentHash_idx" ON "Attachment"("contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_meetingKey_key" ON "Contact"("meetingKey");
