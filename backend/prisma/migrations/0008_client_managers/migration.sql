-- CreateTable
CREATE TABLE "ClientManager" (
    "counterpartyId" TEXT NOT NULL,
    "managerId" TEXT NOT NULL,

    PRIMARY KEY ("counterpartyId", "managerId"),
    CONSTRAINT "ClientManager_counterpartyId_fkey" FOREIGN KEY ("counterpartyId") REFERENCES "Counterparty" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
