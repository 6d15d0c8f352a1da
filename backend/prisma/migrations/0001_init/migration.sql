-- CreateTable
CREATE TABLE "Firm" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Manager" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'manager',
    "teamId" TEXT,
    "locale" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "googleSub" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Manager_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ManagerAddress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,
    "main" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ManagerAddress_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OwnDomain" (
    "domainKey" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "Counterparty" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'client',
    "class" TEXT,
    "vip" BOOLEAN NOT NULL DEFAULT false,
    "industry" TEXT,
    "region" TEXT,
    "managerId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Counterparty_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CounterpartyAddress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "counterpartyId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,
    "mailboxKey" TEXT NOT NULL,
    "domainKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "CounterpartyAddress_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CounterpartyDomain" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "counterpartyId" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "domainKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "CounterpartyDomain_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CounterpartyPhone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "counterpartyId" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "CounterpartyPhone_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactPerson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "position" TEXT,
    "birthday" TEXT,
    "counterpartyId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ContactPerson_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonAddress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,
    "mailboxKey" TEXT NOT NULL,
    "domainKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PersonAddress_personId_fkey" FOREIGN KEY ("personId") REFERENCES "ContactPerson" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonPhone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PersonPhone_personId_fkey" FOREIGN KEY ("personId") REFERENCES "ContactPerson" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClientDomain" (
    "domainKey" TEXT NOT NULL PRIMARY KEY,
    "skeleton" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ClientDomainForm" (
    "form" TEXT NOT NULL,
    "domainKey" TEXT NOT NULL,

    PRIMARY KEY ("form", "domainKey")
);

-- CreateTable
CREATE TABLE "ContactType" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameRu" TEXT
);

-- CreateTable
CREATE TABLE "AdSource" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "durationMinutes" INTEGER,
    "method" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "state" INTEGER NOT NULL DEFAULT 0,
    "priority" TEXT NOT NULL DEFAULT 'medium',
    "source" TEXT NOT NULL,
    "counterpartyId" TEXT,
    "managerId" TEXT,
    "registeredById" TEXT,
    "typeId" TEXT,
    "firmId" TEXT,
    "adSourceId" TEXT,
    "previousId" TEXT,
    "messageKey" TEXT,
    "messageId" TEXT,
    "conversationId" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'full',
    "private" BOOLEAN NOT NULL DEFAULT false,
    "undoneAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "subject" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "comment" TEXT NOT NULL DEFAULT '',
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "content" TEXT NOT NULL DEFAULT '',
    "folded" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Contact_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Contact_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Contact_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "Manager" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Contact_typeId_fkey" FOREIGN KEY ("typeId") REFERENCES "ContactType" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Contact_firmId_fkey" FOREIGN KEY ("firmId") REFERENCES "Firm" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Contact_adSourceId_fkey" FOREIGN KEY ("adSourceId") REFERENCES "AdSource" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Contact_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "Contact" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactAddress" (
    "contactId" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,

    PRIMARY KEY ("contactId", "addressKey"),
    CONSTRAINT "ContactAddress_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactText" (
    "contactId" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    CONSTRAINT "ContactText_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactParticipant" (
    "contactId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("contactId", "personId"),
    CONSTRAINT "ContactParticipant_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ContactParticipant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "ContactPerson" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactManager" (
    "contactId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("contactId", "managerId"),
    CONSTRAINT "ContactManager_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ContactManager_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactCounterparty" (
    "contactId" TEXT NOT NULL,
    "counterpartyId" TEXT NOT NULL,

    PRIMARY KEY ("contactId", "counterpartyId"),
    CONSTRAINT "ContactCounterparty_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ContactCounterparty_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Attachment_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MessageCopy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,
    "client" TEXT NOT NULL,
    "itemId" TEXT,
    "seenAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "MessageCopy_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL DEFAULT 'task',
    "title" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "managerId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "counterpartyId" TEXT,
    "contactId" TEXT,
    "dealId" TEXT,
    "result" TEXT NOT NULL DEFAULT '',
    "doneAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Task_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Task_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RememberedChoice" (
    "addressKey" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "counterpartyId" TEXT,
    "setById" TEXT NOT NULL,
    "setAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "ExcludedMessage" (
    "messageKey" TEXT NOT NULL PRIMARY KEY,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "NeverRegister" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "valueKey" TEXT NOT NULL,
    "managerId" TEXT
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "managerId" TEXT,
    "noun" TEXT NOT NULL,
    "nounId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Manager_googleSub_key" ON "Manager"("googleSub");

-- CreateIndex
CREATE INDEX "ManagerAddress_addressKey_idx" ON "ManagerAddress"("addressKey");

-- CreateIndex
CREATE UNIQUE INDEX "ManagerAddress_managerId_addressKey_key" ON "ManagerAddress"("managerId", "addressKey");

-- CreateIndex
CREATE INDEX "Counterparty_nameKey_idx" ON "Counterparty"("nameKey");

-- CreateIndex
CREATE INDEX "Counterparty_managerId_idx" ON "Counterparty"("managerId");

-- CreateIndex
CREATE INDEX "CounterpartyAddress_addressKey_idx" ON "CounterpartyAddress"("addressKey");

-- CreateIndex
CREATE INDEX "CounterpartyAddress_mailboxKey_idx" ON "CounterpartyAddress"("mailboxKey");

-- CreateIndex
CREATE INDEX "CounterpartyAddress_domainKey_idx" ON "CounterpartyAddress"("domainKey");

-- CreateIndex
CREATE UNIQUE INDEX "CounterpartyAddress_counterpartyId_addressKey_key" ON "CounterpartyAddress"("counterpartyId", "addressKey");

-- CreateIndex
CREATE INDEX "CounterpartyDomain_domainKey_idx" ON "CounterpartyDomain"("domainKey");

-- CreateIndex
CREATE UNIQUE INDEX "CounterpartyDomain_counterpartyId_domainKey_key" ON "CounterpartyDomain"("counterpartyId", "domainKey");

-- CreateIndex
CREATE INDEX "CounterpartyPhone_counterpartyId_idx" ON "CounterpartyPhone"("counterpartyId");

-- CreateIndex
CREATE INDEX "ContactPerson_nameKey_idx" ON "ContactPerson"("nameKey");

-- CreateIndex
CREATE INDEX "ContactPerson_counterpartyId_idx" ON "ContactPerson"("counterpartyId");

-- CreateIndex
CREATE INDEX "PersonAddress_addressKey_idx" ON "PersonAddress"("addressKey");

-- CreateIndex
CREATE INDEX "PersonAddress_mailboxKey_idx" ON "PersonAddress"("mailboxKey");

-- CreateIndex
CREATE INDEX "PersonAddress_domainKey_idx" ON "PersonAddress"("domainKey");

-- CreateIndex
CREATE UNIQUE INDEX "PersonAddress_personId_addressKey_key" ON "PersonAddress"("personId", "addressKey");

-- CreateIndex
CREATE INDEX "PersonPhone_personId_idx" ON "PersonPhone"("personId");

-- CreateIndex
CREATE INDEX "ClientDomain_skeleton_idx" ON "ClientDomain"("skeleton");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_messageKey_key" ON "Contact"("messageKey");

-- CreateIndex
CREATE INDEX "Contact_startsAt_id_idx" ON "Contact"("startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_counterpartyId_startsAt_id_idx" ON "Contact"("counterpartyId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_managerId_startsAt_id_idx" ON "Contact"("managerId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Contact_status_endsAt_idx" ON "Contact"("status", "endsAt");

-- CreateIndex
CREATE INDEX "Contact_previousId_idx" ON "Contact"("previousId");

-- CreateIndex
CREATE INDEX "Contact_conversationId_idx" ON "Contact"("conversationId");

-- CreateIndex
CREATE INDEX "ContactAddress_addressKey_idx" ON "ContactAddress"("addressKey");

-- CreateIndex
CREATE INDEX "ContactParticipant_personId_idx" ON "ContactParticipant"("personId");

-- CreateIndex
CREATE INDEX "ContactManager_managerId_idx" ON "ContactManager"("managerId");

-- CreateIndex
CREATE INDEX "ContactCounterparty_counterpartyId_idx" ON "ContactCounterparty"("counterpartyId");

-- CreateIndex
CREATE INDEX "Attachment_contactId_idx" ON "Attachment"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "MessageCopy_contactId_managerId_client_key" ON "MessageCopy"("contactId", "managerId", "client");

-- CreateIndex
CREATE INDEX "Task_counterpartyId_doneAt_dueAt_idx" ON "Task"("counterpartyId", "doneAt", "dueAt");

-- CreateIndex
CREATE INDEX "Task_managerId_doneAt_dueAt_idx" ON "Task"("managerId", "doneAt", "dueAt");

-- CreateIndex
CREATE INDEX "Task_dueAt_id_idx" ON "Task"("dueAt", "id");

-- CreateIndex
CREATE INDEX "Task_contactId_idx" ON "Task"("contactId");

-- CreateIndex
CREATE INDEX "NeverRegister_kind_valueKey_idx" ON "NeverRegister"("kind", "valueKey");

-- CreateIndex
CREATE INDEX "AuditEntry_noun_nounId_at_idx" ON "AuditEntry"("noun", "nounId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "Session_managerId_idx" ON "Session"("managerId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");


