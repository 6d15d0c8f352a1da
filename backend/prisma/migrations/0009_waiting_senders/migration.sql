-- CreateTable
CREATE TABLE "WaitingSender" (
    "contactId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "addressKey" TEXT NOT NULL,
    "hostKey" TEXT,
    "domainKey" TEXT,
    "usual" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "sender" TEXT,
    "decided" BOOLEAN NOT NULL DEFAULT false,
    "part" INTEGER NOT NULL DEFAULT 0,
    "startsAt" DATETIME NOT NULL,
    "held" BOOLEAN NOT NULL,
    "private" BOOLEAN NOT NULL,
    "registeredById" TEXT,
    "managerId" TEXT,

    PRIMARY KEY ("contactId", "position")
);

-- CreateIndex
CREATE INDEX "WaitingSender_addressKey_idx" ON "WaitingSender"("addressKey");

-- CreateIndex
CREATE INDEX "WaitingSender_domainKey_idx" ON "WaitingSender"("domainKey");

-- CreateTable
CREATE TABLE "WaitingGroup" (
    "sender" TEXT NOT NULL PRIMARY KEY,
    "decided" BOOLEAN NOT NULL,
    "contacts" INTEGER NOT NULL,
    "newest" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "WaitingGroup_decided_contacts_sender_idx" ON "WaitingGroup"("decided", "contacts" DESC, "sender");

-- CreateIndex
CREATE INDEX "WaitingGroup_decided_newest_sender_idx" ON "WaitingGroup"("decided", "newest" DESC, "sender");
