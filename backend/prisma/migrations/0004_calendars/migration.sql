-- CreateTable
CREATE TABLE "CalendarMailbox" (
    "managerId" TEXT NOT NULL PRIMARY KEY,
    "provider" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "cursor" TEXT,
    "roundId" TEXT,
    "roundKind" TEXT,
    "resume" TEXT,
    "windowFrom" DATETIME,
    "windowTo" DATETIME,
    "baselineAt" DATETIME,
    "state" TEXT NOT NULL DEFAULT 'catching-up',
    "since" DATETIME NOT NULL,
    "problem" TEXT,
    "waitUntil" DATETIME,
    "lastRoundAt" DATETIME,
    "dueAt" DATETIME NOT NULL,
    "asks" INTEGER NOT NULL DEFAULT 0,
    "asksTaken" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "leaseOwner" TEXT,
    "leaseUntil" DATETIME,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "sealedToken" TEXT,
    "grantedScopes" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CalendarMailbox_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "Manager" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarSubscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "subscriptionId" TEXT,
    "resourceId" TEXT,
    "secretHash" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "renewAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CalendarSubscription_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "CalendarMailbox" ("managerId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "seriesId" TEXT,
    "calendarKey" TEXT,
    "originalStart" TEXT,
    "changedAt" DATETIME,
    "hash" TEXT NOT NULL,
    "roundId" TEXT,
    "standing" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "organiser" BOOLEAN NOT NULL DEFAULT false,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "dismissed" BOOLEAN NOT NULL DEFAULT false,
    "facts" JSONB,
    CONSTRAINT "CalendarEntry_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "CalendarMailbox" ("managerId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarEntryAddress" (
    "entryId" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,

    PRIMARY KEY ("entryId", "addressKey"),
    CONSTRAINT "CalendarEntryAddress_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "CalendarEntry" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarMeeting" (
    "calendarKey" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "seriesKey" TEXT,
    "allDay" BOOLEAN NOT NULL DEFAULT false,
    "zoneUnknown" BOOLEAN NOT NULL DEFAULT false,
    "cancellation" TEXT,
    "moves" INTEGER NOT NULL DEFAULT 0,
    "resemblesId" TEXT,
    "given" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "CalendarMeeting_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactMove" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "fromAt" DATETIME NOT NULL,
    "toAt" DATETIME NOT NULL,
    "movedAt" DATETIME NOT NULL,
    "managerId" TEXT,
    CONSTRAINT "ContactMove_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarProblem" (
    "managerId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "problem" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "triedAt" DATETIME NOT NULL,

    PRIMARY KEY ("managerId", "eventId"),
    CONSTRAINT "CalendarProblem_managerId_fkey" FOREIGN KEY ("managerId") REFERENCES "CalendarMailbox" ("managerId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OwnAppointment" (
    "contactId" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT NOT NULL,
    "eventId" TEXT,
    "version" TEXT,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "written" JSONB,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OwnAppointment_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarConsent" (
    "stateHash" TEXT NOT NULL PRIMARY KEY,
    "managerId" TEXT NOT NULL,
    "sealedVerifier" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "CalendarMailbox_dueAt_idx" ON "CalendarMailbox"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarSubscription_subscriptionId_key" ON "CalendarSubscription"("subscriptionId");

-- CreateIndex
CREATE INDEX "CalendarSubscription_managerId_idx" ON "CalendarSubscription"("managerId");

-- CreateIndex
CREATE INDEX "CalendarEntry_calendarKey_idx" ON "CalendarEntry"("calendarKey");

-- CreateIndex
CREATE INDEX "CalendarEntry_managerId_seriesId_idx" ON "CalendarEntry"("managerId", "seriesId");

-- CreateIndex
CREATE INDEX "CalendarEntry_managerId_meaning_startsAt_idx" ON "CalendarEntry"("managerId", "meaning", "startsAt");

-- CreateIndex
CREATE INDEX "CalendarEntry_managerId_roundId_idx" ON "CalendarEntry"("managerId", "roundId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarEntry_managerId_eventId_key" ON "CalendarEntry"("managerId", "eventId");

-- CreateIndex
CREATE INDEX "CalendarEntryAddress_addressKey_idx" ON "CalendarEntryAddress"("addressKey");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarMeeting_contactId_key" ON "CalendarMeeting"("contactId");

-- CreateIndex
CREATE INDEX "CalendarMeeting_seriesKey_idx" ON "CalendarMeeting"("seriesKey");

-- CreateIndex
CREATE INDEX "ContactMove_contactId_movedAt_idx" ON "ContactMove"("contactId", "movedAt");

-- CreateIndex
CREATE INDEX "OwnAppointment_state_dueAt_idx" ON "OwnAppointment"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "OwnAppointment_managerId_eventId_key" ON "OwnAppointment"("managerId", "eventId");


